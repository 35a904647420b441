package se.lykta.hotspot.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ConcentrationTest {

    /** The examples of the lorenzgini package of the paper's authors: G = 0.8 and G' = 0.75, then 0.78 for both. */
    @Test
    void giniCoefficientsAreThoseOfThePapersAuthors() {
        var sparse = new Concentration(new int[] {5, 2, 1, 0, 0, 0, 0, 0, 0, 0});
        assertThat(sparse.gini()).isCloseTo(0.8, within(1e-15));
        assertThat(sparse.generalisedGini()).isCloseTo(0.75, within(1e-15));

        var many = new Concentration(new int[] {0, 10, 0, 8, 0, 2, 0, 0, 0, 0});
        assertThat(many.gini()).isCloseTo(0.78, within(1e-15));
        assertThat(many.generalisedGini()).isCloseTo(0.78, within(1e-15));
    }

    @Test
    void asEvenAsCanBeIsNotConcentrated() {
        var sparse = new Concentration(
                IntStream.range(0, 100).map(i -> i < 7 ? 1 : 0).toArray());

        assertThat(sparse.gini()).isCloseTo(0.93, within(1e-12));
        assertThat(sparse.generalisedGini()).isCloseTo(0, within(1e-12));
        assertThat(new Concentration(new int[] {4, 4, 4}).gini()).isCloseTo(0, within(1e-15));
    }

    @Test
    void countsTheFewestCellsThatCarryAShare() {
        var concentration = new Concentration(new int[] {0, 6, 1, 0, 2, 1, 0, 0, 0, 0});

        assertThat(concentration.cells()).isEqualTo(10);
        assertThat(concentration.usedCells()).isEqualTo(4);
        assertThat(concentration.reports()).isEqualTo(10);
        assertThat(concentration.cellsCarrying(0)).isZero();
        assertThat(concentration.cellsCarrying(0.25)).isEqualTo(1);
        assertThat(concentration.cellsCarrying(0.6)).isEqualTo(1);
        assertThat(concentration.cellsCarrying(0.61)).isEqualTo(2);
        assertThat(concentration.cellsCarrying(0.8)).isEqualTo(2);
        assertThat(concentration.cellsCarrying(1)).isEqualTo(4);
        assertThat(concentration.carriedBy(2)).isCloseTo(0.8, within(1e-15));
    }

    /** Half the mean difference of all pairs, relative to the mean: Gini's own definition. */
    @Test
    void giniIsTheMeanDifferenceOfAllPairs() {
        var random = new SplittableRandom(12);
        for (int run = 0; run < 30; run++) {
            int[] counts = random.ints(1 + random.nextInt(40), 0, 12).toArray();
            double differences = 0;
            for (int a : counts) {
                for (int b : counts) {
                    differences += Math.abs(a - b);
                }
            }
            int sum = IntStream.of(counts).sum();
            double expected = sum == 0 ? 0 : differences / (2.0 * counts.length * sum);

            assertThat(new Concentration(counts).gini()).as("run " + run).isCloseTo(expected, within(1e-13));
        }
    }

    @Test
    void noReportsAndNoCellsAreNotConcentrated() {
        var nothing = new Concentration(new int[3]);
        assertThat(nothing.gini()).isZero();
        assertThat(nothing.generalisedGini()).isZero();
        assertThat(nothing.cellsCarrying(0.8)).isZero();
        assertThat(nothing.carriedBy(3)).isZero();
        assertThat(new Concentration(new int[0]).cells()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Concentration(new int[] {-1}));
        assertThatIllegalArgumentException().isThrownBy(() -> nothing.cellsCarrying(1.2));
    }
}
