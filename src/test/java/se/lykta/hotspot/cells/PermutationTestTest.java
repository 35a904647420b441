package se.lykta.hotspot.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class PermutationTestTest {

    private static final double[] VALUES = {3, 0, 1, 0, 5, 2, 2, 0};
    private static final Neighbours ROOK = Neighbours.touching(Areas.squares(4, 2), Contiguity.ROOK, 1);

    /** All choices of the neighbours' values from those of the other cells. */
    @Test
    void pIsTheShareOfAllChoicesWithinMonteCarloError() {
        int runs = 40_000;

        HotCells tested = PermutationTest.of(VALUES, ROOK, runs, 6, share -> {});

        for (int cell = 0; cell < VALUES.length; cell++) {
            double around = ROOK.sum(VALUES, cell);
            int[] choices = new int[3];
            choose(cell, 0, ROOK.count(cell), 0, around, choices);
            double high = (double) choices[1] / choices[0];
            double low = (double) choices[2] / choices[0];

            assertThat(tested.p(cell)).isCloseTo(high, within(5 * Math.sqrt(high * (1 - high) / runs) + 1.0 / runs));
            assertThat(tested.coldP(cell)).isCloseTo(low, within(5 * Math.sqrt(low * (1 - low) / runs) + 1.0 / runs));
            assertThat(tested.observed(cell)).isEqualTo(around + VALUES[cell]);
        }
        // the mean of the other seven values is (13 - 3) / 7
        assertThat(tested.expected(0)).isCloseTo(3 + 2 * 10 / 7.0, within(1e-14));
    }

    private static void choose(int cell, int from, int left, double sum, double around, int[] choices) {
        if (left == 0) {
            choices[0]++;
            choices[1] += sum >= around ? 1 : 0;
            choices[2] += sum <= around ? 1 : 0;
            return;
        }
        for (int other = from; other < VALUES.length; other++) {
            if (other != cell) {
                choose(cell, other + 1, left - 1, sum + VALUES[other], around, choices);
            }
        }
    }

    /** On a map with one report almost every neighbourhood is empty, which is nothing remarkable. */
    @Test
    void tiesAreNotTakenForEvidence() {
        StudyCells cells = Areas.squares(20, 20);
        double[] values = new double[400];
        values[cells.indexOf(10, 10)] = 1;

        HotCells tested =
                PermutationTest.of(values, Neighbours.touching(cells, Contiguity.QUEEN, 1), 99, 1, share -> {});

        assertThat(tested.coldP(cells.indexOf(2, 2))).isGreaterThan(0.9);
        assertThat(tested.p(cells.indexOf(2, 2))).isEqualTo(1);
    }

    @Test
    void theSeedDecides() {
        HotCells one = PermutationTest.of(VALUES, ROOK, 99, 6, share -> {});
        HotCells same = PermutationTest.of(VALUES, ROOK, 99, 6, share -> {});
        HotCells other = PermutationTest.of(VALUES, ROOK, 99, 7, share -> {});

        List<Double> p = new ArrayList<>();
        List<Double> otherP = new ArrayList<>();
        for (int cell = 0; cell < VALUES.length; cell++) {
            assertThat(same.p(cell)).isEqualTo(one.p(cell)).isBetween(0.01, 1.0);
            p.add(one.p(cell));
            otherP.add(other.p(cell));
        }
        assertThat(p).isNotEqualTo(otherP);
    }

    @Test
    void cellsWithoutNeighboursAndMapsOfOneCellAreNeverRemarkable() {
        Neighbours none = Neighbours.touching(Areas.squares(1, 1), Contiguity.QUEEN, 1);

        HotCells tested = PermutationTest.of(new double[] {5}, none, 9, 1, share -> {});

        assertThat(tested.p(0)).isEqualTo(1);
        assertThat(tested.expected(0)).isEqualTo(5);
    }

    @Test
    void tellsItsProgressAndStopsWhenInterrupted() {
        List<Double> heard = new ArrayList<>();
        PermutationTest.of(VALUES, ROOK, 9, 1, heard::add);
        assertThat(heard).first().isEqualTo(0.0);
        assertThat(heard).last().isEqualTo(1.0);

        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> PermutationTest.of(VALUES, ROOK, 9, 1, heard::add));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void refusesNegativeValuesAndNoRuns() {
        assertThatIllegalArgumentException().isThrownBy(() -> PermutationTest.of(VALUES, ROOK, 0, 1, share -> {}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermutationTest.of(new double[] {0, 0, 0, 0, 0, 0, 0, -1}, ROOK, 9, 1, share -> {}));
    }
}
