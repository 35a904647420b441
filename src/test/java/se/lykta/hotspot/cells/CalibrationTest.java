package se.lykta.hotspot.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal G4 and trap 2: what the exact test finds on maps without any pattern, and on maps with one. */
final class CalibrationTest {

    private static final int MAPS = 400;
    private static final UniformMaps UNIFORM = new UniformMaps();

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 5, 10, 14, 50})
    void atMostFivePercentOfTheMapsWithoutAPatternShowAHotCell(double expected) {
        var random = new SplittableRandom(20260);
        int reports = UNIFORM.reports(expected);
        int hot = 0;
        int cold = 0;
        for (int map = 0; map < MAPS; map++) {
            HotCells tested = UNIFORM.exact(UNIFORM.counts(reports, random));
            hot += tested.count(HotCells.Kind.HOT) > 0 ? 1 : 0;
            cold += tested.count(HotCells.Kind.COLD) > 0 ? 1 : 0;
            assertThat(tested.isFewData()).isEqualTo(expected < 10);
        }

        // 5 % of 400 and three standard deviations of that
        assertThat(hot).isLessThanOrEqualTo(20 + 13);
        assertThat(cold).isLessThanOrEqualTo(expected < 10 ? 0 : 20 + 13);
    }

    /** The trap itself: were it not there, the test above would prove nothing. */
    @Test
    void theNormalPOfGiStarShowsFalseCellsOnManyMaps() {
        assertThat(UNIFORM.falseShares(1.5, 50, 1).normal()).isGreaterThan(0.5);
        assertThat(UNIFORM.falseShares(10, 50, 1).normal()).isGreaterThan(0.1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 10, 50})
    void aPlantedHotspotIsFoundWhereItIs(double expected) {
        var random = new SplittableRandom(31);
        int reports = UNIFORM.reports(expected);
        int middle = UNIFORM.cells().cellAt(500_123 + 5000, 6_500_321 + 13_000);
        int found = 0;
        int strayed = 0;
        for (int map = 0; map < 100; map++) {
            int[] counts = UNIFORM.counts(reports, random);
            // ten standard deviations more than expected, and at least ten reports
            counts[middle] += (int) Math.max(10, 10 * Math.sqrt(expected));
            HotCells tested = UNIFORM.exact(counts);
            found += tested.kind(middle) == HotCells.Kind.HOT ? 1 : 0;
            strayed += tested.count(HotCells.Kind.HOT) > 9 + 6 ? 1 : 0;
        }

        assertThat(found).isGreaterThanOrEqualTo(98);
        assertThat(strayed).isLessThanOrEqualTo(10);
    }
}
