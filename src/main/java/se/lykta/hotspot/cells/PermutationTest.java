package se.lykta.hotspot.cells;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

/**
 * Asks of every neighbourhood whether its values are higher than if all values of the map were shuffled.
 *
 * <p>Conditional permutation (Anselin 1995, section 2.3), as in esda: the cell keeps its value, its neighbours get values
 * drawn from all other cells without putting back. p = (1 + runs at least as high)/(1 + runs), for cold cells at least as
 * low; ties count on both sides, where esda counts them on one and calls the emptiest neighbourhood of an empty map
 * significant. Unlike {@link ExactTest} it takes values that are no counts, and clumps of reports in single cells for
 * granted; but p is never below 1/(1 + runs), so a correction for m cells finds nothing unless about 20 m/runs of them are
 * hot. O(cells × runs × neighbours), the same result for the same seed.
 */
public final class PermutationTest {

    /** How many runs are usual; the least p is then 0.001. */
    public static final int USUAL_RUNS = 999;

    /** Sums of the same values in another order differ by less. */
    private static final double ROUNDING = 1e-12;

    private static final int CELLS_PER_STEP = 256;

    private final double[] values;
    private final Neighbours neighbours;
    private final int runs;
    private final double[] deck;
    private final int[] swapped;

    private PermutationTest(double[] values, Neighbours neighbours, int runs) {
        this.values = values;
        this.neighbours = neighbours;
        this.runs = runs;
        this.deck = values.clone();
        this.swapped = new int[values.length];
    }

    /**
     * Tests every cell with its neighbours, itself included.
     *
     * @param values by cell, not negative
     * @param runs how many permutations, at least 1
     * @param progress hears the share that is done, 0..1; an interrupt ends the run with a {@link CancellationException}
     */
    public static HotCells of(double[] values, Neighbours neighbours, int runs, long seed, DoubleConsumer progress) {
        neighbours.checkSize(values.length);
        if (runs < 1) {
            throw new IllegalArgumentException(runs + " runs are less than 1");
        }
        for (double value : values) {
            if (!(value >= 0 && Double.isFinite(value))) {
                throw new IllegalArgumentException("value " + value + " of a cell is negative or not finite");
            }
        }
        return new PermutationTest(values, neighbours, runs).run(new SplittableRandom(seed), progress);
    }

    private HotCells run(SplittableRandom seeds, DoubleConsumer progress) {
        int n = values.length;
        var map = new Values(values);
        double[] observed = new double[n];
        double[] expected = new double[n];
        double[] hot = new double[n];
        double[] cold = new double[n];
        for (int cell = 0; cell < n; cell++) {
            step(cell, progress);
            double around = neighbours.sum(values, cell);
            int count = neighbours.count(cell);
            observed[cell] = values[cell] + around;
            expected[cell] = values[cell] + (count == 0 ? 0 : count * (map.mean + map.meanWithout(cell)));
            double[] sums = permuted(cell, count, seeds.split());
            double slack = around * ROUNDING;
            hot[cell] = (1.0
                            + Arrays.stream(sums)
                                    .filter(sum -> sum >= around - slack)
                                    .count())
                    / (1 + runs);
            cold[cell] = (1.0
                            + Arrays.stream(sums)
                                    .filter(sum -> sum <= around + slack)
                                    .count())
                    / (1 + runs);
        }
        progress.accept(1);
        return new HotCells(observed, expected, hot, cold);
    }

    private void step(int cell, DoubleConsumer progress) {
        if (cell % CELLS_PER_STEP != 0) {
            return;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the permutation test is left unfinished");
        }
        progress.accept((double) cell / values.length);
    }

    /** For each run the sum of so many values of other cells. The deck is put back in order after each run. */
    private double[] permuted(int cell, int count, SplittableRandom random) {
        int others = values.length - 1;
        double[] sums = new double[runs];
        swap(cell, others);
        for (int run = 0; run < runs; run++) {
            double sum = 0;
            for (int k = 0; k < count; k++) {
                swapped[k] = k + random.nextInt(others - k);
                swap(k, swapped[k]);
                sum += deck[k];
            }
            for (int k = count - 1; k >= 0; k--) {
                swap(k, swapped[k]);
            }
            sums[run] = sum;
        }
        swap(cell, others);
        return sums;
    }

    private void swap(int a, int b) {
        double value = deck[a];
        deck[a] = deck[b];
        deck[b] = value;
    }
}
