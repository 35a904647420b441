package se.lykta.hotspot.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccuracyTest {

    /** Ten cells, the best two of which hold 12 of 20 later reports: 12/20 in 2/10 is three times chance. */
    @Test
    void hitRatePaiAndPeiFollowTheirDefinitions() {
        double[] surface = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0};
        double[] later = {10, 2, 3, 0, 0, 5, 0, 0, 0, 0};

        Accuracy accuracy = Accuracy.of(surface, later, 0.2);

        assertThat(accuracy.hits()).isEqualTo(12);
        assertThat(accuracy.hitRate()).isEqualTo(0.6);
        assertThat(accuracy.pai()).isCloseTo(3, within(1e-12));
        assertThat(accuracy.mostHits()).isEqualTo(15);
        assertThat(accuracy.pei()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void theWholeAreaHitsEverythingAndIsNoBetterThanChance() {
        Accuracy accuracy = Accuracy.of(new double[] {1, 2, 3}, new double[] {4, 0, 3}, 1);

        assertThat(accuracy.hitRate()).isEqualTo(1);
        assertThat(accuracy.pai()).isEqualTo(1);
        assertThat(accuracy.pei()).isEqualTo(1);
    }

    /** Half of a cell is wanted of three equal ones that hold 6: one is expected, whatever their order. */
    @Test
    void tiedCellsAreHitByExpectation() {
        double[] surface = {5, 1, 1, 1};
        double[] later = {2, 6, 0, 0};

        Accuracy accuracy = Accuracy.of(surface, later, 1.5 / 4);

        assertThat(accuracy.hits()).isCloseTo(2 + 0.5 / 3 * 6, within(1e-12));
        assertThat(accuracy.mostHits()).isCloseTo(6 + 0.5 * 2, within(1e-12));
    }

    @Test
    void aFlatSurfaceIsChance() {
        double[] later = {7, 0, 0, 2, 0, 0, 0};

        Accuracy accuracy = Accuracy.of(new double[7], later, 0.05);

        assertThat(accuracy.pai()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aCellThatLiesHalfOutsideIsHalfTheArea() {
        double[] surface = {3, 2, 1};
        double[] later = {4, 6, 1};
        double[] areas = {50, 100, 100};

        Accuracy accuracy = Accuracy.of(surface, later, areas, 0.4);

        assertThat(accuracy.hits()).isCloseTo(4 + 0.5 * 6, within(1e-12));
        assertThat(accuracy.mostHits()).isCloseTo(4 + 0.5 * 6, within(1e-12));
        assertThat(Accuracy.of(surface, later, new double[] {0, 1, 1}, 0.5).hits())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void equalsTheMeanOverAllOrdersOfTiedCells(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 40; run++) {
            int cells = 1 + random.nextInt(6);
            double[] surface = random.ints(cells, 0, 3).asDoubleStream().toArray();
            double[] later = random.ints(cells, 0, 5).asDoubleStream().toArray();
            double share = (1 + random.nextInt(20)) / 20.0;

            Accuracy accuracy = Accuracy.of(surface, later, share);

            String what = "seed " + seed + " run " + run;
            assertThat(accuracy.hits()).as(what).isCloseTo(meanHits(surface, later, share * cells), within(1e-9));
            assertThat(accuracy.mostHits()).as(what).isCloseTo(meanHits(later, later, share * cells), within(1e-9));
        }
    }

    private static double meanHits(double[] surface, double[] later, double wanted) {
        double[] sumAndOrders = new double[2];
        permute(new int[surface.length], 0, new boolean[surface.length], order -> {
            for (int i = 1; i < order.length; i++) {
                if (surface[order[i]] > surface[order[i - 1]]) {
                    return;
                }
            }
            double hits = 0;
            for (int i = 0; i < order.length; i++) {
                hits += later[order[i]] * Math.max(0, Math.min(1, wanted - i));
            }
            sumAndOrders[0] += hits;
            sumAndOrders[1]++;
        });
        return sumAndOrders[0] / sumAndOrders[1];
    }

    private static void permute(int[] order, int at, boolean[] used, java.util.function.Consumer<int[]> visitor) {
        if (at == order.length) {
            visitor.accept(order);
            return;
        }
        for (int i = 0; i < order.length; i++) {
            if (!used[i]) {
                used[i] = true;
                order[at] = i;
                permute(order, at + 1, used, visitor);
                used[i] = false;
            }
        }
    }

    @Test
    void nothingLaterIsNoHitAndNothingMissed() {
        Accuracy accuracy = Accuracy.of(new double[] {1, 2}, new double[2], 0.5);

        assertThat(accuracy.hitRate()).isZero();
        assertThat(accuracy.pai()).isZero();
        assertThat(accuracy.pei()).isEqualTo(1);
    }

    @Test
    void theOrderOfCellsChangesNothing() {
        long seed = 8;
        var random = new Random(seed);
        double[] surface = random.ints(500, 0, 40).asDoubleStream().toArray();
        double[] later = random.ints(500, 0, 4).asDoubleStream().toArray();
        double[] reversedSurface = new double[500];
        double[] reversedLater = new double[500];
        Arrays.setAll(reversedSurface, i -> surface[499 - i]);
        Arrays.setAll(reversedLater, i -> later[499 - i]);

        for (double share : new double[] {0.01, 0.02, 0.05, 0.1}) {
            assertThat(Accuracy.of(reversedSurface, reversedLater, share))
                    .as("seed " + seed)
                    .isEqualTo(Accuracy.of(surface, later, share));
        }
    }

    @Test
    void wrongInputIsRefused() {
        double[] two = {1, 2};
        assertThatIllegalArgumentException().isThrownBy(() -> Accuracy.of(two, new double[1], 0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Accuracy.of(two, two, 0))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Accuracy.of(two, two, 1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> Accuracy.of(new double[] {1, Double.NaN}, two, 0.1));
    }
}
