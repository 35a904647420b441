package se.lykta.hotspot.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LocalMoranTest {

    @Test
    void equalsTheDefinition() {
        for (long seed = 1; seed <= 20; seed++) {
            var random = new SplittableRandom(seed);
            StudyCells cells = StudyCells.of(new SquareCells(350), Areas.jagged(random, 0, 0));
            Neighbours rook = Neighbours.touching(cells, Contiguity.ROOK, 1);
            double[] x = random.ints(cells.size(), 0, 20).asDoubleStream().toArray();
            double mean = Arrays.stream(x).average().orElseThrow();
            double m2 = Arrays.stream(x)
                            .map(value -> (value - mean) * (value - mean))
                            .sum()
                    / x.length;

            var moran = new LocalMoran(x, rook);

            for (int cell = 0; cell < x.length; cell++) {
                double lag = 0;
                for (int k = 0; k < rook.count(cell); k++) {
                    lag += (x[rook.get(cell, k)] - mean) / rook.count(cell);
                }
                String quadrant = (x[cell] > mean ? "High-" : "Low-") + (lag > 0 ? "High" : "Low");
                assertThat(moran.statistic(cell))
                        .as("seed " + seed)
                        .isCloseTo((x[cell] - mean) / m2 * lag, within(1e-12));
                assertThat(moran.quadrant(cell).label()).as("seed " + seed).isEqualTo(quadrant);
            }
        }
    }

    /** Whole numbers, so that ties can be told without rounding. */
    @Test
    void neighboursThatHaveExactlyTheMeanAreLow() {
        Neighbours rook = Neighbours.touching(Areas.squares(6, 3), Contiguity.ROOK, 1);
        int ties = 0;
        for (long seed = 1; seed <= 500; seed++) {
            int[] x = new SplittableRandom(seed).ints(18, 0, 7).toArray();
            int total = Arrays.stream(x).sum();

            var moran = new LocalMoran(Arrays.stream(x).asDoubleStream().toArray(), rook);

            for (int cell = 0; cell < x.length; cell++) {
                int lag = rook.sum(x, cell) * x.length - total * rook.count(cell);
                String quadrant = (x[cell] * x.length > total ? "High-" : "Low-") + (lag > 0 ? "High" : "Low");
                assertThat(moran.quadrant(cell).label())
                        .as("seed %d, cell %d", seed, cell)
                        .isEqualTo(quadrant);
                ties += lag == 0 ? 1 : 0;
            }
        }
        assertThat(ties).isGreaterThan(50);
    }

    /** Permuting the other cells in every possible way: a mean and a variance that need no formula. */
    @Test
    void expectationAndVarianceAreThoseOfAllPermutations() {
        StudyCells cells = Areas.squares(3, 2);
        Neighbours rook = Neighbours.touching(cells, Contiguity.ROOK, 1);
        double[] x = {1, 4, 2, 0, 7, 7};
        var moran = new LocalMoran(x, rook);

        for (int cell = 0; cell < x.length; cell++) {
            double[] sums = new double[3];
            permute(x.clone(), cell, 0, rook, sums);
            double mean = sums[1] / sums[0];
            double variance = sums[2] / sums[0] - mean * mean;

            assertThat(moran.expected(cell)).isCloseTo(mean, within(1e-12));
            assertThat(moran.variance(cell)).isCloseTo(variance, within(1e-12));
            if (variance > 0) {
                assertThat(moran.scores().z(cell))
                        .isCloseTo((moran.statistic(cell) - mean) / Math.sqrt(variance), within(1e-12));
            }
        }
    }

    private static void permute(double[] x, int fixed, int from, Neighbours rook, double[] sums) {
        if (from == x.length) {
            double statistic = new LocalMoran(x, rook).statistic(fixed);
            sums[0]++;
            sums[1] += statistic;
            sums[2] += statistic * statistic;
            return;
        }
        if (from == fixed) {
            permute(x, fixed, from + 1, rook, sums);
            return;
        }
        for (int i = from; i < x.length; i++) {
            if (i != fixed) {
                swap(x, from, i);
                permute(x, fixed, from + 1, rook, sums);
                swap(x, from, i);
            }
        }
    }

    private static void swap(double[] x, int a, int b) {
        double value = x[a];
        x[a] = x[b];
        x[b] = value;
    }

    @Test
    void constantMapsIslandsAndSingleCellsAreDefinedButNotTested() {
        StudyCells islands =
                StudyCells.of(new SquareCells(1), Areas.box(0.2, 0.2, 1.8, 0.8).union(Areas.box(9.2, 0.2, 9.8, 0.8)));
        Neighbours queen = Neighbours.touching(islands, Contiguity.QUEEN, 1);

        var moran = new LocalMoran(new double[] {1, 5, 9}, queen);

        assertThat(moran.statistic(2)).isZero();
        assertThat(moran.scores().isTested(2)).isFalse();
        assertThat(moran.quadrant(2)).isEqualTo(LocalMoran.Quadrant.HIGH_LOW);
        // 5 is the mean
        assertThat(moran.scores().isTested(1)).isFalse();
        assertThat(moran.scores().p(1)).isEqualTo(1);

        var constant = new LocalMoran(new double[] {0.1, 0.1, 0.1}, queen);
        for (int cell = 0; cell < 3; cell++) {
            assertThat(constant.statistic(cell)).isZero();
            assertThat(constant.expected(cell)).isZero();
            assertThat(constant.scores().isTested(cell)).isFalse();
            assertThat(constant.quadrant(cell)).isEqualTo(LocalMoran.Quadrant.LOW_LOW);
        }
        var single = new LocalMoran(new double[] {3}, Neighbours.touching(Areas.squares(1, 1), Contiguity.QUEEN, 1));
        assertThat(single.statistic(0)).isZero();
        assertThat(single.scores().isTested(0)).isFalse();
    }
}
