package se.lykta.hotspot;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.identity.KnownHotspots;
import se.lykta.hotspot.words.NearestPlace;
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
    private final Streets streets;

    /**
     * A finder for one municipality.
     *
     * @param crs in which distances are measured, metric; asked for each run, as it follows the municipality
     * @param zone whose days and years are counted
     * @param places where names come from
     * @param streets where reports can be made
     */
    public HotspotFinder(
            Taxonomy taxonomy, Supplier<MetricCrs> crs, ZoneId zone, NearestPlace places, Streets streets) {
        this.taxonomy = taxonomy;
        this.crs = crs;
        this.zone = zone;
        this.places = places;
        this.streets = streets;
    }

    /**
     * The hotspots of the reports that a filter wants; reports in states that don't count and positive ones never do.
     *
     * @param filter without dates it means the 24 months up to the newest report that counts, see {@link se.lykta.hotspot.facts.Window}
     */
    public Hotspots find(Snapshot snapshot, Filter filter, HotspotParameters parameters) {
        return find(snapshot, filter, parameters, KnownHotspots.NONE);
    }

    /** The same with the ids of known hotspots. */
    Hotspots find(Snapshot snapshot, Filter filter, HotspotParameters parameters, KnownHotspots known) {
        return search(crs.get(), known).run(snapshot, filter.countingOnly(), parameters, Optional.empty());
    }

    /** The same with the confidence of each, which takes some hundred times as long. */
    Hotspots findAndAssess(Snapshot snapshot, Filter filter, HotspotParameters parameters, KnownHotspots known) {
        MetricCrs metres = crs.get();
        var assessment = new Assessment(streets, metres);
        return search(metres, known).run(snapshot, filter.countingOnly(), parameters, Optional.of(assessment));
    }

    private HotspotSearch search(MetricCrs metres, KnownHotspots known) {
        return new HotspotSearch(taxonomy, metres, zone, places, known);
    }

    /**
     * Names the answer for entity tags and caches: equal for equal hotspots of snapshots of one audience.
     *
     * @return visible ASCII without quotes
     */
    public String version(Snapshot snapshot, Filter filter, HotspotParameters parameters) {
        return "%d.%s.%s.%s.%s"
                .formatted(
                        snapshot.version(),
                        places.version(),
                        crs.get().name(),
                        filter.countingOnly().key(),
                        parameters.key());
    }
}
