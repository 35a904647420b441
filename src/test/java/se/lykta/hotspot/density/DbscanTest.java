package se.lykta.hotspot.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.bench.Effort;

final class DbscanTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void equalsTheDefinitionOnLatticesWherePointsLieExactlyAtEps(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 60; run++) {
            int side = 4 + random.nextInt(30);
            double[] x = points(20 + random.nextInt(260), () -> random.nextInt(side));
            double[] y = points(x.length, () -> random.nextInt(side));
            double[] distances = {1, Math.sqrt(2), 2, Math.sqrt(5), 5, 10, 0.5};

            assertEqualsOracle(
                    x, y, distances[run % distances.length], 1 + random.nextInt(9), "seed " + seed + " run " + run);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void equalsTheDefinitionOnClumpsWithDuplicatesAndStrayPoints(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 40; run++) {
            int n = 30 + random.nextInt(370);
            double[] x = points(n, () -> 500_000 + 60 * random.nextInt(5) + 12 * random.nextGaussian());
            double[] y = points(n, () -> 6_500_000 + 60 * random.nextInt(5) + 12 * random.nextGaussian());
            for (int copy = 0; copy < n / 3; copy++) {
                int from = random.nextInt(n);
                int to = random.nextInt(n);
                x[to] = x[from];
                y[to] = y[from];
            }
            x[0] = 9e6;
            y[1] = -9e6;

            assertEqualsOracle(
                    x, y, 5 + 20 * random.nextDouble(), 1 + random.nextInt(25), "seed " + seed + " run " + run);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void equalsTheDefinitionOnTwoCrowdsAboutEpsApart(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 20; run++) {
            double gap = 0.9 + 0.2 * random.nextDouble();
            double turn = 2 * Math.PI * random.nextDouble();
            double[] x = new double[400];
            double[] y = new double[400];
            for (int i = 0; i < x.length; i++) {
                double angle = turn + Math.PI * (i % 2) + 0.6 * random.nextDouble();
                x[i] = 700_000 + 50 * gap * Math.cos(angle);
                y[i] = 3_900_000 + 50 * gap * Math.sin(angle);
            }

            assertEqualsOracle(x, y, 100, 5, "seed " + seed + " run " + run);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void equalsTheDefinitionOnOneLine(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 40; run++) {
            int slope = random.nextInt(4);
            double[] x = points(200, () -> random.nextInt(300));
            double[] y = Arrays.stream(x).map(at -> slope * at).toArray();

            assertEqualsOracle(x, y, 1 + random.nextInt(6), 2 + random.nextInt(4), "seed " + seed + " run " + run);
        }
    }

    private static void assertEqualsOracle(double[] x, double[] y, double eps, int minPts, String what) {
        var oracle = new DbscanOracle(x, y, eps, minPts);

        Clustering clustering = new Dbscan(eps, minPts).cluster(x, y);

        for (int i = 0; i < x.length; i++) {
            String where = what + " eps " + eps + " minPts " + minPts + " point " + i;
            assertThat(clustering.isCore(i)).as(where).isEqualTo(oracle.core[i]);
            assertThat(clustering.label(i)).as(where).isEqualTo(oracle.labels[i]);
            assertThat(clustering.adjacentClusters(i)).as(where).isEqualTo(oracle.adjacent(i));
        }
        assertThat(clustering.clusters())
                .isEqualTo(Arrays.stream(oracle.labels).max().orElse(-1) + 1);
    }

    @Test
    void theOrderOfTheInputChangesNothing() {
        long seed = 42;
        var random = new Random(seed);
        double[] x = points(2000, () -> random.nextInt(400));
        double[] y = points(2000, () -> random.nextInt(400));
        int[] shuffled = shuffledRows(x.length, random);

        Clustering one = new Dbscan(10, 5).cluster(x, y);
        Clustering other = new Dbscan(10, 5).cluster(picked(x, shuffled), picked(y, shuffled));

        assertThat(one.clusters()).isGreaterThan(3);
        for (int i = 0; i < shuffled.length; i++) {
            assertThat(other.label(i)).as("seed " + seed).isEqualTo(one.label(shuffled[i]));
        }
    }

    @Test
    void movingAllPointsChangesNothing() {
        long seed = 43;
        var random = new Random(seed);
        double[] x = points(2000, () -> random.nextInt(40_000) / 64.0);
        double[] y = points(2000, () -> random.nextInt(40_000) / 64.0);

        Clustering here = new Dbscan(10, 5).cluster(x, y);
        Clustering sweden = new Dbscan(10, 5).cluster(moved(x, 674_032), moved(y, 6_580_822));
        Clustering elsewhere = new Dbscan(10, 5).cluster(moved(x, -500_000), moved(y, -9_000_000));

        assertThat(here.clusters()).isGreaterThan(3);
        assertThat(labels(sweden)).as("seed " + seed).isEqualTo(labels(here));
        assertThat(labels(elsewhere)).as("seed " + seed).isEqualTo(labels(here));
    }

    /** Traps 3 and 6: neither costs anything. */
    @Test
    void snappedPointsAndOneAThousandKilometresAwayCostLessThanScatteredOnes() {
        long seed = 44;
        var random = new Random(seed);
        int spots = 500;
        double[] spotX = points(spots, () -> 500_000 + 20_000 * random.nextDouble());
        double[] spotY = points(spots, () -> 6_500_000 + 20_000 * random.nextDouble());
        int[] at = random.ints(400_000, 0, spots).toArray();
        double[] x = picked(spotX, at);
        double[] y = picked(spotY, at);
        x[0] += 1_000_000;
        y[1] = -y[1];

        double[] scatteredX = points(x.length, () -> 500_000 + 20_000 * random.nextDouble());
        double[] scatteredY = points(y.length, () -> 6_500_000 + 20_000 * random.nextDouble());

        Clustering clustering = new Dbscan(50, 30).cluster(x, y);
        double snapped = Effort.of(() -> new Dbscan(50, 30).cluster(x, y));
        double scattered = Effort.of(() -> new Dbscan(50, 30).cluster(scatteredX, scatteredY));

        assertThat(clustering.label(0)).as("seed " + seed).isEqualTo(Clustering.NOISE);
        assertThat(clustering.label(1)).isEqualTo(Clustering.NOISE);
        assertThat(clustering.isCore(2)).isTrue();
        assertThat(snapped).as("seconds").isLessThan(scattered);
    }

    /** All pairs across are a little too far apart: looking at each takes quadratic time. */
    @Test
    void aCrowdInTheMiddleOfACrowdedRingSlightlyWiderThanEpsIsNoTrap() {
        Effort.growsLessThanQuadratically(DbscanTest::clusterCrowdAndRing, 25_000);
    }

    private static void clusterCrowdAndRing(int n) {
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double angle = 2.0 * i / n;
            double radius = i % 2 == 0 ? 1005 : 0.4 * i / n;
            x[i] = radius * Math.cos(angle);
            y[i] = radius * Math.sin(angle);
        }

        assertThat(new Dbscan(1000, 30).cluster(x, y).clusters()).isEqualTo(2);
    }

