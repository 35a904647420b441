package se.lykta.hotspot.cells;

import java.util.Arrays;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;

/**
 * A ring of an area, cut down to half-planes and measured.
 *
 * <p>Cutting follows Sutherland & Hodgman 1974. A ring that is no longer in one piece afterwards keeps edges along the cut
 * that are passed there and back, so they measure nothing: areas are right for rings of any form, at O(corners) a cut.
 * Immutable.
 */
final class Ring {

    private final double[] x;
    private final double[] y;
    private final int corners;

    /** Takes over both arrays, of which the first corners count; the last one is joined to the first. */
    private Ring(double[] x, double[] y, int corners) {
        this.x = x;
        this.y = y;
        this.corners = corners;
    }

    /** A ring turned so that its area counts as positive (counter-clockwise) or negative. */
    static Ring of(LinearRing ring, boolean positive) {
        CoordinateSequence sequence = ring.getCoordinateSequence();
        boolean reverse = Orientation.isCCW(sequence) != positive;
        int corners = sequence.size() - 1;
        double[] x = new double[corners];
        double[] y = new double[corners];
        for (int i = 0; i < corners; i++) {
            int at = reverse ? corners - i : i;
            x[i] = sequence.getX(at);
            y[i] = sequence.getY(at);
        }
        return new Ring(x, y, corners);
    }

    /** The part where a x + b y ≤ c. */
    Ring cut(double a, double b, double c) {
        double[] newX = new double[2 * corners];
        double[] newY = new double[2 * corners];
        int kept = 0;
        double before = corners == 0 ? 0 : excess(corners - 1, a, b, c);
        for (int i = 0; i < corners; i++) {
            double here = excess(i, a, b, c);
            if ((here > 0) != (before > 0)) {
                int last = i == 0 ? corners - 1 : i - 1;
                double share = before / (before - here);
                newX[kept] = x[last] + share * (x[i] - x[last]);
                newY[kept++] = y[last] + share * (y[i] - y[last]);
            }
            if (here <= 0) {
                newX[kept] = x[i];
                newY[kept++] = y[i];
            }
            before = here;
        }
        return new Ring(Arrays.copyOf(newX, kept), Arrays.copyOf(newY, kept), kept);
    }

    private double excess(int i, double a, double b, double c) {
        return a * x[i] + b * y[i] - c;
    }

    boolean isEmpty() {
        return corners < 3;
    }

    /** The signed area in square metres, measured from the first corner to lose no digits. */
    double area() {
        double twice = 0;
        for (int i = 2; i < corners; i++) {
            double firstX = x[i - 1] - x[0];
            double firstY = y[i - 1] - y[0];
            twice += firstX * (y[i] - y[0]) - (x[i] - x[0]) * firstY;
        }
        return twice / 2;
    }
}
