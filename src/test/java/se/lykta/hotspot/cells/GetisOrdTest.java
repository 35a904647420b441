package se.lykta.hotspot.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.lykta.hotspot.probability.Correction;

final class GetisOrdTest {

    @Test
    void equalsTheDefinitionsWithFullMatrices() {
        for (long seed = 1; seed <= 40; seed++) {
            var random = new SplittableRandom(seed);
            StudyCells cells = StudyCells.of(
                    seed % 2 == 0 ? new SquareCells(300) : new HexagonCells(300), Areas.jagged(random, 0, 0));
            Neighbours neighbours = seed % 3 == 0
                    ? Neighbours.band(cells, 700)
                    : Neighbours.touching(cells, Contiguity.QUEEN, 1 + (int) (seed % 2));
            double[] values = random.ints(cells.size(), 0, 9)
                    .mapToDouble(value -> value * value)
                    .toArray();

            Scores star = GetisOrd.star(values, neighbours);
            Scores others = GetisOrd.withoutSelf(values, neighbours);

            for (int cell = 0; cell < values.length; cell++) {
                assertThat(star.z(cell)).as("seed " + seed).isCloseTo(star(values, neighbours, cell), within(1e-11));
                assertThat(others.z(cell))
                        .as("seed " + seed)
                        .isCloseTo(withoutSelf(values, neighbours, cell), within(1e-11));
            }
        }
    }

    /** Or a ranking would choose among equals by the rounding of sums. */
    @Test
    void asManyReportsInAsManyCellsGiveTheSameScoreToTheLastBit() {
        for (long seed = 1; seed <= 20; seed++) {
            var random = new SplittableRandom(seed);
            StudyCells cells = StudyCells.of(new SquareCells(100), Areas.jagged(random, 0, 0));
            Neighbours queen = Neighbours.touching(cells, Contiguity.QUEEN, 1);
            double[] values = random.ints(cells.size(), 0, 4).asDoubleStream().toArray();

            Scores star = GetisOrd.star(values, queen);

            Map<List<Double>, Double> scores = new HashMap<>();
            for (int cell = 0; cell < values.length; cell++) {
                List<Double> seen = List.of(queen.sum(values, cell) + values[cell], (double) queen.count(cell));
                Double before = scores.putIfAbsent(seen, star.z(cell));
                assertThat(before == null ? star.z(cell) : before)
                        .as("seed %d", seed)
                        .isEqualTo(star.z(cell));
            }
        }
    }

    /** The formula of hotspots.md, written out. */
    private static double star(double[] x, Neighbours neighbours, int i) {
        double[] w = weights(neighbours, i);
        w[i] = 1;
        return standardised(x, w, x.length);
    }

    /** Equation 14.1 of Ord & Getis 1995: all sums leave i out. */
    private static double withoutSelf(double[] x, Neighbours neighbours, int i) {
        double[] w = weights(neighbours, i);
        double[] xWithout = IntStream.range(0, x.length)
                .filter(j -> j != i)
                .mapToDouble(j -> x[j])
                .toArray();
        double[] wWithout = IntStream.range(0, x.length)
                .filter(j -> j != i)
                .mapToDouble(j -> w[j])
                .toArray();
        return standardised(xWithout, wWithout, x.length - 1);
    }

    private static double[] weights(Neighbours neighbours, int i) {
        double[] w = new double[neighbours.size()];
        for (int k = 0; k < neighbours.count(i); k++) {
            w[neighbours.get(i, k)] = 1;
        }
        return w;
    }

    private static double standardised(double[] x, double[] w, int n) {
        double mean = Arrays.stream(x).sum() / n;
        double s = Math.sqrt(Arrays.stream(x).map(value -> value * value).sum() / n - mean * mean);
        double sumOfWeights = Arrays.stream(w).sum();
        double sumOfSquares = Arrays.stream(w).map(value -> value * value).sum();
        double lag = IntStream.range(0, n).mapToDouble(j -> w[j] * x[j]).sum();
        return (lag - mean * sumOfWeights)
                / (s * Math.sqrt((n * sumOfSquares - sumOfWeights * sumOfWeights) / (n - 1)));
    }

