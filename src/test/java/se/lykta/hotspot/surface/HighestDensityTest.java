package se.lykta.hotspot.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighestDensityTest {

    private static final double[] CELLS = {1, 4, Double.NaN, 2, 0, 3};

    @ParameterizedTest
    @CsvSource({"0.1, 4", "0.4, 4", "0.41, 3", "0.7, 3", "0.71, 2", "0.95, 1"})
    void theFullestCellsThatHoldTheShareReachTheLevel(double share, double level) {
        assertThat(HighestDensity.level(CELLS, share)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"4, 0.4", "3.5, 0.4", "3, 0.7", "0, 1", "5, 0"})
    void theShareIsThatOfTheCellsThatReachTheLevel(double level, double share) {
        assertThat(HighestDensity.share(CELLS, level)).isCloseTo(share, within(1e-15));
    }

    @Test
    void aSurfaceOfNothingHasNoRegions() {
        assertThatThrownBy(() -> HighestDensity.level(new double[] {0, Double.NaN}, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HighestDensity.level(CELLS, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
