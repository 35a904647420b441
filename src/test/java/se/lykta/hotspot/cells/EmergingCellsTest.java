package se.lykta.hotspot.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EmergingCellsTest {

    private static final StudyCells CELLS = Areas.squares(40, 30);
    private static final Neighbours QUEEN = Neighbours.touching(CELLS, Contiguity.QUEEN, 1);
    private static final double[] EVEN = Areas.even(CELLS);
    private static final int PERIODS = 8;
    private static final int REPORTS = 1500;

    /**
     * A place with extra reports in its nine cells, where 11 are expected.
     *
     * @param i of the middle
     * @param extra by period
     */
    private record Planted(Emergence emergence, int i, List<Integer> extra) {

        int middle() {
            return CELLS.indexOf(i, 8);
        }
    }

    private static final Planted FADING = new Planted(Emergence.FADING, 4, List.of(140, 120, 105, 90, 75, 65, 50, 40));
    private static final Planted PERSISTENT =
            new Planted(Emergence.PERSISTENT, 11, List.of(40, 40, 40, 40, 40, 40, 40, 40));
    private static final List<Planted> PLANTED = List.of(
            FADING,
            PERSISTENT,
            new Planted(Emergence.NEW, 18, List.of(0, 0, 0, 0, 0, 0, 40, 40)),
            new Planted(Emergence.INTERMITTENT, 25, List.of(0, 40, 0, 40, 0, 0, 0, 40)),
            new Planted(Emergence.SOLVED, 32, List.of(40, 40, 40, 40, 40, 40, 0, 0)));

    @Test
    void plantedCoursesAreToldApart() {
        for (long seed = 1; seed <= 5; seed++) {
            var random = new SplittableRandom(seed);
            int[][] counts = maps(random, PERIODS);
            for (Planted planted : PLANTED) {
                for (int period = 0; period < PERIODS; period++) {
                    plant(counts[period], planted.middle(), planted.extra().get(period), random);
                }
            }

            EmergingCells emerging = EmergingCells.of(counts, EVEN, QUEEN);

            for (Planted planted : PLANTED) {
                assertThat(emerging.emergence(planted.middle()))
                        .as("seed " + seed)
                        .isEqualTo(planted.emergence());
            }
            assertThat(emerging.emergence(CELLS.indexOf(35, 25)))
                    .as("seed " + seed)
                    .isEqualTo(Emergence.NONE);
            assertThat(emerging.trend(FADING.middle()).isFalling(0.05)).isTrue();
            assertThat(emerging.hotPeriods(PERSISTENT.middle())).isEqualTo(PERIODS);
        }
    }

    private static void plant(int[] counts, int middle, int extra, SplittableRandom random) {
        for (int k = 0; k < extra; k++) {
            int at = random.nextInt(9);
            counts[at == 8 ? middle : QUEEN.get(middle, at)]++;
        }
    }

    private static int[][] maps(SplittableRandom random, int periods) {
        int[][] counts = new int[periods][CELLS.size()];
        for (int[] period : counts) {
            for (int k = 0; k < REPORTS; k++) {
                period[random.nextInt(period.length)]++;
            }
        }
        return counts;
    }

    @Test
    void moreReportsEverywhereMakeNothingHot() {
        int[][] counts = new int[PERIODS][CELLS.size()];
        for (int period = 0; period < PERIODS; period++) {
            int each = 1 << period;
            counts[period] = IntStream.range(0, CELLS.size()).map(cell -> each).toArray();
        }

        EmergingCells emerging = EmergingCells.of(counts, EVEN, QUEEN);

        assertThat(IntStream.range(0, CELLS.size()).map(emerging::hotPeriods).max())
                .hasValue(0);
        assertThat(emerging.trend(CELLS.indexOf(20, 15)).s()).isZero();
    }

    @Test
    void mapsWithoutAPatternRarelyShowAnything() {
        var random = new SplittableRandom(99);
        int maps = 120;
        int withAny = 0;
        for (int map = 0; map < maps; map++) {
            EmergingCells emerging = EmergingCells.of(maps(random, 4), EVEN, QUEEN);
            withAny += IntStream.range(0, CELLS.size()).anyMatch(cell -> emerging.hotPeriods(cell) > 0) ? 1 : 0;
        }

        // 5 % of 120 and three standard deviations
        assertThat(withAny).isLessThanOrEqualTo(6 + 7);
    }

    @Test
    void periodsWithoutReportsAreLeftOutOfTheTrend() {
        int[][] counts = maps(new SplittableRandom(1), 5);
        counts[2] = new int[CELLS.size()];

        EmergingCells emerging = EmergingCells.of(counts, EVEN, QUEEN);

        assertThat(emerging.isHot(2, 0)).isFalse();
        assertThat(emerging.adjusted(2, 0)).isEqualTo(1);
        assertThat(Math.abs(emerging.trend(0).s())).isLessThanOrEqualTo(6);
    }

    @Test
    void onePeriodIsRefusedAndFewReportsAreSaid() {
        int[][] one = maps(new SplittableRandom(1), 1);

        assertThatIllegalArgumentException().isThrownBy(() -> EmergingCells.of(one, EVEN, QUEEN));
        int[][] few = new int[2][CELLS.size()];
        few[0][0] = 1;
        assertThat(EmergingCells.of(few, EVEN, QUEEN).isFewData()).isTrue();
        assertThat(EmergingCells.of(maps(new SplittableRandom(1), 2), EVEN, QUEEN)
                        .isFewData())
                .isFalse();
    }
}
