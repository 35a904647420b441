package se.lykta.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import se.lykta.hotspot.density.Clustering;
import se.lykta.hotspot.density.Dbscan;

class AgreementTest {

    /** Cores 0..3 and 5..8 around a border point that touches both, and noise. */
    private final Clustering ours =
            new Dbscan(10, 4).cluster(new double[] {0, -1, -2, -3, 10, 20, 21, 22, 23, 99}, new double[10]);

    @Test
    void otherNumbersAndTheOtherClusterOfABorderPointAgree() {
        assertThatCode(() -> Agreement.require("peer", ours, new int[] {7, 7, 7, 7, 3, 3, 3, 3, 3, -1}))
                .doesNotThrowAnyException();
    }

    @Test
    void joinedPartedAndMissingClustersDiffer() {
        requireDiffers(3, 3, 3, 3, 3, 3, 3, 3, 3, -1);
        requireDiffers(1, 1, 2, 2, 3, 3, 3, 3, 3, -1);
        requireDiffers(1, 1, 1, 1, -1, 3, 3, 3, 3, -1);
        requireDiffers(1, 1, 1, 1, 3, 3, 3, 3, 3, 4);
    }

    private void requireDiffers(int... theirs) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Agreement.require("peer", ours, theirs))
                .withMessageContaining("peer has point");
    }
}
