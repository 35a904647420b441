package se.lykta.walk.network;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.Graph;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;

/**
 * Makes legs of paths through the graph.
 *
 * <p>All lengths are sums of the same whole millimetres and milliseconds that the search adds up, so a leg has the
 * length and time of the table, and its steps, as differences of rounded sums from the start, add up to it.
 */
final class FootLegs {

    private final Graph graph;
    private final Weighting weighting;
    private final EncodedValueLookup facts;
    private final FootWords words;
    private final FootPace pace;

    FootLegs(Graph graph, Weighting weighting, EncodedValueLookup facts, FootWords words, FootPace pace) {
        this.graph = graph;
        this.weighting = weighting;
        this.facts = facts;
        this.words = words;
        this.pace = pace;
    }

    /** Of a path with at least one edge. */
    FootLeg leg(Path path) {
        EnumEncodedValue<StreetLight> lit = facts.getEnumEncodedValue(FootGraph.LIT, StreetLight.class);
        EnumEncodedValue<RoadClass> kind = facts.getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
        List<EdgeIteratorState> edges = path.calcEdges();
        return new FootLeg(
                metres(edges, edge -> true),
                seconds(edges),
                metres(edges, edge -> edge.get(lit).isLit()),
                metres(edges, edge -> edge.get(kind) == RoadClass.STEPS),
                line(path.calcPoints()),
                steps(path, edges));
    }

    /** Between places that meet the network in the same spot. */
    FootLeg none(LonLat position) {
        return new FootLeg(
                0, 0, 0, 0, List.of(position, position), List.of(new FootStep(words.arrival(), 0, 0, position)));
    }

    /** To six decimals, which are 0.1 m. */
    static LonLat position(double lonDeg, double latDeg) {
        return new LonLat(Math.round(lonDeg * 1e6) / 1e6, Math.round(latDeg * 1e6) / 1e6);
    }

    private List<FootStep> steps(Path path, List<EdgeIteratorState> edges) {
        var directions = new FootDirections(graph, weighting, facts, words);
        path.forEveryEdge(directions);
        List<FootDirections.Part> parts = directions.parts();
        List<FootStep> steps = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            FootDirections.Part part = parts.get(i);
            int end = i + 1 < parts.size() ? parts.get(i + 1).firstEdge() : edges.size();
            List<EdgeIteratorState> before = edges.subList(0, part.firstEdge());
            List<EdgeIteratorState> until = edges.subList(0, end);
            Name text = i == 0
                    ? words.setOut(directions.azimuthDeg(), part.way())
                    : words.turn(part.turn(), parts.get(i - 1).way(), part.way());
            steps.add(new FootStep(
                    text,
                    metres(until, edge -> true) - metres(before, edge -> true),
                    seconds(until) - seconds(before),
                    ends(edges.get(part.firstEdge())).get(0)));
        }
        steps.add(new FootStep(
                words.arrival(), 0, 0, ends(edges.get(edges.size() - 1)).get(1)));
        return steps;
    }

    private int seconds(List<EdgeIteratorState> edges) {
        return pace.seconds(edges.stream()
                .mapToLong(edge -> weighting.calcEdgeMillis(edge, false))
                .sum());
    }

    private static int metres(List<EdgeIteratorState> edges, Predicate<EdgeIteratorState> counts) {
        return FootArcs.metres(
                edges.stream().filter(counts).mapToLong(FootArcs::millimetres).sum());
    }

    private static List<LonLat> ends(EdgeIteratorState edge) {
        PointList points = edge.fetchWayGeometry(FetchMode.TOWER_ONLY);
        return List.of(position(points.getLon(0), points.getLat(0)), position(points.getLon(1), points.getLat(1)));
    }

    private static List<LonLat> line(PointList points) {
        List<LonLat> line = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            LonLat position = position(points.getLon(i), points.getLat(i));
            if (line.isEmpty() || !line.get(line.size() - 1).equals(position)) {
                line.add(position);
            }
        }
        return line.size() >= 2 ? line : List.of(line.get(0), line.get(0));
    }
}
