package se.lykta.place;

import java.util.Optional;
import se.lykta.geo.LonLat;

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

    /** Loads the names anew if there was an import since, of the map or of the areas. */
    public synchronized void refresh() {
        if (store.version() != loaded.version() || store.areasVersion() != loaded.areasVersion()) {
            loaded = load();
        }
    }

    /** The import the names come from, 0 for none: part of the version of everything that shows names. */
    public long version() {
        return loaded.version();
    }

    private Loaded load() {
        long version = store.version();
        long areasVersion = store.areasVersion();
        return new Loaded(
                version, areasVersion, NameIndex.of(store.municipality().crs(), store.listNames(), store.listAreas()));
    }

    private record Loaded(long version, long areasVersion, NameIndex names) {}
}
