package se.lykta.place.osm.sea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.ItemBoundable;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Finds where the coast breaks off within the cover, and closes what can be closed.
 *
 * <p>The end of a line is joined to the start of another one, or either to the edge of the cover, the shortest gap first,
 * as osmcoastline does for the planet. The edge has to be as near as it is in a file that was cut there; what is farther
 * away stays open. O(n log n) in corners and ends.
 */
final class LooseEnds {

    /** How many short ways an end may be from the start that it is joined to. */
    private static final double GAP = 2;

    /** How many of the longest hops of its line an end may be from the edge. */
    private static final double HOPS = 2;

    private static final int NEIGHBOURS = 6;

    private final Shore shore;
    private final List<End> ends;

    private LooseEnds(Shore shore, List<End> ends) {
        this.shore = shore;
        this.ends = ends;
    }

    /**
     * An end that no other line goes on from.
     *
     * @param finishes whether its line ends here; else it starts
     * @param hop the longest way from corner to corner of its line
     */
    private record End(Coordinate at, boolean finishes, double hop) {

        Envelope box() {
            return new Envelope(at);
        }
    }

    /** A way of closing one end, or two. */
    private record Join(List<End> ends, LineSegment line) {}

    /**
     * What closing came to.
     *
     * @param joins what the coast is mended with
     * @param open ends that stay loose
     */
    record Mended(List<LineSegment> joins, List<Coordinate> open) {}

    static LooseEnds of(Shore shore) {
        Map<Coordinate, Integer> uses = new HashMap<>();
        for (Coordinate[] line : shore.coast()) {
            uses.merge(line[0], 1, Integer::sum);
            uses.merge(line[line.length - 1], 1, Integer::sum);
        }
        Set<Coordinate> single = new HashSet<>();
        uses.forEach((at, count) -> {
            if (count == 1) {
                single.add(at);
            }
        });
        for (Coordinate[] line : shore.coast()) {
            Arrays.stream(line, 1, line.length - 1).forEach(single::remove);
        }
        return new LooseEnds(shore, inside(shore, single));
    }

    private static List<End> inside(Shore shore, Set<Coordinate> single) {
        if (!shore.isOpen()) {
            return List.of();
        }
        var cover = new IndexedPointInAreaLocator(shore.cover());
        Map<Coordinate, End> found = new TreeMap<>();
        for (Coordinate[] line : shore.coast()) {
            double hop = longestHop(line);
            for (var end : List.of(new End(line[0], false, hop), new End(line[line.length - 1], true, hop))) {
                if (single.contains(end.at()) && cover.locate(end.at()) == Location.INTERIOR) {
                    found.put(end.at(), end);
                }
            }
        }
        return List.copyOf(found.values());
    }

    boolean isEmpty() {
        return ends.isEmpty();
    }

    List<Coordinate> places() {
        return ends.stream().map(End::at).toList();
    }

    /** Closes the shortest gaps first. */
    Mended mend() {
        List<Join> joins = new ArrayList<>(toTheEdge());
        joins.addAll(toOneAnother());
        joins.sort(Comparator.comparingDouble((Join join) -> join.line().getLength())
                .thenComparing(join -> join.line().p0)
                .thenComparing(join -> join.line().p1));
        Set<End> closed = new HashSet<>();
        List<LineSegment> made = new ArrayList<>();
        for (Join join : joins) {
            if (join.ends().stream().noneMatch(closed::contains)) {
                closed.addAll(join.ends());
                made.add(join.line());
            }
        }
        List<Coordinate> open =
                ends.stream().filter(end -> !closed.contains(end)).map(End::at).toList();
        return new Mended(made, open);
    }

    private List<Join> toTheEdge() {
        var factory = new GeometryFactory();
        var edge = new IndexedFacetDistance(shore.cover().getBoundary());
        return ends.stream()
                .map(end -> new Join(
                        List.of(end), new LineSegment(end.at(), edge.nearestPoints(factory.createPoint(end.at()))[0])))
                .filter(join -> join.line().getLength()
                        <= Math.min(shore.reach(), HOPS * join.ends().get(0).hop()))
                .toList();
    }

    private static double longestHop(Coordinate[] line) {
        double longest = 0;
        for (int i = 1; i < line.length; i++) {
            longest = Math.max(longest, line[i].distance(line[i - 1]));
        }
        return longest;
    }

    private List<Join> toOneAnother() {
        var starts = new STRtree();
        ends.stream().filter(end -> !end.finishes()).forEach(start -> starts.insert(start.box(), start));
        List<Join> joins = new ArrayList<>();
        if (starts.isEmpty()) {
            return joins;
        }
        for (End end : ends.stream().filter(End::finishes).toList()) {
            for (Object near : starts.nearestNeighbour(end.box(), end, LooseEnds::distance, NEIGHBOURS)) {
                End start = (End) near;
                var line = new LineSegment(end.at(), start.at());
                if (line.getLength() <= GAP * shore.reach()) {
                    joins.add(new Join(List.of(end, start), line));
                }
            }
        }
        return joins;
    }

    private static double distance(ItemBoundable a, ItemBoundable b) {
        return ((End) a.getItem()).at().distance(((End) b.getItem()).at());
    }
}
