package se.lykta.hotspot.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.hotspot.density.Dbscan;

class ConfidenceTest {

    private static final double EPS = 50;
    private static final int LEAST = 8;
    private static final Dbscan DBSCAN = new Dbscan(EPS, LEAST);
    private static final double REACH = 300;

    /** Eight reports on one spot among a thousand far apart are found again if eight are drawn: a binomial chance. */
    @Test
    void barelyEnoughReportsAreFoundAgainAsOftenAsEnoughAreDrawn() {
        int n = 1000;
        double[] x = IntStream.range(0, n)
                .mapToDouble(i -> i < LEAST ? 0 : 1000.0 * i)
                .toArray();
        int runs = 2000;

        int[] kept = Stability.of(clustered(x, new double[n]), DBSCAN, runs, 11);

        double chance = atLeast(LEAST, n, (double) LEAST / n);
        double error = Math.sqrt(chance * (1 - chance) / runs);
        assertThat(kept).hasSize(1);
        assertThat((double) kept[0] / runs).isCloseTo(chance, within(4 * error));
    }

    @Test
    void aCrowdIsAlwaysFoundAgain() {
        double[] x = IntStream.range(0, 300)
                .mapToDouble(i -> i < 200 ? 0 : 1000.0 * i)
                .toArray();

        assertThat(Stability.of(clustered(x, new double[300]), DBSCAN, 100, 12)).containsExactly(100);
    }

    @Test
    void orderOfTheReportsChangesNothing() {
        var town = new StreetTown()
                .chance(900, 3, new SplittableRandom(5))
                .planted(14, 1200, 1440, new SplittableRandom(6));
        double[] x = town.reports(0);
        double[] y = town.reports(1);
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted((a, b) -> Integer.reverse(a) - Integer.reverse(b))
                .mapToInt(i -> i)
                .toArray();
        double[] otherX = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
        double[] otherY = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();

        assertThat(Stability.of(clustered(otherX, otherY), DBSCAN, 50, 1))
                .isEqualTo(Stability.of(clustered(x, y), DBSCAN, 50, 1));
        assertThat(p(town.streets(0), town.streets(1), otherX, otherY, 19))
                .isEqualTo(p(town.streets(0), town.streets(1), x, y, 19));
    }

    /** The promise of a p: where there is only chance, at most one map in twenty shows one of 0.05 or less. */
    @ParameterizedTest
    @CsvSource({"1500, 4", "2500, 8"})
    void chanceAloneIsSeldomCalledSignificant(int reports, double contrast) {
        int towns = 100;
        int shown = 0;
        for (int seed = 0; seed < towns; seed++) {
            var town = new StreetTown().chance(reports, contrast, new SplittableRandom(1000 + seed));
            double[] p = p(town.streets(0), town.streets(1), town.reports(0), town.reports(1), 19);
            shown += Arrays.stream(p).anyMatch(value -> value <= 0.05) ? 1 : 0;
        }

        double error = Math.sqrt(0.05 * 0.95 / towns);
        assertThat((double) shown / towns)
                .as("seeds 1000.. of %d reports", reports)
                .isLessThanOrEqualTo(0.05 + 3 * error);
    }

    @ParameterizedTest
    @CsvSource({"400, 1, 12", "1500, 4, 16", "3000, 8, 30"})
    void aPlantedHotspotIsSignificant(int reports, double contrast, int planted) {
        int found = 0;
        for (int seed = 0; seed < 20; seed++) {
            var random = new SplittableRandom(2000 + seed);
            var town = new StreetTown().chance(reports, contrast, random).planted(planted, 480, 2400, random);
            double[] p = p(town.streets(0), town.streets(1), town.reports(0), town.reports(1), 39);
            found += Arrays.stream(p).anyMatch(value -> value <= 0.05) ? 1 : 0;
        }

        assertThat(found).as("of 20 towns, seeds 2000..").isGreaterThanOrEqualTo(18);
    }

    @Test
    void withoutAMapTheSurroundingsStandIn() {
        var random = new SplittableRandom(3);
        double[] x = IntStream.range(0, 300)
                .mapToDouble(i -> i < 20 ? 2000 + 15 * random.nextGaussian() : 4000 * random.nextDouble())
                .toArray();
        double[] y = IntStream.range(0, 300)
                .mapToDouble(i -> i < 20 ? 2000 + 15 * random.nextGaussian() : 4000 * random.nextDouble())
                .toArray();

        double[] p = p(new double[0], new double[0], x, y, 99);

        assertThat(p).hasSize(1);
        assertThat(p[0]).isEqualTo(0.01);
    }

    @Test
    void onlySamplesWithinReachArePickedEachAsOften() {
        var random = new SplittableRandom(8);
        double[] x = random.doubles(400, -1000, 1000).toArray();
        double[] y = random.doubles(400, -1000, 1000).toArray();
        Exposure exposure = Exposure.of(x, y, new double[] {0}, new double[] {0}, REACH);
        long within = IntStream.range(0, 400)
                .filter(i -> Math.hypot(x[i], y[i]) <= REACH)
                .count();
        int[] picked = new int[exposure.size()];
        int draws = 40_000;

        for (int i = 0; i < draws; i++) {
            picked[exposure.pick(0, 0, random)]++;
        }

        double expected = (double) draws / within;
        assertThat(Arrays.stream(picked).filter(count -> count > 0).count()).isEqualTo(within);
        assertThat(Arrays.stream(picked).filter(count -> count > 0).max().orElse(0))
                .isLessThan((int) (expected + 5 * Math.sqrt(expected)));
    }

    @Test
    void noReportsHaveNoClusters() {
        ClusteredPoints none = clustered(new double[0], new double[0]);

        assertThat(Stability.of(none, DBSCAN, 10, 1)).isEmpty();
        assertThat(p(new double[0], new double[0], new double[0], new double[0], 19))
                .isEmpty();
    }

    private static double[] p(double[] streetX, double[] streetY, double[] x, double[] y, int runs) {
        Exposure exposure = Exposure.of(streetX, streetY, x, y, REACH);
        return Significance.of(clustered(x, y), exposure, DBSCAN, EPS, runs, 77);
    }

    private static ClusteredPoints clustered(double[] x, double[] y) {
        return new ClusteredPoints(x, y, DBSCAN.cluster(x, y).members());
    }

    /** P(X >= k) of a binomial, summed term by term. */
    private static double atLeast(int k, int n, double p) {
        double term = Math.pow(1 - p, n);
        double below = 0;
        for (int i = 0; i < k; i++) {
            below += term;
            term *= (double) (n - i) / (i + 1) * p / (1 - p);
        }
        return 1 - below;
    }
}
