package se.lykta.hotspot.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RateRatioTest {

    /** Ends by the quantiles of the beta distribution (scipy 1.17), another way to the same interval. */
    @Test
    void theIntervalIsThatOfClopperAndPearson() {
        RateRatio doubled = RateRatio.of(23, 11);

        assertThat(doubled.ratio()).hasValue(23 / 11.0);
        assertThat(doubled.low()).isCloseTo(0.9791582723407231, within(1e-12));
        assertThat(doubled.high()).isCloseTo(4.750979345256798, within(1e-12));

        RateRatio same = RateRatio.of(7, 7);

        assertThat(same.low()).isCloseTo(0.2993096818105992, within(1e-12));
        assertThat(same.high()).isCloseTo(3.3410212257443503, within(1e-12));
        assertThat(same.p()).isEqualTo(1);
    }

    @Test
    void noReportsOnOneSideLeaveOneEndOpen() {
        RateRatio gone = RateRatio.of(0, 4);

        assertThat(gone.ratio()).hasValue(0);
        assertThat(gone.low()).isZero();
        assertThat(gone.high()).isCloseTo(1.5148668593658703, within(1e-12));
        assertThat(gone.p()).isCloseTo(2 * Math.pow(0.5, 4), within(1e-15));

        RateRatio begun = RateRatio.of(5, 0);

        assertThat(begun.ratio()).isEmpty();
        assertThat(begun.low()).isCloseTo(0.9163558573154597, within(1e-12));
        assertThat(begun.high()).isInfinite();

        RateRatio nothing = RateRatio.of(0, 0);

        assertThat(nothing.ratio()).isEmpty();
        assertThat(nothing.low()).isZero();
        assertThat(nothing.high()).isInfinite();
        assertThat(nothing.p()).isEqualTo(1);
    }

    @Test
    void exposuresScaleRatioAndInterval() {
        RateRatio plain = RateRatio.of(30, 20);
        RateRatio halfYear = RateRatio.of(30, 20, 182.5, 365);

        assertThat(halfYear.ratio()).hasValue(3);
        assertThat(halfYear.low()).isCloseTo(2 * plain.low(), within(1e-12));
        assertThat(halfYear.high()).isCloseTo(2 * plain.high(), within(1e-12));
        assertThat(halfYear.p()).isLessThan(0.001);
    }

    @Test
    void theIntervalLeavesOneOutExactlyIfPIsBelowFivePercent() {
        for (int recent = 0; recent < 40; recent++) {
            for (int before = 0; before < 40; before++) {
                RateRatio ratio = RateRatio.of(recent, before, 3, 4);

                assertThat(ratio.low() > 1 || ratio.high() < 1)
                        .as("%d and %d", recent, before)
                        .isEqualTo(ratio.p() < 0.05);
            }
        }
    }

    @Test
    void swappedPeriodsGiveTheInverse() {
        RateRatio there = RateRatio.of(9, 31, 5, 7);
        RateRatio back = RateRatio.of(31, 9, 7, 5);

        assertThat(back.low() * there.high()).isCloseTo(1, within(1e-12));
        assertThat(back.high() * there.low()).isCloseTo(1, within(1e-12));
        assertThat(back.p()).isCloseTo(there.p(), within(1e-14));
    }

    @Test
    void refusesWhatIsNoCountOrExposure() {
        assertThatIllegalArgumentException().isThrownBy(() -> RateRatio.of(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> RateRatio.of(1, 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> RateRatio.of(1, 1, 1, Double.NaN));
    }
}
