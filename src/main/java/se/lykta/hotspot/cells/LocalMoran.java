package se.lykta.hotspot.cells;

/**
 * Local Moran's I: is a cell like its neighbours?
 *
 * <p>I_i = (x_i − X)/m2 · Σ w_ij (x_j − X) with m2 = Σ (x − X)²/n and row-standardised weights, the cell itself not among
 * them (Anselin 1995, equation 12). Expectation and variance are conditional on x_i, the others permuted (Sokal, Oden &
 * Thomson 1998, appendix), as in spdep's localmoran. A cell without neighbours has I = 0; it is not tested, nor is one
 * that equals the mean. O(cells × neighbours). Immutable.
 */
public final class LocalMoran {

    /** Where a cell and the mean of its neighbours lie against the mean of the map; exactly the mean is low. */
    public enum Quadrant {
        /** High among high: the core of a hotspot. */
        HIGH_HIGH("High-High"),
        /** Low among low. */
        LOW_LOW("Low-Low"),
        /** High among low: a spot by itself. */
        HIGH_LOW("High-Low"),
        /** Low among high: a gap, or the edge of a hotspot. */
        LOW_HIGH("Low-High");

        private final String label;

        Quadrant(String label) {
            this.label = label;
        }

        /** The name in files, as spdep writes it. */
        public String label() {
            return label;
        }

        private static Quadrant of(boolean ownHigh, boolean neighboursHigh) {
            if (ownHigh) {
                return neighboursHigh ? HIGH_HIGH : HIGH_LOW;
            }
            return neighboursHigh ? LOW_HIGH : LOW_LOW;
        }
    }

    private final double[] statistic;
    private final double[] expected;
    private final double[] variance;
    private final Quadrant[] quadrants;
    private final Scores scores;

    /** Computes the statistic of every cell of a map. */
    public LocalMoran(double[] values, Neighbours neighbours) {
        neighbours.checkSize(values.length);
        int n = values.length;
        var map = new Values(values);
        statistic = new double[n];
        expected = new double[n];
        variance = new double[n];
        quadrants = new Quadrant[n];
        double[] z = new double[n];
        for (int cell = 0; cell < n; cell++) {
            int count = neighbours.count(cell);
            double lag = count == 0 ? 0 : neighbours.sum(map.deviation, cell) / count;
            double own = map.deviation[cell];
            quadrants[cell] = Quadrant.of(own > 0, map.squares > 0 && isAboveMean(values, map, neighbours, cell));
            if (count > 0 && map.squares > 0) {
                double slope = own / map.variance();
                statistic[cell] = slope * lag;
                expected[cell] = -slope * own / (n - 1);
                variance[cell] = slope * slope * varianceOfLag(map, cell, count);
            }
            z[cell] = variance[cell] > 0 ? (statistic[cell] - expected[cell]) / Math.sqrt(variance[cell]) : Double.NaN;
        }
        scores = new Scores(z);
    }

    /** Whether the neighbours are above the mean of the map: of sums, which are exact for counts, as means are not. */
    private static boolean isAboveMean(double[] values, Values map, Neighbours neighbours, int cell) {
        return neighbours.sum(values, cell) * values.length > map.total * neighbours.count(cell);
    }

    /** The variance of the mean of so many values drawn from all but the cell's own. */
    private static double varianceOfLag(Values map, int cell, int count) {
        double others = map.deviation.length - 1.0;
        double chosen = 1.0 / count - 1 / others;
        return others > 1 ? others / (others - 1) * chosen * map.varianceWithout(cell) : 0;
    }

    /** I of a cell: positive among its like, negative among unlike cells. */
    public double statistic(int cell) {
        return statistic[cell];
    }

    /** What I is expected to be if the other cells were permuted. */
    public double expected(int cell) {
        return expected[cell];
    }

    /** The variance of I under permutation of the other cells. */
    public double variance(int cell) {
        return variance[cell];
    }

    /** Where the cell and its neighbours lie against the mean. */
    public Quadrant quadrant(int cell) {
        return quadrants[cell];
    }

    /** I less its expectation in standard deviations. */
    public Scores scores() {
        return scores;
    }
}
