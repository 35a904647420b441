package se.lykta.hotspot.surface;

import java.util.Arrays;
import se.lykta.hotspot.density.RowSort;

/**
 * The different positions of points with the sum of their weights, from south to north, then from west to east.
 *
 * <p>Exists because 305 000 published reports may sit on 22 130 positions, and because sums that are made in this order
 * are the same to the last bit whatever order the points came in. A weight says how much a point counts, by severity or
 * recency; points of weight 0 are left out. Immutable.
 */
public final class Spots {

    private final double[] x;
    private final double[] y;
    private final double[] weight;

    private Spots(double[] x, double[] y, double[] weight) {
        this.x = x;
        this.y = y;
        this.weight = weight;
    }

    /** The spots of points that count 1 each; coordinates in metres, finite. */
    public static Spots of(double[] x, double[] y) {
        double[] weight = new double[x.length];
        Arrays.fill(weight, 1);
        return of(x, y, weight);
    }

    /**
     * The spots of weighted points.
     *
     * @param x coordinates in metres, finite
     * @param y as many
     * @param weight as many, finite, at least 0
     */
    public static Spots of(double[] x, double[] y, double[] weight) {
        check(x, y, weight);
        int[] order = RowSort.sort(x.length, (a, b) -> {
            if (y[a] != y[b]) {
                return y[a] < y[b];
            }
            return x[a] < x[b] || (x[a] == x[b] && weight[a] < weight[b]);
        });
        double[] spotX = new double[x.length];
        double[] spotY = new double[x.length];
        double[] spotWeight = new double[x.length];
        int spots = 0;
        for (int row : order) {
            if (weight[row] == 0) {
                continue;
            }
            if (spots == 0 || spotX[spots - 1] != x[row] || spotY[spots - 1] != y[row]) {
                spotX[spots] = x[row];
                spotY[spots++] = y[row];
            }
            spotWeight[spots - 1] += weight[row];
        }
        return new Spots(Arrays.copyOf(spotX, spots), Arrays.copyOf(spotY, spots), Arrays.copyOf(spotWeight, spots));
    }

    private static void check(double[] x, double[] y, double[] weight) {
        if (x.length != y.length || x.length != weight.length) {
            throw new IllegalArgumentException(
                    "%d x, %d y and %d weights are no points".formatted(x.length, y.length, weight.length));
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException("point %s, %s is not finite".formatted(x[i], y[i]));
            }
            if (!(weight[i] >= 0 && Double.isFinite(weight[i]))) {
                throw new IllegalArgumentException("weight " + weight[i] + " is not a finite number of at least 0");
            }
        }
    }

    /** Number of different positions. */
    public int size() {
        return x.length;
    }

    double x(int spot) {
        return x[spot];
    }

    double y(int spot) {
        return y[spot];
    }

    double weight(int spot) {
        return weight[spot];
    }

    /** Sum of all weights: the number of points if each counts 1. */
    public double mass() {
        double mass = 0;
        for (double w : weight) {
            mass += w;
        }
        return mass;
    }

    /** The same positions with other weights. */
    Spots reweighted(double[] weights) {
        return new Spots(x, y, weights);
    }
}
