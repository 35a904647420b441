package se.lykta.hotspot.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GaussianTest {

    /** With σ = 4 m a d² of 32 t is exact, so that only the function is compared. */
    @Test
    void equalsTheExponentialToTheLastDigits() {
        long seed = 7;
        var random = new Random(seed);
        var gaussian = new Gaussian(4);

        for (int run = 0; run < 100_000; run++) {
            double t = 32 * random.nextDouble();
            double expected = StrictMath.exp(-t);
            assertThat(gaussian.at(32 * t)).as("seed %d, t %s", seed, t).isCloseTo(expected, within(5e-16 * expected));
        }
    }

    @Test
    void isOneInTheMiddleAndEndsBeyondTheReach() {
        var gaussian = new Gaussian(50);

        assertThat(gaussian.at(0)).isEqualTo(1);
        assertThat(gaussian.at(400 * 400)).isEqualTo(StrictMath.exp(-32));
        assertThat(gaussian.at(401 * 401)).isZero();
        assertThat(gaussian.at(1e300)).isZero();
    }
}
