package se.lykta.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Smooth lines through drawn places.
 *
 * <p>Catmull-Rom splines (Catmull, Rom 1974) pass through every drawn place, so junctions stay where the plan has them.
 * They are sampled each twelve metres and thinned (Douglas, Peucker 1973) to 0.9 m.
 */
final class Curve {

    private static final double STEP_METRES = 12;
    private static final double TOLERANCE_METRES = 0.9;

    private Curve() {}

    static List<Spot> through(List<Spot> drawn) {
        List<Spot> line = new ArrayList<>();
        line.add(drawn.get(0));
        for (int i = 0; i + 1 < drawn.size(); i++) {
            List<Spot> piece = piece(
                    drawn.get(Math.max(0, i - 1)),
                    drawn.get(i),
                    drawn.get(i + 1),
                    drawn.get(Math.min(drawn.size() - 1, i + 2)));
            List<Spot> thinned = thin(piece);
            line.addAll(thinned.subList(1, thinned.size()));
        }
        return line;
    }

    /** A closed line; a smooth one is drawn through its places twice round, of which the middle turn is taken. */
    static List<Spot> ring(List<Spot> drawn, boolean smooth) {
        List<Spot> closed = new ArrayList<>(drawn);
        closed.add(drawn.get(0));
        if (!smooth) {
            return closed;
        }
        int n = drawn.size();
        List<Spot> line = new ArrayList<>(List.of(drawn.get(0)));
        for (int i = 0; i < n; i++) {
            List<Spot> piece = thin(
                    piece(drawn.get((i + n - 1) % n), drawn.get(i), drawn.get((i + 1) % n), drawn.get((i + 2) % n)));
            line.addAll(piece.subList(1, piece.size()));
        }
        return line;
    }

    /** A closed rectangle around a centre, turned against the clock. */
    static List<Spot> box(Spot centre, double halfWidth, double halfDepth, double degrees) {
        double cos = StrictMath.cos(StrictMath.toRadians(degrees));
        double sin = StrictMath.sin(StrictMath.toRadians(degrees));
        double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
        List<Spot> ring = new ArrayList<>();
        for (double[] corner : corners) {
            double x = corner[0] * halfWidth;
            double y = corner[1] * halfDepth;
            ring.add(centre.plus(x * cos - y * sin, x * sin + y * cos));
        }
        return ring;
    }

    /** A band around a line, for a river. */
    static List<Spot> band(List<Spot> line, double width) {
        List<Spot> ring = new ArrayList<>();
        List<Spot> back = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Spot before = line.get(Math.max(0, i - 1));
            Spot after = line.get(Math.min(line.size() - 1, i + 1));
            double length = before.distance(after);
            double dx = -(after.y() - before.y()) / length * width / 2;
            double dy = (after.x() - before.x()) / length * width / 2;
            ring.add(line.get(i).plus(dx, dy));
            back.add(0, line.get(i).plus(-dx, -dy));
        }
        ring.addAll(back);
        ring.add(ring.get(0));
        return ring;
    }

    private static List<Spot> piece(Spot before, Spot from, Spot to, Spot after) {
        int steps = Math.max(1, (int) Math.ceil(from.distance(to) / STEP_METRES));
        List<Spot> spots = new ArrayList<>();
        spots.add(from);
        for (int i = 1; i < steps; i++) {
            double t = (double) i / steps;
            spots.add(new Spot(
                    blend(before.x(), from.x(), to.x(), after.x(), t),
                    blend(before.y(), from.y(), to.y(), after.y(), t)));
        }
        spots.add(to);
        return spots;
    }

    private static double blend(double a, double b, double c, double d, double t) {
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
    }

    private static List<Spot> thin(List<Spot> line) {
        Spot first = line.get(0);
        Spot last = line.get(line.size() - 1);
        int farthest = -1;
        double most = TOLERANCE_METRES;
        for (int i = 1; i + 1 < line.size(); i++) {
            double distance = line.get(i).distance(line.get(i).onto(first, last));
            if (distance > most) {
                most = distance;
                farthest = i;
            }
        }
        if (farthest < 0) {
            return List.of(first, last);
        }
        List<Spot> kept = new ArrayList<>(thin(line.subList(0, farthest + 1)));
        List<Spot> rest = thin(line.subList(farthest, line.size()));
        kept.addAll(rest.subList(1, rest.size()));
        return kept;
    }
}
