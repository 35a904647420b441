package se.lykta.hotspot.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CorrectionTest {

    /** The example of Benjamini & Hochberg 1995, section 4.1: 15 tests, of which four are found at 0.05. */
    private static final double[] PAPER = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.000
    };

    @Test
    void findsWhatThePaperFinds() {
        assertThat(foundAt5Percent(Correction.BENJAMINI_HOCHBERG.adjust(PAPER))).isEqualTo(4);
        assertThat(foundAt5Percent(Correction.BONFERRONI.adjust(PAPER))).isEqualTo(3);
    }

    private static long foundAt5Percent(double[] adjusted) {
        return Arrays.stream(adjusted).filter(p -> p <= 0.05).count();
    }

    @Test
    void equalsTheDefinitionWithTies() {
        var random = new SplittableRandom(3);
        for (int run = 0; run < 50; run++) {
            int tests = 1 + random.nextInt(40);
            double[] p = random.doubles(tests)
                    .map(value -> Math.floor(value * 12) / 12)
                    .toArray();

            double[] adjusted = Correction.BENJAMINI_HOCHBERG.adjust(p);
            double[] anyDependence = Correction.BENJAMINI_YEKUTIELI.adjust(p);

            double harmonic = 0;
            for (int k = 1; k <= tests; k++) {
                harmonic += 1.0 / k;
            }
            for (int i = 0; i < tests; i++) {
                assertThat(adjusted[i]).as("run " + run).isCloseTo(byDefinition(p, i, 1), within(1e-15));
                assertThat(anyDependence[i]).as("run " + run).isCloseTo(byDefinition(p, i, harmonic), within(1e-14));
            }
        }
    }

    /** The least p(k) m/k of all k from the last place of an equal value on, at most 1. */
    private static double byDefinition(double[] p, int test, double factor) {
        double[] sorted = Arrays.stream(p).sorted().toArray();
        double least = 1;
        for (int k = 1; k <= p.length; k++) {
            if (sorted[k - 1] >= p[test]) {
                least = Math.min(least, sorted[k - 1] * p.length / k * factor);
            }
        }
        return least;
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThat(Correction.BONFERRONI.adjust(new double[0])).isEmpty();
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Correction.BENJAMINI_HOCHBERG.adjust(new double[] {0.5, wrong}));
        }
    }
}
