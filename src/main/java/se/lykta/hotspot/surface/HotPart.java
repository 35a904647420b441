package se.lykta.hotspot.surface;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The cells of a look back among which those that are judged will be found, and what the layers say of them alone.
 *
 * <p>They are the cells of the highest values when all layers count alike. Immutable.
 */
final class HotPart {

    /** Later reports of each cell that has any. */
    private final double[] later;
    /** By layer, the share of each of these cells in what the layer gives all cells of the part. */
    private final double[][] shares;
    /** By layer, the share of the part in what the layer gives all cells. */
    private final double[] masses;

    /**
     * The hot part of a look back.
     *
     * @param mixed the numbers of the layers that count; the others get no shares
     * @param areaShare how much of the area belongs to it, above 0, at most 1; cells as hot as the last one belong to it, too
     */
    HotPart(Fold fold, int[] mixed, double areaShare) {
        double[] even = new double[Arrays.stream(mixed).max().orElseThrow() + 1];
        Arrays.stream(mixed).forEach(layer -> even[layer] = 1.0 / mixed.length);
        double[] heat = fold.mixture(even);
        double[] sorted = heat.clone();
        Arrays.sort(sorted);
        double least = sorted[sorted.length - (int) Math.ceil(areaShare * sorted.length)];
        int[] part = IntStream.range(0, heat.length)
                .filter(cell -> heat[cell] >= least)
                .toArray();
        int[] reported =
                Arrays.stream(part).filter(cell -> fold.later()[cell] > 0).toArray();
        later = Arrays.stream(reported).mapToDouble(cell -> fold.later()[cell]).toArray();
        masses = new double[even.length];
        shares = new double[even.length][reported.length];
        for (int layer : mixed) {
            double[] all = fold.shares(layer);
            double mass = Arrays.stream(part).mapToDouble(cell -> all[cell]).sum();
            masses[layer] = mass;
            if (mass > 0) {
                Arrays.setAll(shares[layer], i -> all[reported[i]] / mass);
            }
        }
    }

    /** Later reports in the part. */
    double laterReports() {
        return Arrays.stream(later).sum();
    }

    /** The share of the part in what a mixed layer gives all cells. */
    double mass(int layer) {
        return masses[layer];
    }

    /**
     * Shares each later report among the mixed layers by how likely they said it would be in its cell.
     *
     * @param weights of the layers
     * @param merit to which their shares are added
     */
    void addMerit(int[] mixed, double[] weights, double[] merit) {
        for (int i = 0; i < later.length; i++) {
            double all = 0;
            for (int layer : mixed) {
                all += weights[layer] * shares[layer][i];
            }
            for (int layer : mixed) {
                merit[layer] += later[i] * weights[layer] * shares[layer][i] / all;
            }
        }
    }
}
