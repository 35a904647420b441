package se.lykta.hotspot.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RandIndexTest {

    @Test
    void namesOfClustersDoNotMatter() {
        assertThat(RandIndex.adjusted(new int[] {0, 0, 1, 1, -1}, new int[] {7, 7, 3, 3, 0}))
                .isEqualTo(1);
    }

    /** Of ten pairs 3 + 1 are together in either partition, and 1 + 1 in both: the first two points and the last two. */
    @Test
    void aPointInAnotherClusterCostsWhatTheFormulaSays() {
        int[] a = {0, 0, 0, 1, 1};
        int[] b = {0, 0, 1, 1, 1};

        assertThat(RandIndex.adjusted(a, b)).isCloseTo((2 - 4 * 4 / 10.0) / (4 - 4 * 4 / 10.0), within(1e-15));
    }

    @Test
    void onlyTheChosenPointsAreCompared() {
        assertThat(RandIndex.adjusted(new int[] {0, 0, 1, 1}, new int[] {0, 5, 1, 1}, new int[] {0, 2, 3}))
                .isEqualTo(1);
    }
}
