package se.lykta.hotspot.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BlendTest {

    private static final List<Layer> LAYERS = List.of(Layer.count(), Layer.density(300), Layer.even());
    private static final int[] ALL = {0, 1, 2};
    private static final int CELLS = 60;
    private static final int STEPS = 30;

    /** No weights on a fine grid make the later reports of the hot part more likely. */
    @Test
    void theLaterReportsOfTheHotPartAreMostLikely() {
        for (long seed = 1; seed <= 20; seed++) {
            Fold fold = fold(seed);
            int[] hot = hot(fold);

            double ours = likelihood(fold, hot, Blend.weights(parts(List.of(fold), 0.2), ALL, 3));

            for (int i = 0; i <= STEPS; i++) {
                for (int j = 0; i + j <= STEPS; j++) {
                    double[] inside = {i, j, STEPS - i - j};
                    assertThat(likelihood(fold, hot, whole(fold, hot, inside)))
                            .as("seed %d", seed)
                            .isLessThan(ours + 0.05);
                }
            }
        }
    }

    @Test
    void weightsAddUpToOneAndLayersThatAreNotMixedGetNone() {
        List<Fold> folds = List.of(fold(5));
        int[] two = {0, 2};

        double[] weights = Blend.weights(
                folds.stream().map(fold -> new HotPart(fold, two, 0.2)).toList(), two, 3);

        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        assertThat(weights[1]).isZero();
    }

    @Test
    void withoutLaterReportsInAHotPartAllCountAlike() {
        double[] x = {0};
        var past = new History(x, x, new long[] {1}, new int[] {0});
        double[] later = new double[CELLS];
        later[CELLS - 1] = 10;

        double[] weights = Blend.weights(parts(List.of(new Fold(LAYERS, past, 10, row(), later)), 1.0 / CELLS), ALL, 3);

        assertThat(weights).containsExactly(1.0 / 3, 1.0 / 3, 1.0 / 3);
    }

    /** Beside the hottest cell the one that is as hot belongs to the part, whatever its number. */
    @Test
    void cellsAsHotAsTheLastOneBelongToTheHotPart() {
        double[] x = {1000, 4000};
        var past = new History(x, new double[2], new long[] {1, 2}, new int[] {10, 40});
        double[] later = new double[CELLS];
        later[10] = 1;
        later[40] = 2;

        assertThat(new HotPart(new Fold(LAYERS, past, 10, row(), later), ALL, 1.0 / CELLS).laterReports())
                .isEqualTo(3);
    }

    private static List<HotPart> parts(List<Fold> folds, double areaShare) {
        return folds.stream().map(fold -> new HotPart(fold, ALL, areaShare)).toList();
    }

    /** A row of cells of 100 m with forty reports before and as many after, both more often in the west. */
    private static Fold fold(long seed) {
        var random = new Random(seed);
        int[] cell = IntStream.range(0, 40).map(i -> west(random)).toArray();
        double[] later = new double[CELLS];
        IntStream.range(0, 40).forEach(i -> later[west(random)]++);
        double[] x = Arrays.stream(cell).mapToDouble(at -> 100.0 * at).toArray();
        return new Fold(LAYERS, new History(x, new double[40], new long[40], cell), 10, row(), later);
    }

    private static int west(Random random) {
        return (int) (CELLS * random.nextDouble() * random.nextDouble());
    }

    private static Sites row() {
        double[] x = new double[CELLS];
        Arrays.setAll(x, i -> 100 * i);
        return new Sites(x, new double[CELLS]);
    }

    /** The cells that are in the hottest fifth by the mean of all layers. */
    private static int[] hot(Fold fold) {
        return IntStream.range(0, CELLS)
                .filter(cell -> IntStream.range(0, CELLS)
                                .filter(other -> mean(fold, other) > mean(fold, cell))
                                .count()
                        < CELLS / 5)
                .toArray();
    }

    private static double mean(Fold fold, int cell) {
        return IntStream.of(ALL).mapToDouble(layer -> fold.shares(layer)[cell]).sum() / 3;
    }

    /** The weights of whole layers for weights inside the hot part. */
    private static double[] whole(Fold fold, int[] hot, double[] inside) {
        double[] weights = new double[3];
        Arrays.setAll(weights, layer -> inside[layer] / sum(fold.shares(layer), hot));
        return weights;
    }

    /** Log-likelihood of the later reports of the hot part, given that they are in it. */
    private static double likelihood(Fold fold, int[] hot, double[] weights) {
        double[] mixture = fold.mixture(weights);
        double all = sum(mixture, hot);
        return Arrays.stream(hot)
                .filter(cell -> fold.later()[cell] > 0)
                .mapToDouble(cell -> fold.later()[cell] * Math.log(mixture[cell] / all))
                .sum();
    }

    private static double sum(double[] values, int[] cells) {
        return Arrays.stream(cells).mapToDouble(cell -> values[cell]).sum();
    }
}
