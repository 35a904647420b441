package se.lykta.place;

import java.util.List;
import java.util.Optional;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;

/**
 * Says what people call the place where something is: "vid Idrottshallen", "på Storgatan vid Kyrkogatan".
 *
 * <p>Exists because a coordinate means nothing to people. Holds all names in memory, so that naming a thousand hotspots
 * reads no table; {@link #refresh()} after an import. Safe for use by many threads: readers see one immutable index.
 */
public final class Gazetteer {

    private final PlaceStore store;
    private volatile Loaded loaded;

    /** A gazetteer with the names that are in the store now. */
    public Gazetteer(PlaceStore store) {
        this.store = store;
        this.loaded = load();
    }

    /** The nearest meaningful name of a position; empty where nothing near has one. */
    public Optional<PlaceName> nearest(LonLat position) {
        return loaded.names().nearest(position);
    }

    /**
     * The street of a position, with its crossing if one is near: for what happens on streets, such as speeding, where a
     * hall beside the street says less.
     */
    public Optional<PlaceName> nearestStreet(LonLat position) {
        return loaded.names().nearestStreet(position);
    }

    /** The name of the part of the municipality that a position lies in. */
    public Optional<String> area(LonLat position) {
        return loaded.names().areaName(position);
    }

    /** Loads anew what has changed since: names after an import of the map, areas after each change of one. */
    public synchronized void refresh() {
        long version = store.version();
        long areasVersion = store.areasVersion();
        if (version != loaded.version()) {
            loaded = load();
        } else if (areasVersion != loaded.areasVersion()) {
            boolean moved =
                    !store.municipality().crs().name().equals(loaded.crs().name());
            loaded = moved ? load() : loaded.with(areasVersion, store.listAreas());
        }
    }

    /** Which map and areas the names come from: part of the version of everything that shows names. */
    public String version() {
        return loaded.version() + "-" + loaded.areasVersion();
    }

    private Loaded load() {
        long version = store.version();
        long areasVersion = store.areasVersion();
        MetricCrs crs = store.municipality().crs();
        return new Loaded(version, areasVersion, crs, NameIndex.of(crs, store.listNames(), store.listAreas()));
    }

    private record Loaded(long version, long areasVersion, MetricCrs crs, NameIndex names) {

        Loaded with(long newVersion, List<Area> areas) {
            return new Loaded(version, newVersion, crs, names.withAreas(areas));
        }
    }
}