    @Test
    void whereNothingCanDifferNothingIsTested() {
        StudyCells three = Areas.squares(3, 3);
        Neighbours queen = Neighbours.touching(three, Contiguity.QUEEN, 1);
        double[] constant = new double[9];
        Arrays.fill(constant, 0.1);

        assertUntested(GetisOrd.star(constant, queen), IntStream.range(0, 9).toArray());
        assertUntested(
                GetisOrd.withoutSelf(constant, queen), IntStream.range(0, 9).toArray());

        double[] varied = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        assertUntested(GetisOrd.star(varied, queen), 4);
        assertUntested(GetisOrd.withoutSelf(varied, queen), 4);

        Neighbours all = Neighbours.touching(three, Contiguity.QUEEN, 2);
        assertUntested(GetisOrd.star(varied, all), IntStream.range(0, 9).toArray());

        StudyCells one = Areas.squares(1, 1);
        Neighbours none = Neighbours.touching(one, Contiguity.QUEEN, 1);
        assertUntested(GetisOrd.star(new double[] {7}, none), 0);
        assertUntested(GetisOrd.withoutSelf(new double[] {7}, none), 0);
    }

    @Test
    void theOnlyCellThatDiffersHasNothingToBeComparedWithByItsNeighbours() {
        Neighbours rook = Neighbours.touching(Areas.squares(4, 1), Contiguity.ROOK, 1);

        Scores others = GetisOrd.withoutSelf(new double[] {0.3, 0.3, 0.3, 2.7}, rook);

        assertUntested(others, 3);
        // of 0.3, 0.3, 2.7 the neighbour with 2.7: mean 1.1, variance 1.28, (2.7 - 1.1) / sqrt(1.28 (3 - 1) / 2) =
        // sqrt(2)
        assertThat(others.z(2)).isCloseTo((3.0 - 2.2) / Math.sqrt(1.28 * (3 * 2 - 4) / 2), within(1e-14));
    }

    @Test
    void anIslandIsComparedByItselfAlone() {
        StudyCells cells =
                StudyCells.of(new SquareCells(1), Areas.box(0.2, 0.2, 2.8, 0.8).union(Areas.box(9.2, 0.2, 9.8, 0.8)));
        Neighbours queen = Neighbours.touching(cells, Contiguity.QUEEN, 1);
        double[] values = {1, 2, 3, 6};

        assertThat(queen.count(3)).isZero();
        // mean 3, S² = 14/4; (6 - 3) / sqrt(3.5 * (4 - 1) / 3)
        assertThat(GetisOrd.star(values, queen).z(3)).isCloseTo(3 / Math.sqrt(3.5), within(1e-14));
        assertUntested(GetisOrd.withoutSelf(values, queen), 3);
    }

    private static void assertUntested(Scores scores, int... cells) {
        assertThat(IntStream.range(0, scores.size()).filter(cell -> !scores.isTested(cell)))
                .containsExactly(IntStream.of(cells).boxed().toArray(Integer[]::new));
        double[] adjusted = scores.adjusted(Correction.BENJAMINI_HOCHBERG);
        for (int cell : cells) {
            assertThat(scores.z(cell)).isZero();
            assertThat(scores.p(cell)).isEqualTo(1);
            assertThat(adjusted[cell]).isEqualTo(1);
        }
    }

    @Test
    void cellsThatAreNotTestedDoNotCountAmongTheTests() {
        var scores = new Scores(new double[] {3, Double.NaN, Double.NaN, 0});

        assertThat(scores.adjusted(Correction.BONFERRONI)[0]).isEqualTo(2 * scores.p(0));
    }

    @Test
    void scaleAndOriginOfTheValuesChangeNothing() {
        var random = new SplittableRandom(4);
        StudyCells cells = StudyCells.of(new HexagonCells(200), Areas.jagged(random, 70, 90));
        Neighbours neighbours = Neighbours.touching(cells, Contiguity.QUEEN, 1);
        double[] values = random.ints(cells.size(), 0, 5).asDoubleStream().toArray();
        double[] doubled = Arrays.stream(values).map(value -> 2 * value).toArray();
        double[] raised = Arrays.stream(values).map(value -> value + 100).toArray();

        Scores star = GetisOrd.star(values, neighbours);

        for (int cell = 0; cell < values.length; cell++) {
            assertThat(GetisOrd.star(doubled, neighbours).z(cell)).isCloseTo(star.z(cell), within(1e-10));
            assertThat(GetisOrd.star(raised, neighbours).z(cell)).isCloseTo(star.z(cell), within(1e-10));
        }
    }

    @Test
    void refusesValuesOfAnotherMapOrThatAreNotFinite() {
        Neighbours queen = Neighbours.touching(Areas.squares(2, 2), Contiguity.QUEEN, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> GetisOrd.star(new double[3], queen));
        assertThatIllegalArgumentException().isThrownBy(() -> GetisOrd.withoutSelf(new double[5], queen));
        assertThatIllegalArgumentException().isThrownBy(() -> GetisOrd.star(new double[] {1, 2, Double.NaN, 3}, queen));
    }
}
