package se.lykta.hotspot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.ZoneId;
import java.util.function.Supplier;
import se.lykta.geo.MetricCrs;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;
import se.lykta.taxonomy.Taxonomy;

/**
 * Finds the hotspots of a snapshot, each request's only once.
 *
 * <p>Exists so that the list, the tiles, the exports and the walks of one moment show the same hotspots and share the work:
 * results are kept by snapshot, filter and parameters; callers that ask for the same at the same time wait for one run.
 * Results leave with their snapshot. Staff and public snapshots may have the same version, so a snapshot is told from
 * another by identity. Safe for use by many threads.
 */
public final class HotspotFinder {

    private static final int RESULTS_PER_SNAPSHOT = 200;

    private final Taxonomy taxonomy;
    private final Supplier<MetricCrs> crs;
    private final ZoneId zone;
    private final NearestPlace places;
    private final Cache<Snapshot, Cache<Request, Hotspots>> results =
            Caffeine.newBuilder().weakKeys().build();

    /**
     * A finder for one municipality.
     *
     * @param crs in which distances are measured, metric; asked for each run, as it follows the municipality
     * @param zone whose days and years are counted
     * @param places where names come from
     */
    public HotspotFinder(Taxonomy taxonomy, Supplier<MetricCrs> crs, ZoneId zone, NearestPlace places) {
        this.taxonomy = taxonomy;
        this.crs = crs;
        this.zone = zone;
        this.places = places;
    }

    /**
     * The hotspots of the reports that a filter wants; reports in states that don't count and positive ones never do.
     *
     * @param filter without dates it means the 24 months up to the newest report that counts, see {@link Window}
     */
    public Hotspots find(Snapshot snapshot, Filter filter, HotspotParameters parameters) {
        MetricCrs metres = crs.get();
        var search = new HotspotSearch(taxonomy, metres, zone, places);
        return results.get(snapshot, any -> ofOneSnapshot())
                .get(
                        new Request(filter.countingOnly(), parameters, places.version(), metres.name()),
                        request -> search.run(snapshot, request.filter, request.parameters));
    }

    /**
     * Names the answer for entity tags and caches: equal for equal hotspots of snapshots of one audience.
     *
     * @return visible ASCII without quotes
     */
    public String version(Snapshot snapshot, Filter filter, HotspotParameters parameters) {
        return "%d.%d.%s.%s.%s"
                .formatted(
                        snapshot.version(),
                        places.version(),
                        crs.get().name(),
                        filter.countingOnly().key(),
                        parameters.key());
    }

    private static Cache<Request, Hotspots> ofOneSnapshot() {
        return Caffeine.newBuilder().maximumSize(RESULTS_PER_SNAPSHOT).build();
    }

    private record Request(Filter filter, HotspotParameters parameters, long placesVersion, String crs) {}
}
