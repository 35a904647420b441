package se.lykta.hotspot;

import java.time.ZoneId;
import java.util.function.Supplier;
import se.lykta.geo.MetricCrs;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;
import se.lykta.taxonomy.Taxonomy;

/**
 * Finds the hotspots of a snapshot: a pass over all reports, about linear in their number, each time it is asked.
 *
 * <p>What is shown to many is taken from {@link HotspotBoard}. Safe for use by many threads.
 */
public final class HotspotFinder {

    private final Taxonomy taxonomy;
    private final Supplier<MetricCrs> crs;
    private final ZoneId zone;
    private final NearestPlace places;

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
        return new HotspotSearch(taxonomy, crs.get(), zone, places).run(snapshot, filter.countingOnly(), parameters);
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
}
