package se.lykta.hotspot;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Polygon;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.cells.Emergence;
import se.lykta.hotspot.density.Dbscan;
import se.lykta.hotspot.facts.Facts;
import se.lykta.hotspot.facts.Tally;
import se.lykta.hotspot.facts.Timeline;
import se.lykta.hotspot.facts.Window;
import se.lykta.hotspot.identity.HotspotId;
import se.lykta.hotspot.identity.Identities;
import se.lykta.hotspot.identity.Members;
import se.lykta.hotspot.words.Name;
import se.lykta.hotspot.words.NearestPlace;
import se.lykta.hotspot.words.Wording;
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
    private final Identities identities;

    HotspotSearch(Taxonomy taxonomy, MetricCrs crs, ZoneId zone, NearestPlace places, Identities identities) {
        if (!crs.isMetric()) {
            throw new IllegalArgumentException(crs.name() + " does not measure in metres");
        }
        this.taxonomy = taxonomy;
        this.crs = crs;
        this.zone = zone;
        this.wording = new Wording(taxonomy, places);
        this.identities = identities;
    }

    /** The hotspots, with their confidence if there is an assessment to tell it. */
    Hotspots run(Snapshot snapshot, Filter wanted, HotspotParameters parameters, Optional<Assessment> assessment) {
        Optional<Selection.Span> span = Selection.span(snapshot, taxonomy.positiveMask());
        if (span.isEmpty()) {
            return new Hotspots(List.of(), List.of(), 0, Optional.empty(), parameters, crs.name(), snapshot.version());
        }
        Window window = Window.of(wanted, span.get().newestMinute(), zone);
        var question = new Question(snapshot, wanted.countingOnly(), parameters, window, span.get());
        Selection selection = select(question, window);
        List<Cluster> clusters = clusters(snapshot, selection, parameters);
        List<Confidence> confidences = assessment
                .map(known -> known.of(selection, clusters, parameters))
                .orElse(List.of());
        Identities.Naming ids = identities.naming();
        List<Hotspot> current = describe(question, selection, clusters, ids);
        List<Hotspot> trusted = confidences.isEmpty()
                ? current
                : IntStream.range(0, current.size())
                        .mapToObj(i -> current.get(i).with(Optional.of(confidences.get(i))))
                        .toList();
        List<Hotspot> former =
                wanted.fromMinute().isPresent() || wanted.endMinute().isPresent()
                        ? List.of()
                        : former(question, current, ids);
        return new Hotspots(
                trusted,
                former,
                selection.rows.length,
                Optional.of(window),
                parameters,
                crs.name(),
                snapshot.version());
    }

    /** What is asked of one snapshot. */
    private record Question(
            Snapshot snapshot, Filter filter, HotspotParameters parameters, Window window, Selection.Span span) {}

    private Selection select(Question question, Window window) {
        Filter filter = question.filter.withWindow(window.fromMinute(), window.endMinute());
        return Selection.of(question.snapshot, filter, taxonomy.positiveMask(), crs);
    }

    /** The hotspots of the window before that are none any more. */
    private List<Hotspot> former(Question question, List<Hotspot> current, Identities.Naming ids) {
        Window before = question.window.before();
        if (before.endMinute() < question.span.oldestMinute()) {
            return List.of();
        }
        Selection selection = select(question, before);
        List<Cluster> clusters = clusters(question.snapshot, selection, question.parameters);
        return describe(question, selection, clusters, ids).stream()
                .filter(hotspot -> hotspot.emergence().equals(Optional.of(Emergence.SOLVED)))
                .filter(hotspot -> current.stream().noneMatch(other -> other.covers(hotspot.centre())))
                .toList();
    }

    /** Names, outlines and facts of clusters, the best first. */
    private List<Hotspot> describe(
            Question question, Selection selection, List<Cluster> clusters, Identities.Naming ids) {
        var outline = new Outline(question.parameters.epsMetres(), crs);
        List<Polygon> outlines = clusters.stream()
                .map(cluster -> outline.around(selection.x, selection.y, cluster.members()))
                .toList();
        Timeline timeline = count(question, members(selection, clusters), outlines);
        List<Hotspot> hotspots = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            Cluster cluster = clusters.get(i);
            Facts facts = cluster.tally().facts(timeline.course(i));
            double[] mean = cluster.mean(selection);
            Members reports = reports(question.snapshot, selection, cluster);
            String id =
                    ids.find(reports).orElseGet(() -> HotspotId.of(mean[0], mean[1], facts.mainCause(), ids.taken()));
            int row = selection.rows[cluster.nearest(selection, mean)];
            var centre = new LonLat(question.snapshot.lonDeg(row), question.snapshot.latDeg(row));
            Name name = wording.name(facts, centre, i + 1);
            Optional<Emergence> emergence = facts.course().emergence(question.parameters.minReports());
            Name explanation = wording.explanation(facts, question.window, emergence);
            hotspots.add(new Hotspot(
                    id,
                    i + 1,
                    name,
                    explanation,
                    centre,
                    outlines.get(i),
                    reports,
                    facts,
                    emergence,
                    Optional.empty()));
        }
        return hotspots;
    }

    private static Members reports(Snapshot snapshot, Selection selection, Cluster cluster) {
        return Members.of(Arrays.stream(cluster.members())
                .mapToLong(member -> snapshot.id(selection.rows[member]))
                .toArray());
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

    private Timeline count(Question question, int[] hotspotOf, List<Polygon> outlines) {
        Snapshot snapshot = question.snapshot;
        var timeline = new Timeline(outlines, question.window, question.span.oldestMinute());
        if (outlines.isEmpty()) {
            return timeline;
        }
        Filter ofAllYears = question.filter.withWindow(timeline.fromMinute(), timeline.endMinute());
        for (int row = 0; row < snapshot.size(); row++) {
            if (!Selection.isWanted(snapshot, row, ofAllYears, taxonomy.positiveMask())) {
                continue;
            }
            if (row < hotspotOf.length && hotspotOf[row] >= 0) {
                timeline.addMember(hotspotOf[row], snapshot.minute(row));
            } else {
                timeline.add(snapshot.lonDeg(row), snapshot.latDeg(row), snapshot.minute(row));
            }
        }
        return timeline;
    }
}
