package se.lykta.hotspot.cells;

import se.lykta.hotspot.probability.Binomial;

/**
 * Asks of every neighbourhood whether it has more reports than its share, with exact probabilities.
 *
 * <p>Given the number N of reports on the map, a neighbourhood whose share is s has a binomial number of them if each
 * falls independently (complete spatial randomness, or the given background). One-sided, no normal approximation, no
 * mid-p: what is promised holds for any number of reports. The share is that of the area inside the municipality, so
 * cells at the border are not thought cold, or of what is expected: people, metres of street, the reports of many years.
 * O(cells × (neighbours + √expected)).
 */
public final class ExactTest {

    private ExactTest() {}

    /**
     * Tests every cell with its neighbours, itself included.
     *
     * @param counts reports by cell
     * @param background what a cell's share is in proportion to, not negative, not all 0; for an even spread {@link
     *     StudyCells#areasInside()}
     */
    public static HotCells of(int[] counts, double[] background, Neighbours neighbours) {
        neighbours.checkSize(counts.length);
        neighbours.checkSize(background.length);
        int n = counts.length;
        int reports = total(counts);
        double all = total(background);
        double[] observed = new double[n];
        double[] expected = new double[n];
        double[] hot = new double[n];
        double[] cold = new double[n];
        for (int cell = 0; cell < n; cell++) {
            double share = Math.min(1, (neighbours.sum(background, cell) + background[cell]) / all);
            int here = neighbours.sum(counts, cell) + counts[cell];
            observed[cell] = here;
            expected[cell] = reports * share;
            hot[cell] = Binomial.atLeast(here, reports, share);
            cold[cell] = Binomial.atMost(here, reports, share);
        }
        return new HotCells(observed, expected, hot, cold);
    }

    private static int total(int[] counts) {
        int total = 0;
        for (int count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException(count + " is no count of reports");
            }
            total = Math.addExact(total, count);
        }
        return total;
    }

    private static double total(double[] background) {
        double total = 0;
        for (double value : background) {
            if (!(value >= 0 && Double.isFinite(value))) {
                throw new IllegalArgumentException("background " + value + " of a cell is negative or not finite");
            }
            total += value;
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("the background is 0 in all %d cells".formatted(background.length));
        }
        return total;
    }
}