    @Test
    void aPointAtExactlyEpsIsANeighbourAndThePointItselfCounts() {
        double[] x = {0, 50, 100, 200};
        double[] y = {0, 0, 0, 0};

        Clustering clustering = new Dbscan(50, 3).cluster(x, y);

        assertThat(labels(clustering)).containsExactly(0, 0, 0, Clustering.NOISE);
        assertThat(clustering.isCore(0)).isFalse();
        assertThat(clustering.isCore(1)).isTrue();
    }

    @Test
    void aBorderPointAsNearToTwoClustersBelongsToTheWesternOne() {
        double[] x = {20, 21, 22, 23, 10, 0, -1, -2, -3};

        Clustering clustering = new Dbscan(10, 4).cluster(x, new double[x.length]);

        assertThat(clustering.isCore(4)).isFalse();
        assertThat(labels(clustering)).containsExactly(1, 1, 1, 1, 0, 0, 0, 0, 0);
        assertThat(clustering.adjacentClusters(4)).isEqualTo(2);
    }

    @Test
    void aBorderPointNearerToTheEasternClusterBelongsToIt() {
        double[] x = {20, 21, 22, 30, 10.7, 0, 1, -1, -9};

        Clustering clustering = new Dbscan(10, 4).cluster(x, new double[x.length]);

        assertThat(clustering.isCore(4)).isFalse();
        assertThat(clustering.label(4)).isEqualTo(clustering.label(0)).isEqualTo(1);
        assertThat(clustering.adjacentClusters(4)).isEqualTo(2);
    }

    @Test
    void aHundredThousandReportsOnOneSpotAreOneSpot() {
        double[] x = new double[100_000];
        Arrays.fill(x, 7);

        Clustering clustering = new Dbscan(50, 30).cluster(x, x);

        assertThat(clustering.clusters()).isEqualTo(1);
        assertThat(clustering.members()[0]).hasSize(100_000);
    }

    @Test
    void nothingInNothingOut() {
        Clustering clustering = new Dbscan(50, 8).cluster(new double[0], new double[0]);

        assertThat(clustering.clusters()).isZero();
        assertThat(clustering.members()).isEmpty();
    }

    @Test
    void wrongParametersAndCoordinatesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Dbscan(0, 3)).withMessageContaining("eps 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Dbscan(Double.NaN, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dbscan(1, 0)).withMessageContaining("minPts 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dbscan(1, 1).cluster(new double[] {1, Double.NaN}, new double[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dbscan(1, 1).cluster(new double[2], new double[1]));
    }

    @Test
    void membersListEveryRowOfEachClusterOnce() {
        Clustering clustering = new Dbscan(1, 2).cluster(new double[] {9, 0, 5, 1, 10}, new double[5]);

        assertThat(clustering.members()).isDeepEqualTo(new int[][] {{1, 3}, {0, 4}});
    }

    private static double[] points(int n, DoubleSupplier coordinate) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> coordinate.getAsDouble());
        return values;
    }

    private static double[] moved(double[] values, double by) {
        return Arrays.stream(values).map(value -> value + by).toArray();
    }

    private static int[] labels(Clustering clustering) {
        int[] labels = new int[clustering.size()];
        Arrays.setAll(labels, clustering::label);
        return labels;
    }

    private static int[] shuffledRows(int n, Random random) {
        int[] rows = new int[n];
        for (int i = 0; i < n; i++) {
            int at = random.nextInt(i + 1);
            rows[i] = rows[at];
            rows[at] = i;
        }
        return rows;
    }

    private static double[] picked(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
