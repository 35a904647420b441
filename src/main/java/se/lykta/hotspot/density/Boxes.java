package se.lykta.hotspot.density;

/**
 * Boxes around ranges of positions, as tight as can be, so that most distances need not be measured.
 *
 * <p>A distance to a box is never more than that to a position in it, not even by rounding: both are made by the same steps,
 * each of which keeps the order of its operands. Filled by its maker, then only read.
 */
final class Boxes {

    private static final int SIDES = 4;

    /** West, south, east, north of each box. */
    private final double[] sides;

    Boxes(int size) {
        sides = new double[SIDES * size];
    }

    /** Makes a box around the positions from..to-1; an empty one is infinitely far from everything. */
    void set(int box, double[] x, double[] y, int from, int to) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            west = Math.min(west, x[i]);
            south = Math.min(south, y[i]);
            east = Math.max(east, x[i]);
            north = Math.max(north, y[i]);
        }
        sides[SIDES * box] = west;
        sides[SIDES * box + 1] = south;
        sides[SIDES * box + 2] = east;
        sides[SIDES * box + 3] = north;
    }

    double width(int box) {
        return sides[SIDES * box + 2] - sides[SIDES * box];
    }

    double height(int box) {
        return sides[SIDES * box + 3] - sides[SIDES * box + 1];
    }

    /** The square of the distance from a position to a box, 0 within it. */
    double squaredDistance(int box, double x, double y) {
        int at = SIDES * box;
        double dx = Math.max(0, Math.max(sides[at] - x, x - sides[at + 2]));
        double dy = Math.max(0, Math.max(sides[at + 1] - y, y - sides[at + 3]));
        return dx * dx + dy * dy;
    }
}
