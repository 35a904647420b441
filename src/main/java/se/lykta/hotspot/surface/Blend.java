package se.lykta.hotspot.surface;

import java.util.Arrays;
import java.util.List;

/**
 * Weights that mix layers into one surface so that held-out reports become most likely where it matters.
 *
 * <p>Stacking of densities (Smyth and Wolpert 1999, Linearly combining density estimators via stacking, section 3):
 * maximise Σ ln Σ vₖ pₖ(cell | {@link HotPart}) over reports that came after the layers were made, by expectation
 * maximisation. Likelihood over all cells would choose wide kernels for the sake of quiet ones, and those are never drawn:
 * so only the order within the hot part counts. The weights of whole layers are wₖ ∝ vₖ / pₖ(hot part), the mean of the
 * parts. Few weights, many reports: hard to overfit; an even layer keeps every cell possible. It stops after a fixed number
 * of rounds, where weights that matter no longer move. O(rounds · layers · cells with later reports), deterministic.
 */
final class Blend {

    private static final int ROUNDS = 60;

    private Blend() {}

    /**
     * The weights of all layers, adding up to 1; 0 for those that are not to be mixed. All alike if no later report is in
     * a hot part.
     *
     * @param parts of the looks back, at least one
     * @param mixed the numbers of the layers to mix, an even one among them
     */
    static double[] weights(List<HotPart> parts, int[] mixed, int layers) {
        double[] weights = new double[layers];
        Arrays.stream(mixed).forEach(layer -> weights[layer] = 1.0 / mixed.length);
        double later = parts.stream().mapToDouble(HotPart::laterReports).sum();
        if (later == 0) {
            return weights;
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] merit = new double[layers];
            parts.forEach(part -> part.addMerit(mixed, weights, merit));
            Arrays.setAll(weights, layer -> merit[layer] / later);
        }
        Arrays.setAll(weights, layer -> weights[layer] > 0 ? weights[layer] / mass(parts, layer) : 0);
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** What a layer gives the hot parts, weighted by their later reports; in no unit. */
    private static double mass(List<HotPart> parts, int layer) {
        return parts.stream()
                .mapToDouble(part -> part.laterReports() * part.mass(layer))
                .sum();
    }
}
