package se.lykta.hotspot;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.locationtech.jts.geom.Polygon;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.density.Dbscan;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;
import se.lykta.taxonomy.Taxonomy;

/**
 * Makes named, ranked hotspots of the reports of one snapshot: select, cluster, judge, outline, compare, name.
 *
 * <p>Pure but for the gazetteer it asks for names: the same snapshot gives the same hotspots. About linear in the number
 * of reports. Immutable, safe for use by many threads if the gazetteer is.
 */
final class HotspotSearch {

    private final Taxonomy taxonomy;
    private final MetricCrs crs;
    private final ZoneId zone;
    private final Wording wording;

    HotspotSearch(Taxonomy taxonomy, MetricCrs crs, ZoneId zone, NearestPlace places) {
        if (!crs.isMetric()) {
            throw new IllegalArgumentException(crs.name() + " does not measure in metres");
        }
        this.taxonomy = taxonomy;
        this.crs = crs;
        this.zone = zone;
        this.wording = new Wording(taxonomy, places);
    }

    /** The hotspots, with their confidence if there is an assessment to tell it. */
    Hotspots run(Snapshot snapshot, Filter wanted, HotspotParameters parameters, Optional<Assessment> assessment) {
        OptionalInt newest = Selection.newestMinute(snapshot, taxonomy.positiveMask());
        if (newest.isEmpty()) {
            return new Hotspots(List.of(), 0, Optional.empty(), parameters, crs.name(), snapshot.version());
        }
        Window window = Window.of(wanted, newest.getAsInt(), zone);
        Filter filter = wanted.countingOnly().withWindow(window.fromMinute(), window.endMinute());
        Selection selection = Selection.of(snapshot, filter, taxonomy.positiveMask(), crs);
        List<Cluster> clusters = clusters(snapshot, selection, parameters);
        var outline = new Outline(parameters.epsMetres(), crs);
        List<Polygon> outlines = clusters.stream()
                .map(cluster -> outline.around(selection.x, selection.y, cluster.members()))
                .toList();
        List<Confidence> confidences = assessment
                .map(known -> known.of(selection, clusters, parameters))
                .orElse(List.of());
        YearOnYear years = compare(snapshot, filter, window, members(selection, clusters), outlines);
        List<Hotspot> hotspots = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < clusters.size(); i++) {
            Cluster cluster = clusters.get(i);
            Facts facts = cluster.tally().facts().withYears(years.recent(i), years.before(i));
            double[] mean = cluster.mean(selection);
            String id = HotspotId.of(mean[0], mean[1], facts.mainCause(), ids);
            int row = selection.rows[cluster.nearest(selection, mean)];
            var centre = new LonLat(snapshot.lonDeg(row), snapshot.latDeg(row));
            Name name = wording.name(facts, centre, i + 1);
            Optional<Confidence> confidence =
                    confidences.isEmpty() ? Optional.empty() : Optional.of(confidences.get(i));
            Name explanation = wording.explanation(facts, window);
            hotspots.add(new Hotspot(id, i + 1, name, explanation, centre, outlines.get(i), facts, confidence));
        }
        return new Hotspots(
                hotspots, selection.rows.length, Optional.of(window), parameters, crs.name(), snapshot.version());
    }

    /** The clusters with enough reports and voices, the best ones first. */
    private List<Cluster> clusters(Snapshot snapshot, Selection selection, HotspotParameters parameters) {
        var dbscan = new Dbscan(parameters.epsMetres(), parameters.minReports());
        int[][] members = dbscan.cluster(selection.x, selection.y).members();
        List<Cluster> clusters = new ArrayList<>();
        for (int number = 0; number < members.length; number++) {
            var tally = new Tally(taxonomy);
            for (int member : members[number]) {
                tally.add(snapshot, selection.rows[member]);
            }
            // a cluster may have lost border points to a nearer one, so its size is looked at again
            if (tally.reports() >= parameters.minReports() && tally.voices() >= parameters.minReporters()) {
                clusters.add(new Cluster(number, members[number], tally));
            }
        }
        return clusters.stream()
                .sorted(Cluster.BEST_FIRST)
                .limit(parameters.limit())
                .toList();
    }

    /** For each row of the snapshot that is a member its hotspot, counted from 0, else -1. */
    private static int[] members(Selection selection, List<Cluster> clusters) {
        int last = selection.rows.length == 0 ? -1 : selection.rows[selection.rows.length - 1];
        int[] hotspotOf = new int[last + 1];
        Arrays.fill(hotspotOf, -1);
        for (int i = 0; i < clusters.size(); i++) {
            for (int member : clusters.get(i).members()) {
                hotspotOf[selection.rows[member]] = i;
            }
        }
        return hotspotOf;
    }

    private YearOnYear compare(
            Snapshot snapshot, Filter filter, Window window, int[] hotspotOf, List<Polygon> outlines) {
        Window recent = window.lastMonths(12);
        Window both = window.lastMonths(24);
        var years = new YearOnYear(outlines, recent.fromMinute());
        if (outlines.isEmpty()) {
            return years;
        }
        Filter ofBoth = filter.withWindow(both.fromMinute(), both.endMinute());
        for (int row = 0; row < snapshot.size(); row++) {
            if (!Selection.isWanted(snapshot, row, ofBoth, taxonomy.positiveMask())) {
                continue;
            }
            if (row < hotspotOf.length && hotspotOf[row] >= 0) {
                years.addMember(hotspotOf[row], snapshot.minute(row));
            } else {
                years.add(snapshot.lonDeg(row), snapshot.latDeg(row), snapshot.minute(row));
            }
        }
        return years;
    }
}
