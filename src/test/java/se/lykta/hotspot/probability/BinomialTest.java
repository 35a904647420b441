package se.lykta.hotspot.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BinomialTest {

    /** Expected values by whole numbers of any length. */
    @ParameterizedTest
    @CsvSource({
        "3, 10, 0.25, 4.74407196044921875e-1, 7.75875091552734375e-1",
        "10, 10, 0.9, 3.48678440100000086025e-1, 1",
        "60, 100, 0.5, 2.84439668204903958352e-2, 9.82399899891147592023e-1",
        "15, 2245, 0.0026, 1.05563062497391803561e-3, 9.99627763372116881847e-1",
        "40, 2245, 0.0026, 1.43360813374718590348e-20, 1",
        "25, 400, 0.03, 5.52924721849871883909e-4, 9.99760189976305847755e-1",
        "300, 400, 0.5, 1.29594345348603830726e-24, 1",
        "0, 30, 0.1, 1, 4.23911582752161956704e-2"
    })
    void tailsAreThoseOfLongArithmetic(int k, int n, double share, double atLeast, double atMost) {
        assertThat(Binomial.atLeast(k, n, share) / atLeast).isCloseTo(1, within(1e-13));
        assertThat(Binomial.atMost(k, n, share) / atMost).isCloseTo(1, within(1e-13));
    }

    @Test
    void equalsTheSumOfTheDefinition() {
        var random = new SplittableRandom(7);
        for (int run = 0; run < 300; run++) {
            int n = 1 + random.nextInt(60);
            int sixteenths = 1 + random.nextInt(15);
            int k = random.nextInt(n + 1);

            double expected = bySum(k, n, sixteenths);

            assertThat(Binomial.atLeast(k, n, sixteenths / 16.0) / expected)
                    .as("P(X >= %d), n %d, share %d/16", k, n, sixteenths)
                    .isCloseTo(1, within(1e-13));
        }
    }

    private static double bySum(int k, int n, int sixteenths) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger ways = BigInteger.ONE;
        for (int j = 0; j <= n; j++) {
            if (j >= k) {
                sum = sum.add(ways.multiply(BigInteger.valueOf(sixteenths).pow(j))
                        .multiply(BigInteger.valueOf(16 - sixteenths).pow(n - j)));
            }
            ways = ways.multiply(BigInteger.valueOf(n - j)).divide(BigInteger.valueOf(j + 1));
        }
        return new BigDecimal(sum)
                .divide(new BigDecimal(BigInteger.valueOf(16).pow(n)), MathContext.DECIMAL64)
                .doubleValue();
    }

    @Test
    void theTwoTailsComplementEachOther() {
        for (int k = 1; k < 3_000_000; k = k * 3 + 1) {
            double sum = Binomial.atLeast(k, 3_000_000, 0.01) + Binomial.atMost(k - 1, 3_000_000, 0.01);

            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void endsAreCertainOrImpossible() {
        assertThat(Binomial.atLeast(0, 5, 0.3)).isEqualTo(1);
        assertThat(Binomial.atLeast(-2, 0, 0)).isEqualTo(1);
        assertThat(Binomial.atLeast(6, 5, 1)).isZero();
        assertThat(Binomial.atLeast(1, 5, 0)).isZero();
        assertThat(Binomial.atLeast(5, 5, 1)).isEqualTo(1);
        assertThat(Binomial.atMost(5, 5, 1)).isEqualTo(1);
        assertThat(Binomial.atMost(4, 5, 1)).isZero();
        assertThat(Binomial.atMost(0, 5, 0)).isEqualTo(1);
        assertThat(Binomial.atMost(-1, 5, 0.5)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Binomial.atLeast(1, 5, 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Binomial.atMost(1, -1, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Binomial.atMost(1, 1, Double.NaN));
    }
}
