package se.lykta.app;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.index.Extent;
import se.lykta.index.Snapshot;
import se.lykta.place.Area;
import se.lykta.place.Municipality;
import se.lykta.place.OsmSource;
import se.lykta.place.PlaceStore;

/**
 * The place the service is for, as it is known at the moment: the imported municipality, or else wherever the reports or
 * the map are.
 *
 * <p>Exists so that an import by another process is seen without a restart, and so that reports from any country can be
 * looked at before a municipality is imported: map and metric system then follow the reports, or the imported map. Safe for use by many threads.
 */
final class Territory {

    private final PlaceStore places;
    private final Settings settings;
    private volatile Known known;

    Territory(PlaceStore places, Settings settings) {
        this.places = places;
        this.settings = settings;
        this.known = new Known(-1, -1, Optional.empty(), Optional.empty(), List.of(), Municipality.unset());
    }

    /**
     * Reads the municipality again if it or an area was changed; until there is one, looks where the exact reports are. One
     * at a time, so that what was read later is never replaced by what was read before.
     */
    synchronized void refresh(Snapshot exact) {
        long mapVersion = places.version();
        long areasVersion = places.areasVersion();
        boolean current = mapVersion == known.mapVersion() && areasVersion == known.areasVersion();
        Optional<Municipality> imported = current ? known.imported() : places.findMunicipality();
        Optional<LonLat> map = current ? known.map() : places.findOsmSource().map(Territory::middle);
        List<Area> areas = current ? known.areas() : places.listAreas();
        known = new Known(mapVersion, areasVersion, imported, map, areas, imported.orElseGet(() -> around(exact, map)));
    }

    /** The municipality, or a stand-in around the reports or in the middle of the map. */
    Municipality municipality() {
        return known.municipality();
    }

    /** All that is known at this moment. */
    Known now() {
        return known;
    }

    /** Its areas, by name. */
    List<Area> areas() {
        return known.areas();
    }

    /** The border that reports have to be inside, if one was imported. */
    Optional<Geometry> outline() {
        return known.imported().flatMap(Municipality::outline);
    }

    /** The system for distances, from the settings or the place. */
    MetricCrs metricCrs() {
        return settings.metricCrs().orElseGet(() -> known.municipality().crs());
    }

    private static LonLat middle(OsmSource source) {
        return source.counts().extent().centre();
    }

    private Municipality around(Snapshot exact, Optional<LonLat> map) {
        Municipality unset = Municipality.unset();
        Optional<LonLat> reports = Extent.of(exact).map(Extent::middle).map(Territory::roughly);
        return reports.or(() -> map)
                .map(start -> new Municipality(unset.name(), false, Optional.empty(), start, settings.timeZone()))
                .orElse(unset);
    }

    /** To a tenth of a degree: the public hears of the stand-in, and must not learn of exact places by it. */
    private static LonLat roughly(LonLat exact) {
        return new LonLat(Math.rint(exact.lonDeg() * 10) / 10, Math.rint(exact.latDeg() * 10) / 10);
    }

    /**
     * What belongs together.
     *
     * @param mapVersion the imported extract
     * @param areasVersion the state of municipality and areas, which whoever changes an area has to name
     * @param imported the municipality, once there is one
     * @param map the middle of the imported extract
     * @param areas the areas of the municipality, by name
     * @param municipality the imported one, or a stand-in
     */
    record Known(
            long mapVersion,
            long areasVersion,
            Optional<Municipality> imported,
            Optional<LonLat> map,
            List<Area> areas,
            Municipality municipality) {}
}
