package se.lykta.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a network of drawn lines: where two lines of one layer meet or cross they get a common place.
 *
 * <p>First the ends: an end within {@value #REACH_METRES} m of another line is moved onto it. Then every proper crossing
 * of two segments of one layer becomes a place of both, or takes a corner within {@value #NEAR_METRES} m, so that no
 * sliver is left. Lines on other layers (bridges, tunnels) are passed over. Quadratic in the number of segments: enough
 * for a small town.
 */
final class Junctions {

    static final double REACH_METRES = 6;
    static final double NEAR_METRES = 2;

    private final List<Shape> shapes;
    private final List<List<Spot>> lines = new ArrayList<>();

    private Junctions(List<Shape> shapes) {
        this.shapes = shapes;
        shapes.forEach(shape -> lines.add(new ArrayList<>(shape.spots())));
    }

    static List<Shape> join(List<Shape> shapes) {
        var junctions = new Junctions(shapes);
        junctions.moveEnds();
        junctions.cross();
        List<Shape> joined = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            joined.add(shapes.get(i).withSpots(junctions.lines.get(i)));
        }
        return joined;
    }

    private void moveEnds() {
        for (int i = 0; i < lines.size(); i++) {
            if (shapes.get(i).isHighway()) {
                moveEnd(i, 0);
                moveEnd(i, lines.get(i).size() - 1);
            }
        }
    }

    private void moveEnd(int line, int index) {
        Spot end = lines.get(line).get(index);
        Spot best = null;
        int bestLine = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (i == line || shapes.get(i).isRail()) {
                continue;
            }
            Spot near =
                    nearest(end, i, shapes.get(i).layer() == shapes.get(line).layer());
            if (near != null && (best == null || near.distance(end) < best.distance(end))) {
                best = near;
                bestLine = i;
            }
        }
        if (best != null) {
            insert(bestLine, best);
            lines.get(line).set(index, best);
        }
    }

    /** The place of a line to join: a corner within reach, else (on the same layer) a place of a segment. */
    private @Nullable Spot nearest(Spot end, int line, boolean sameLayer) {
        List<Spot> spots = lines.get(line);
        Spot corner = nearest(end, spots.stream(), REACH_METRES / 2);
        if (corner != null || !sameLayer) {
            return corner;
        }
        Stream<Spot> feet =
                IntStream.range(0, spots.size() - 1).mapToObj(i -> end.onto(spots.get(i), spots.get(i + 1)));
        return nearest(end, feet, REACH_METRES);
    }

    private static @Nullable Spot nearest(Spot end, Stream<Spot> spots, double reachMetres) {
        return spots.filter(spot -> spot.distance(end) <= reachMetres)
                .min(Comparator.comparingDouble(end::distance))
                .orElse(null);
    }

    /** Puts a place that lies on (or very near) a line into it, unless it is there. */
    private void insert(int line, Spot spot) {
        List<Spot> spots = lines.get(line);
        if (spots.contains(spot)) {
            return;
        }
        int segment = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i + 1 < spots.size(); i++) {
            double distance = spot.distance(spot.onto(spots.get(i), spots.get(i + 1)));
            if (distance < least) {
                least = distance;
                segment = i;
            }
        }
        spots.add(segment + 1, spot);
    }

    private void cross() {
        for (int i = 0; i < lines.size(); i++) {
            for (int j = i + 1; j < lines.size(); j++) {
                if (shapes.get(i).layer() == shapes.get(j).layer()) {
                    cross(i, j);
                }
            }
        }
    }

    private void cross(int one, int other) {
        for (int i = 0; i + 1 < lines.get(one).size(); i++) {
            int j = 0;
            while (j + 1 < lines.get(other).size()) {
                Spot crossing = crossing(lines.get(one), i, lines.get(other), j);
                if (crossing != null) {
                    insert(one, crossing);
                    insert(other, crossing);
                    j = -1;
                }
                j++;
            }
        }
    }

    private static @Nullable Spot crossing(List<Spot> one, int i, List<Spot> other, int j) {
        List<Spot> ends = List.of(one.get(i), one.get(i + 1), other.get(j), other.get(j + 1));
        Spot crossing = Set.copyOf(ends).size() < 4 ? null : crossing(ends);
        if (crossing == null) {
            return null;
        }
        Spot corner = nearest(crossing, ends.stream(), NEAR_METRES);
        return corner == null ? crossing : corner;
    }

    /** Where the segment of the first two places crosses that of the last two; null for parallel ones. */
    private static @Nullable Spot crossing(List<Spot> ends) {
        Spot from = ends.get(0);
        Spot side = ends.get(2);
        double[] one = {ends.get(1).x() - from.x(), ends.get(1).y() - from.y()};
        double[] other = {ends.get(3).x() - side.x(), ends.get(3).y() - side.y()};
        double[] gap = {side.x() - from.x(), side.y() - from.y()};
        double area = cross(one, other);
        double t = cross(gap, other) / area;
        double u = cross(gap, one) / area;
        boolean meets = area != 0 && t >= 0 && t <= 1 && u >= 0 && u <= 1;
        return meets ? from.towards(ends.get(1), t) : null;
    }

    private static double cross(double[] one, double[] other) {
        return one[0] * other[1] - one[1] * other[0];
    }
}
