package se.lykta.hotspot.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values by series and continued fraction in 80 decimal digits. */
final class NormalTailTest {

    @ParameterizedTest
    @CsvSource({
        "0.1, 4.6017216272297101633107e-1",
        "0.5, 3.0853753872598689636230e-1",
        "0.6744897, 2.5000001595113909814143e-1",
        "0.7, 2.4196365222307302861621e-1",
        "1, 1.5865525393145705141477e-1",
        "1.959963984540054, 2.5000000000000010876168e-2",
        "3, 1.3498980316300945266518e-3",
        "5, 2.8665157187919391167375e-7",
        "5.6, 1.0717590258310929320041e-8",
        "5.7, 5.9903714010635281877958e-9",
        "8, 6.2209605742717841235160e-16",
        "10.849863871280508, 9.9861289733064538882597e-28",
        "20.3, 6.4292444676983463385712e-92",
        "37, 5.7255712225245768226832e-300"
    })
    void isRightToTheLastDigits(double z, double expected) {
        assertThat(NormalTail.above(z) / expected).isCloseTo(1, within(1e-15));
        assertThat(NormalTail.above(-z)).isCloseTo(1 - expected, within(2e-16));
        assertThat(NormalTail.twoSided(-z)).isEqualTo(2 * NormalTail.above(z));
    }

    @Test
    void endsAtTheMiddleAndAtNothing() {
        assertThat(NormalTail.above(0)).isEqualTo(0.5);
        assertThat(NormalTail.twoSided(0)).isEqualTo(1);
        assertThat(NormalTail.above(Double.POSITIVE_INFINITY)).isZero();
        assertThat(NormalTail.above(Double.NEGATIVE_INFINITY)).isEqualTo(1);
        assertThat(NormalTail.above(1e10)).isZero();
    }

    @Test
    void neverRisesWhereOneFormulaMeetsTheNext() {
        for (double z = -9; z < 9; z += 1e-3) {
            assertThat(NormalTail.above(z + 1e-3)).as("z " + z).isLessThanOrEqualTo(NormalTail.above(z));
        }
    }
}
