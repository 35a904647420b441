package se.lykta.hotspot.surface;

import java.util.Arrays;
import java.util.List;

/**
 * Weights that mix layers into one surface so that held-out reports become most likely.
 *
 * <p>Stacking of densities (Smyth and Wolpert 1999, Linearly combining density estimators via stacking, section 3):
 * maximise Σ ln Σ wₖ pₖ(cell) over reports that came after the layers were made, by expectation maximisation. Few weights,
 * many reports: hard to overfit; an even layer keeps every cell possible. It stops after a fixed number of rounds, where
 * weights that matter no longer move. O(rounds · layers · cells with later reports), deterministic.
 */
final class Blend {

    private static final int ROUNDS = 60;

    private Blend() {}

    /**
     * The weights of all layers, adding up to 1; 0 for those that are not to be mixed.
     *
     * @param folds at least one, each with later reports
     * @param mixed the numbers of the layers to mix, an even one among them
     */
    static double[] weights(List<Fold> folds, int[] mixed, int layers) {
        double[] weights = new double[layers];
        for (int layer : mixed) {
            weights[layer] = 1.0 / mixed.length;
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] merit = new double[layers];
            for (Fold fold : folds) {
                addMerit(fold, mixed, weights, merit);
            }
            double sum = Arrays.stream(merit).sum();
            Arrays.setAll(weights, layer -> merit[layer] / sum);
        }
        return weights;
    }

    /** Each later report is shared among the layers by how likely they said it would be in its cell. */
    private static void addMerit(Fold fold, int[] mixed, double[] weights, double[] merit) {
        double[] later = fold.later();
        for (int cell = 0; cell < later.length; cell++) {
            double all = 0;
            for (int i = 0; later[cell] > 0 && i < mixed.length; i++) {
                all += weights[mixed[i]] * fold.shares(mixed[i])[cell];
            }
            for (int i = 0; later[cell] > 0 && i < mixed.length; i++) {
                merit[mixed[i]] += later[cell] * weights[mixed[i]] * fold.shares(mixed[i])[cell] / all;
            }
        }
    }
}
