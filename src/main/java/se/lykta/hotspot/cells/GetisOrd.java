package se.lykta.hotspot.cells;

/**
 * Getis and Ord's local statistics: is the sum of a neighbourhood higher or lower than the map's mean explains?
 *
 * <p>z_i = (Σ_j w_ij x_j − X W_i) / (S √((n S1_i − W_i²)/(n − 1))) with weights 1, so W_i = S1_i is the number of cells in
 * the neighbourhood; X and S are mean and deviation (by n) of all cells (Ord & Getis 1995, equations 14.2 and 14.3, after
 * Getis & Ord 1992). As spdep's localG. The normal p value is too bold where few reports are expected in a neighbourhood:
 * with 14 expected, 40 % of maps without any pattern show a hot cell. {@link ExactTest} is not. O(cells × neighbours).
 */
public final class GetisOrd {

    private GetisOrd() {}

    /** Gi*: the neighbourhood includes the cell itself. */
    public static Scores star(double[] values, Neighbours neighbours) {
        neighbours.checkSize(values.length);
        int n = values.length;
        var map = new Values(values);
        double[] z = new double[n];
        for (int cell = 0; cell < n; cell++) {
            double weight = neighbours.count(cell) + 1.0;
            // values first: whole numbers add up exactly, so equal neighbourhoods get equal scores
            double excess = neighbours.sum(values, cell) + values[cell] - map.mean * weight;
            z[cell] = standardised(excess, map.variance(), n, weight);
        }
        return new Scores(z);
    }

    /** Gi: only the cell's neighbours, compared with all cells but itself. */
    public static Scores withoutSelf(double[] values, Neighbours neighbours) {
        neighbours.checkSize(values.length);
        int others = values.length - 1;
        var map = new Values(values);
        double[] z = new double[values.length];
        for (int cell = 0; cell < values.length; cell++) {
            double weight = neighbours.count(cell);
            double excess = others == 0 ? 0 : neighbours.sum(map.deviation, cell) - weight * map.meanWithout(cell);
            z[cell] = standardised(excess, map.varianceWithout(cell), others, weight);
        }
        return new Scores(z);
    }

    /** The excess of so many of n cells in standard deviations; NaN if there is no other choice or all are equal. */
    private static double standardised(double excess, double variance, int n, double weight) {
        double spread = weight * (n - weight);
        return n > 1 && spread > 0 && variance > 0 ? excess / Math.sqrt(variance * spread / (n - 1)) : Double.NaN;
    }
}
