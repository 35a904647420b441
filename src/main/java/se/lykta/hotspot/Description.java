package se.lykta.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Polygon;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.cells.Emergence;
import se.lykta.hotspot.facts.Facts;
import se.lykta.hotspot.facts.Timeline;
import se.lykta.hotspot.facts.Window;
import se.lykta.hotspot.identity.HotspotId;
import se.lykta.hotspot.identity.Identities;
import se.lykta.hotspot.identity.Members;
import se.lykta.hotspot.words.Name;
import se.lykta.hotspot.words.Wording;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;

/**
 * Makes hotspots of the clusters of one selection: outline, course, id, name and explanation. Immutable.
 *
 * @param crs the system of the selection
 * @param span when the data begin and end
 * @param window the days that were asked for, also where the selection is of those before
 */
record Description(
        Snapshot snapshot,
        MetricCrs crs,
        Wording wording,
        HotspotParameters parameters,
        Selection.Span span,
        Window window) {

    /**
     * The hotspots in the order of the clusters.
     *
     * @param clusters all of one selection, the best first
     * @param ranks of the clusters among those of all selections
     * @param ids of the selection's group
     */
    List<Hotspot> of(Selection selection, List<Cluster> clusters, List<Integer> ranks, Identities.Naming ids) {
        var outline = new Outline(parameters.epsMetres(), crs);
        List<Polygon> outlines = clusters.stream()
                .map(cluster -> outline.around(selection.x, selection.y, cluster.members()))
                .toList();
        Timeline timeline = count(selection, clusters, outlines);
        List<Hotspot> hotspots = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            Cluster cluster = clusters.get(i);
            Facts facts = cluster.tally().facts(timeline.course(i));
            hotspots.add(hotspot(cluster, ranks.get(i), facts, outlines.get(i), ids));
        }
        return hotspots;
    }

    private Hotspot hotspot(Cluster cluster, int rank, Facts facts, Polygon outline, Identities.Naming ids) {
        Part part = cluster.selection().part;
        double[] mean = cluster.mean();
        Members reports = reports(cluster);
        String id = ids.find(reports)
                .orElseGet(() -> HotspotId.of(part.code(), mean[0], mean[1], facts.mainCause(), ids.taken()));
        int row = cluster.selection().rows[cluster.nearest(mean)];
        var centre = new LonLat(snapshot.lonDeg(row), snapshot.latDeg(row));
        Optional<Emergence> emergence = facts.course().emergence(parameters.minReports());
        Name explanation = Stream.of(part.sentence(), parameters.weights().sentence())
                .flatMap(Optional::stream)
                .reduce(wording.explanation(facts, window, emergence), Name::and);
        var weight = parameters.weights().isOn() ? OptionalDouble.of(cluster.weight()) : OptionalDouble.empty();
        return new Hotspot(
                id,
                new Standing(rank, Optional.of(part.code()).filter(code -> !code.isEmpty()), weight),
                wording.name(facts, centre, rank),
                explanation,
                centre,
                outline,
                reports,
                facts,
                emergence,
                Optional.empty());
    }

    private Members reports(Cluster cluster) {
        return Members.of(Arrays.stream(cluster.members())
                .mapToLong(member -> snapshot.id(cluster.selection().rows[member]))
                .toArray());
    }

    private Timeline count(Selection selection, List<Cluster> clusters, List<Polygon> outlines) {
        var timeline = new Timeline(outlines, window, span.oldestMinute());
        if (outlines.isEmpty()) {
            return timeline;
        }
        int[] hotspotOf = members(selection, clusters);
        Filter ofAllYears = selection.part.filter().withWindow(timeline.fromMinute(), timeline.endMinute());
        for (int row = 0; row < snapshot.size(); row++) {
            if (!Selection.isWanted(snapshot, row, ofAllYears, selection.part.causes())) {
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
}
