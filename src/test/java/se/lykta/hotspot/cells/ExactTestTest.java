package se.lykta.hotspot.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ExactTestTest {

    /** All ways to put 6 reports into 4 cells of unequal size, weighed by their probability. */
    @Test
    void equalsTheSumOverAllMaps() {
        Neighbours rook = Neighbours.touching(Areas.squares(4, 1), Contiguity.ROOK, 1);
        double[] background = {1, 2, 4, 1};
        int[] counts = {1, 3, 2, 0};

        HotCells tested = ExactTest.of(counts, background, rook);

        List<int[]> maps = new ArrayList<>();
        addMaps(new int[4], 0, 6, maps);
        for (int cell = 0; cell < 4; cell++) {
            double atLeast = 0;
            double atMost = 0;
            for (int[] map : maps) {
                int sum = rook.sum(map, cell) + map[cell];
                atLeast += sum >= tested.observed(cell) ? probability(map, background) : 0;
                atMost += sum <= tested.observed(cell) ? probability(map, background) : 0;
            }
            assertThat(tested.p(cell)).isCloseTo(atLeast, within(1e-14));
            assertThat(tested.coldP(cell)).isCloseTo(atMost, within(1e-14));
        }
        assertThat(maps).hasSize(84);
        assertThat(tested.expected(0)).isCloseTo(6 * 3 / 8.0, within(1e-15));
        assertThat(tested.observed(0)).isEqualTo(4);
    }

    private static void addMaps(int[] map, int from, int left, List<int[]> maps) {
        if (from == map.length - 1) {
            map[from] = left;
            maps.add(map.clone());
            return;
        }
        for (int here = 0; here <= left; here++) {
            map[from] = here;
            addMaps(map, from + 1, left - here, maps);
        }
    }

    /** The multinomial probability of a map. */
    private static double probability(int[] map, double[] background) {
        double probability = 1;
        int placed = 0;
        for (int i = 0; i < map.length; i++) {
            for (int k = 1; k <= map[i]; k++) {
                probability *= (double) ++placed / k * background[i] / 8;
            }
        }
        return probability;
    }

    @Test
    void aNeighbourhoodOfWhichLittleLiesInsideIsNotThoughtCold() {
        StudyCells cells = StudyCells.of(new SquareCells(100), Areas.box(0, 0, 1001, 999));
        int sliver = cells.indexOf(10, 5);
        int[] counts = new int[cells.size()];
        Arrays.fill(counts, 5);
        for (int j = 0; j < 10; j++) {
            counts[cells.indexOf(10, j)] = 0;
        }

        HotCells tested = ExactTest.of(counts, cells.areasInside(), Neighbours.touching(cells, Contiguity.QUEEN, 1));

        assertThat(tested.expected(sliver)).isCloseTo(15, within(0.5));
        assertThat(tested.coldP(sliver)).isGreaterThan(0.5);
        assertThat(tested.count(HotCells.Kind.COLD)).isZero();
    }

    /** Trap 2: with 1.5 expected an empty neighbourhood has a probability of 0.22, and nothing makes it cold. */
    @Test
    void fewReportsGiveAWarningAndNoColdCells() {
        StudyCells cells = Areas.squares(30, 30);
        int[] counts = new int[cells.size()];
        counts[cells.indexOf(3, 3)] = 150;

        HotCells tested = ExactTest.of(counts, Areas.even(cells), Neighbours.touching(cells, Contiguity.QUEEN, 1));

        assertThat(tested.isFewData()).isTrue();
        assertThat(tested.kind(cells.indexOf(3, 3))).isEqualTo(HotCells.Kind.HOT);
        assertThat(tested.kind(cells.indexOf(20, 20))).isEqualTo(HotCells.Kind.NEITHER);
        assertThat(tested.count(HotCells.Kind.HOT)).isEqualTo(9);
        assertThat(tested.count(HotCells.Kind.COLD)).isZero();
    }

    @Test
    void manyReportsShowHotAndColdCells() {
        StudyCells cells = Areas.squares(30, 30);
        int[] counts = new int[cells.size()];
        Arrays.fill(counts, 8);
        for (int i = 4; i < 7; i++) {
            for (int j = 4; j < 7; j++) {
                counts[cells.indexOf(i, j)] = 24;
                counts[cells.indexOf(i + 15, j)] = 1;
            }
        }

        HotCells tested = ExactTest.of(counts, cells.areasInside(), Neighbours.touching(cells, Contiguity.QUEEN, 1));

        assertThat(tested.isFewData()).isFalse();
        assertThat(tested.kind(cells.indexOf(5, 5))).isEqualTo(HotCells.Kind.HOT);
        assertThat(tested.kind(cells.indexOf(20, 5))).isEqualTo(HotCells.Kind.COLD);
        assertThat(tested.kind(cells.indexOf(15, 20))).isEqualTo(HotCells.Kind.NEITHER);
    }

    @Test
    void aBackgroundAsksForMoreThanItsShare() {
        StudyCells cells = Areas.squares(20, 20);
        Neighbours queen = Neighbours.touching(cells, Contiguity.QUEEN, 1);
        double[] people = new double[cells.size()];
        int[] counts = new int[cells.size()];
        for (int cell = 0; cell < counts.length; cell++) {
            boolean town = cells.i(cell) < 10;
            people[cell] = town ? 900 : 100;
            counts[cell] = town ? 18 : 2;
        }

        assertThat(ExactTest.of(counts, people, queen).count(HotCells.Kind.HOT)).isZero();
        assertThat(ExactTest.of(counts, cells.areasInside(), queen).count(HotCells.Kind.HOT))
                .isGreaterThan(150);
    }

    @Test
    void whereNothingIsExpectedNothingIsTested() {
        Neighbours rook = Neighbours.touching(Areas.squares(4, 1), Contiguity.ROOK, 1);

        HotCells tested = ExactTest.of(new int[] {0, 2, 1, 9}, new double[] {5, 3, 0, 0}, rook);
        HotCells empty = ExactTest.of(new int[4], new double[] {1, 1, 1, 1}, rook);

        assertThat(tested.kind(3)).isEqualTo(HotCells.Kind.NOT_TESTED);
        assertThat(tested.p(3)).isEqualTo(1);
        assertThat(tested.adjusted(3)).isEqualTo(1);
        assertThat(tested.coldAdjusted(3)).isEqualTo(1);
        assertThat(empty.count(HotCells.Kind.NOT_TESTED)).isEqualTo(4);
        assertThat(empty.isFewData()).isTrue();
    }

    @Test
    void aMapOfOneNeighbourhoodShowsNothing() {
        StudyCells cells = Areas.squares(2, 2);

        HotCells tested = ExactTest.of(
                new int[] {50, 0, 0, 0}, cells.areasInside(), Neighbours.touching(cells, Contiguity.QUEEN, 1));

        assertThat(tested.p(0)).isEqualTo(1);
        assertThat(tested.coldP(0)).isEqualTo(1);
        assertThat(tested.count(HotCells.Kind.NEITHER)).isEqualTo(4);
    }

    /** Traps 6 and 9. */
    @Test
    void theOrderOfThePointsChangesNothingAndAPointTenTimesIsAWeightOfTen() {
        var random = new SplittableRandom(2);
        StudyCells cells = StudyCells.of(new HexagonCells(300), Areas.jagged(random, 0, 0));
        double[] x = random.doubles(500, -1000, 3000).toArray();
        double[] y = random.doubles(500, -1000, 1000).toArray();
        Arrays.fill(x, 0, 10, x[0]);
        Arrays.fill(y, 0, 10, y[0]);
        int[] counts = cells.count(x, y).toArray();
        int[] weighed = cells.count(Arrays.copyOfRange(x, 10, 500), Arrays.copyOfRange(y, 10, 500))
                .toArray();
        int spot = cells.cellAt(x[0], y[0]);
        if (spot >= 0) {
            weighed[spot] += 10;
        }
        for (int i = x.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            swap(x, i, other);
            swap(y, i, other);
        }

        assertThat(cells.count(x, y).toArray()).containsExactly(counts);
        assertThat(weighed).containsExactly(counts);
    }

    private static void swap(double[] values, int a, int b) {
        double value = values[a];
        values[a] = values[b];
        values[b] = value;
    }

    @Test
    void refusesWhatIsNoCountOrBackground() {
        Neighbours rook = Neighbours.touching(Areas.squares(2, 1), Contiguity.ROOK, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExactTest.of(new int[] {1, -1}, new double[] {1, 1}, rook));
        assertThatIllegalArgumentException().isThrownBy(() -> ExactTest.of(new int[3], new double[] {1, 1}, rook));
        assertThatIllegalArgumentException().isThrownBy(() -> ExactTest.of(new int[2], new double[] {1}, rook));
        assertThatIllegalArgumentException().isThrownBy(() -> ExactTest.of(new int[2], new double[2], rook));
        assertThatIllegalArgumentException().isThrownBy(() -> ExactTest.of(new int[2], new double[] {1, -1}, rook));
    }
}
