package se.lykta.hotspot.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StDbscanTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void equalsTheDefinitionOnLatticesOfPlaceAndTime(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 60; run++) {
            int side = 4 + random.nextInt(20);
            int n = 20 + random.nextInt(260);
            double[] x = random.ints(n, 0, side).asDoubleStream().toArray();
            double[] y = random.ints(n, 0, side).asDoubleStream().toArray();
            long[] days = random.longs(n, -20, 20).toArray();
            double[] distances = {1, Math.sqrt(2), 2, Math.sqrt(5), 5};

            assertEqualsOracle(
                    new Points(x, y, days),
                    distances[run % distances.length],
                    random.nextInt(8),
                    1 + random.nextInt(9),
                    "seed " + seed + " run " + run);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void equalsTheDefinitionOnBurstsOfReportsInOnePlace(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 30; run++) {
            int n = 50 + random.nextInt(350);
            double[] x = new double[n];
            double[] y = new double[n];
            long[] minutes = new long[n];
            for (int i = 0; i < n; i++) {
                x[i] = 674_000 + 40 * random.nextInt(3) + 15 * random.nextGaussian();
                y[i] = 6_580_000 + 40 * random.nextInt(3) + 15 * random.nextGaussian();
                minutes[i] = 28_000_000L + 20_000L * random.nextInt(4) + (long) (3000 * random.nextGaussian());
            }

            assertEqualsOracle(
                    new Points(x, y, minutes),
                    10 + 20 * random.nextDouble(),
                    random.nextInt(5000),
                    2 + random.nextInt(12),
                    "seed " + seed + " run " + run);
        }
    }

    private static void assertEqualsOracle(Points points, double eps, long epsTime, int minPts, String what) {
        var oracle = new DbscanOracle(points.x, points.y, points.time, eps, epsTime, minPts);

        Clustering clustering = new StDbscan(eps, epsTime, minPts).cluster(points.x, points.y, points.time);

        for (int i = 0; i < points.x.length; i++) {
            String where = "%s eps %s and %d minPts %d point %d".formatted(what, eps, epsTime, minPts, i);
            assertThat(clustering.isCore(i)).as(where).isEqualTo(oracle.core[i]);
            assertThat(clustering.label(i)).as(where).isEqualTo(oracle.labels[i]);
            assertThat(clustering.adjacentClusters(i)).as(where).isEqualTo(oracle.adjacent(i));
        }
    }

    @Test
    void onePlaceInTwoSummersIsTwoClusters() {
        double[] place = new double[8];
        long[] days = {0, 1, 2, 3, 365, 366, 367, 368};

        Clustering clustering = new StDbscan(50, 7, 3).cluster(place, place, days);

        assertThat(clustering.clusters()).isEqualTo(2);
        assertThat(clustering.members()).isDeepEqualTo(new int[][] {{0, 1, 2, 3}, {4, 5, 6, 7}});
    }

    @Test
    void timesAtExactlyTheGreatestDifferenceAreNeighbours() {
        double[] place = new double[3];

        Clustering near = new StDbscan(50, 7, 3).cluster(place, place, new long[] {0, 7, 14});
        Clustering far = new StDbscan(50, 6, 3).cluster(place, place, new long[] {0, 7, 14});

        assertThat(near.clusters()).isEqualTo(1);
        assertThat(near.isCore(1)).isTrue();
        assertThat(near.isCore(0)).isFalse();
        assertThat(far.clusters()).isZero();
    }

    @Test
    void withoutATimeItIsDbscan() {
        long seed = 5;
        var random = new Random(seed);
        double[] x = random.doubles(500, 0, 400).toArray();
        double[] y = random.doubles(500, 0, 400).toArray();

        Clustering timeless = new StDbscan(20, 0, 4).cluster(x, y, new long[500]);
        Clustering plane = new Dbscan(20, 4).cluster(x, y);

        assertThat(labels(timeless)).as("seed " + seed).isEqualTo(labels(plane));
        assertThat(plane.clusters()).isGreaterThan(3);
    }

    @Test
    void theOrderOfTheInputAndAnotherEpochChangeNothing() {
        long seed = 6;
        var random = new Random(seed);
        int n = 1000;
        double[] x = random.doubles(n, 0, 400).toArray();
        double[] y = random.doubles(n, 0, 400).toArray();
        long[] time = random.longs(n, 0, 100).toArray();
        double[] backX = new double[n];
        double[] backY = new double[n];
        long[] backTime = new long[n];
        for (int i = 0; i < n; i++) {
            backX[n - 1 - i] = x[i];
            backY[n - 1 - i] = y[i];
            backTime[n - 1 - i] = time[i] - 1_000_000_000_000L;
        }

        Clustering one = new StDbscan(30, 10, 4).cluster(x, y, time);
        Clustering other = new StDbscan(30, 10, 4).cluster(backX, backY, backTime);

        assertThat(one.clusters()).isGreaterThan(3);
        for (int i = 0; i < n; i++) {
            assertThat(other.label(n - 1 - i)).as("seed " + seed).isEqualTo(one.label(i));
        }
    }

    @Test
    void wrongParametersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StDbscan(0, 1, 3))
                .withMessageContaining("eps 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StDbscan(1, -1, 3))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StDbscan(1, 1, 0))
                .withMessageContaining("minPts 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StDbscan(1, 1, 1).cluster(new double[2], new double[2], new long[1]))
                .withMessageContaining("1 times");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StDbscan(1, 1, 1)
                        .cluster(new double[2], new double[2], new long[] {Long.MIN_VALUE, Long.MAX_VALUE}))
                .withMessageContaining("too long after");
    }

    /** Positions and times. */
    private static final class Points {
        private final double[] x;
        private final double[] y;
        private final long[] time;

        private Points(double[] x, double[] y, long[] time) {
            this.x = x;
            this.y = y;
            this.time = time;
        }
    }

    private static int[] labels(Clustering clustering) {
        int[] labels = new int[clustering.size()];
        Arrays.setAll(labels, clustering::label);
        return labels;
    }
}
