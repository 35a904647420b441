package se.lykta.hotspot;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.cells.Emergence;
import se.lykta.hotspot.density.Dbscan;
import se.lykta.hotspot.facts.Tally;
import se.lykta.hotspot.facts.Window;
import se.lykta.hotspot.identity.Identities;
import se.lykta.hotspot.identity.KnownHotspots;
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
    private final KnownHotspots known;

    HotspotSearch(Taxonomy taxonomy, MetricCrs crs, ZoneId zone, NearestPlace places, KnownHotspots known) {
        if (!crs.isMetric()) {
            throw new IllegalArgumentException(crs.name() + " does not measure in metres");
        }
        this.taxonomy = taxonomy;
        this.crs = crs;
        this.zone = zone;
        this.wording = new Wording(taxonomy, places);
        this.known = known;
    }

    /** The hotspots, with their confidence if there is an assessment to tell it. */
    Hotspots run(Snapshot snapshot, Filter wanted, HotspotParameters parameters, Optional<Assessment> assessment) {
        Optional<Selection.Span> span = Selection.span(snapshot, taxonomy.positiveMask());
        if (span.isEmpty()) {
            return new Hotspots(List.of(), List.of(), 0, Optional.empty(), parameters, crs.name(), snapshot.version());
        }
        Window window = Window.of(wanted, span.get().newestMinute(), zone);
        var description = new Description(snapshot, crs, wording, parameters, span.get(), window);
        var question = new Question(description, Part.of(wanted.countingOnly(), parameters, taxonomy), new HashMap<>());
        List<Selection> selections = select(question, window);
        List<Cluster> clusters = clusters(question, window, selections);
        List<Hotspot> current = describe(question, clusters);
        List<Hotspot> trusted =
                assessment.map(by -> trusted(question, current, clusters, by)).orElse(current);
        boolean dated = wanted.fromMinute().isPresent() || wanted.endMinute().isPresent();
        return new Hotspots(
                trusted,
                dated ? List.of() : former(question, current),
                total(selections),
                Optional.of(window),
                parameters,
                crs.name(),
                snapshot.version());
    }

    /**
     * What is asked of one snapshot.
     *
     * @param ids those given so far, by group: a group's hotspots are other ones than those of all causes
     */
    private record Question(Description description, List<Part> parts, Map<String, Identities.Naming> ids) {

        Snapshot snapshot() {
            return description.snapshot();
        }

        HotspotParameters parameters() {
            return description.parameters();
        }
    }

    private List<Selection> select(Question question, Window window) {
        return question.parts.stream()
                .map(part -> Selection.of(question.snapshot(), part, window, crs))
                .toList();
    }

    /** How many reports were looked at; one of two groups is one. */
    private static int total(List<Selection> selections) {
        if (selections.size() == 1) {
            return selections.get(0).rows.length;
        }
        return (int) selections.stream()
                .flatMapToInt(selection -> IntStream.of(selection.rows))
                .distinct()
                .count();
    }

    /** The hotspots of the window before that are none any more. */
    private List<Hotspot> former(Question question, List<Hotspot> current) {
        Window before = question.description.window().before();
        if (before.endMinute() < question.description.span().oldestMinute()) {
            return List.of();
        }
        List<Cluster> clusters = clusters(question, before, select(question, before));
        return describe(question, clusters).stream()
                .filter(hotspot -> hotspot.emergence().equals(Optional.of(Emergence.SOLVED)))
                .filter(hotspot -> current.stream().noneMatch(other -> other.covers(hotspot)))
                .toList();
    }

    /** The clusters with enough reports and voices, the best ones first. */
    private List<Cluster> clusters(Question question, Window window, List<Selection> selections) {
        HotspotParameters parameters = question.parameters();
        var dbscan = new Dbscan(parameters.epsMetres(), parameters.minReports());
        List<Cluster> clusters = new ArrayList<>();
        for (Selection selection : selections) {
            int[][] members = dbscan.cluster(selection.x, selection.y).members();
            for (int number = 0; number < members.length; number++) {
                Tally tally = tally(question.snapshot(), selection, members[number]);
                // a cluster may have lost border points to a nearer one, so its size is looked at again
                if (tally.reports() >= parameters.minReports() && tally.voices() >= parameters.minReporters()) {
                    double weight = weight(question, window, selection, members[number]);
                    clusters.add(new Cluster(selection, number, members[number], tally, weight));
                }
            }
        }
        return clusters.stream()
                .sorted(Cluster.BEST_FIRST)
                .limit(parameters.limit())
                .toList();
    }

    private Tally tally(Snapshot snapshot, Selection selection, int[] members) {
        var tally = new Tally(taxonomy, selection.part.causes());
        for (int member : members) {
            tally.add(snapshot, selection.rows[member]);
        }
        return tally;
    }

    /** What the members weigh, summed in the order of the snapshot, which is canonical. */
    private static double weight(Question question, Window window, Selection selection, int[] members) {
        Weights weights = question.parameters().weights();
        if (!weights.isOn()) {
            return members.length;
        }
        int end = window.endMinute();
        double sum = 0;
        for (int member : members) {
            int row = selection.rows[member];
            sum += weights.of(
                    question.snapshot().severity(row), end - question.snapshot().minute(row));
        }
        return sum;
    }

    /** Names, outlines and facts of clusters in their order, the best first. */
    private List<Hotspot> describe(Question question, List<Cluster> clusters) {
        Hotspot[] hotspots = new Hotspot[clusters.size()];
        for (Selection selection : selections(clusters)) {
            List<Integer> places = places(clusters, selection);
            String group = selection.part.code();
            Identities.Naming ids =
                    question.ids.computeIfAbsent(group, code -> known.of(code).naming());
            List<Cluster> own = places.stream().map(clusters::get).toList();
            List<Integer> ranks = places.stream().map(place -> place + 1).toList();
            List<Hotspot> described = question.description.of(selection, own, ranks, ids);
            for (int i = 0; i < own.size(); i++) {
                hotspots[places.get(i)] = described.get(i);
            }
        }
        return List.of(hotspots);
    }

    private static List<Hotspot> trusted(
            Question question, List<Hotspot> hotspots, List<Cluster> clusters, Assessment assessment) {
        Hotspot[] trusted = hotspots.toArray(Hotspot[]::new);
        for (Selection selection : selections(clusters)) {
            List<Integer> places = places(clusters, selection);
            List<Cluster> own = places.stream().map(clusters::get).toList();
            List<Confidence> confidences = assessment.of(selection, own, question.parameters(), question.parts.size());
            for (int i = 0; i < own.size(); i++) {
                trusted[places.get(i)] = hotspots.get(places.get(i)).with(Optional.of(confidences.get(i)));
            }
        }
        return List.of(trusted);
    }

    private static List<Selection> selections(List<Cluster> clusters) {
        return clusters.stream().map(Cluster::selection).distinct().toList();
    }

    /** Where the clusters of one selection stand among all, ascending. */
    private static List<Integer> places(List<Cluster> clusters, Selection selection) {
        return IntStream.range(0, clusters.size())
                .filter(i -> clusters.get(i).selection() == selection)
                .boxed()
                .toList();
    }
}
