package se.lykta.hotspot.surface;

import java.util.Arrays;
import java.util.List;

/**
 * One look back: what could be known at a moment, layer by layer, and what came in the time after it.
 *
 * <p>Used by one thread; the arrays are shared inside this package.
 */
final class Fold {

    private final double[][] shares;
    private final double[] later;
    private final double laterReports;

    /**
     * A look back.
     *
     * @param layers of which the shares of the cells are made
     * @param past all reports before {@code now}, at least one
     * @param later reports by cell after it
     */
    Fold(List<Layer> layers, History past, long now, Sites sites, double[] later) {
        this.shares =
                layers.stream().map(layer -> layer.shares(past, now, sites)).toArray(double[][]::new);
        this.later = later;
        this.laterReports = Arrays.stream(later).sum();
    }

    /** The shares of the cells by a layer. */
    double[] shares(int layer) {
        return shares[layer];
    }

    /** The shares of the cells by a mixture of layers. */
    double[] mixture(double[] weights) {
        double[] mixture = new double[later.length];
        for (int layer = 0; layer < weights.length; layer++) {
            for (int cell = 0; weights[layer] > 0 && cell < mixture.length; cell++) {
                mixture[cell] += weights[layer] * shares[layer][cell];
            }
        }
        return mixture;
    }

    /** Later reports by cell. */
    double[] later() {
        return later;
    }

    /** How many later reports there are. */
    double laterReports() {
        return laterReports;
    }

    /** The PAI of a surface. */
    double pai(double[] surface, double areaShare) {
        return Accuracy.of(surface, later, areaShare).pai();
    }
}
