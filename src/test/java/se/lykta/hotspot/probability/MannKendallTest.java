package se.lykta.hotspot.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MannKendallTest {

    @Test
    void pIsTheShareOfOrdersAsFarFromLevel() {
        var random = new SplittableRandom(5);
        for (int run = 0; run < 60; run++) {
            double[] series = random.ints(1 + random.nextInt(7), 0, 2 + run % 6)
                    .asDoubleStream()
                    .toArray();
            int s = score(series);
            long[] asFar = new long[2];
            countOrders(series.clone(), 0, Math.abs(s), asFar);

            MannKendall found = MannKendall.of(series);

            assertThat(found.s()).as("run " + run).isEqualTo(s);
            assertThat(found.p()).as("run " + run).isCloseTo((double) asFar[0] / asFar[1], within(1e-14));
        }
    }

    private static int score(double[] series) {
        int s = 0;
        for (int i = 0; i < series.length; i++) {
            for (int j = i + 1; j < series.length; j++) {
                s += (int) Math.signum(series[j] - series[i]);
            }
        }
        return s;
    }

    private static void countOrders(double[] series, int from, int least, long[] counts) {
        if (from == series.length) {
            counts[0] += Math.abs(score(series)) >= least ? 1 : 0;
            counts[1]++;
            return;
        }
        for (int i = from; i < series.length; i++) {
            swap(series, from, i);
            countOrders(series, from + 1, least, counts);
            swap(series, from, i);
        }
    }

    private static void swap(double[] series, int a, int b) {
        double value = series[a];
        series[a] = series[b];
        series[b] = value;
    }

    @Test
    void aSeriesThatOnlyRisesIsOneOrderOfAllAndItsReverse() {
        double[] rising = IntStream.range(0, 20).asDoubleStream().toArray();
        double orders = 1;
        for (int k = 2; k <= 20; k++) {
            orders *= k;
        }

        MannKendall found = MannKendall.of(rising);

        assertThat(found.s()).isEqualTo(190);
        assertThat(found.p() * orders).isCloseTo(2, within(1e-9));
        assertThat(found.isRising(0.05)).isTrue();
        assertThat(found.isFalling(0.05)).isFalse();
    }

    @Test
    void longSeriesFollowTheNormal() {
        double[] falling = IntStream.range(0, 40).mapToDouble(i -> -i).toArray();
        double[] swapped = IntStream.range(0, 21).asDoubleStream().toArray();
        swap(swapped, 3, 4);
        // by hand: one of 210 pairs falls, so S = 208; the variance of 21 different values is 21 * 20 * 47 / 18
        double expected = NormalTail.twoSided(207 / Math.sqrt(21 * 20 * 47 / 18.0));

        assertThat(MannKendall.of(swapped).s()).isEqualTo(208);
        assertThat(MannKendall.of(swapped).p()).isCloseTo(expected, within(1e-15));
        assertThat(MannKendall.of(falling).isFalling(1e-10)).isTrue();
    }

    @Test
    void levelAndShortSeriesHaveNoTrend() {
        assertThat(MannKendall.of(new double[0])).isEqualTo(new MannKendall(0, 1));
        assertThat(MannKendall.of(new double[] {4})).isEqualTo(new MannKendall(0, 1));
        assertThat(MannKendall.of(new double[30])).isEqualTo(new MannKendall(0, 1));
        assertThat(MannKendall.of(new double[] {0.0, -0.0, 0.0})).isEqualTo(new MannKendall(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> MannKendall.of(new double[] {1, Double.NaN}));
    }
}
