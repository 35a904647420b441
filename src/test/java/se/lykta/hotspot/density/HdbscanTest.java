package se.lykta.hotspot.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.bench.Effort;
import se.lykta.hotspot.density.Hdbscan.Selection;
import se.lykta.hotspot.density.Hdbscan.Ties;

final class HdbscanTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void equalsTheDefinitionOnLatticesWhereMostDistancesAreEqual(long seed) {
        var random = new Random(seed);
        int clusters = 0;
        for (int run = 0; run < 12; run++) {
            int side = 5 + random.nextInt(12);
            double[] x = random.ints(20 + random.nextInt(90), 0, side)
                    .asDoubleStream()
                    .toArray();
            double[] y = random.ints(x.length, 0, side).asDoubleStream().toArray();

            clusters += assertEqualsOracle(x, y, 2 + random.nextInt(6), "seed " + seed + " run " + run);
        }
        assertThat(clusters).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void equalsTheDefinitionOnClumpsWithDuplicatesAndStrayPoints(long seed) {
        var random = new Random(seed);
        int clusters = 0;
        for (int run = 0; run < 12; run++) {
            int n = 40 + random.nextInt(100);
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                int clump = random.nextInt(4);
                x[i] = 674_000 + 500 * clump + (5 + 30 * clump) * random.nextGaussian();
                y[i] = 6_580_000 + 300 * (clump % 2) + (5 + 30 * clump) * random.nextGaussian();
            }
            for (int copy = 0; copy < n / 3; copy++) {
                int from = random.nextInt(n);
                int to = random.nextInt(n);
                x[to] = x[from];
                y[to] = y[from];
            }
            x[n - 1] = -9e6;

            clusters += assertEqualsOracle(x, y, 2 + random.nextInt(8), "seed " + seed + " run " + run);
        }
        assertThat(clusters).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void equalsTheDefinitionOnOneLineAndOnFewSpots(long seed) {
        var random = new Random(seed);
        int clusters = 0;
        for (int run = 0; run < 12; run++) {
            double[] x = random.ints(100, 0, 60).asDoubleStream().toArray();
            double[] spots = random.ints(100, 0, 4).asDoubleStream().toArray();

            clusters +=
                    assertEqualsOracle(x, new double[100], 2 + random.nextInt(5), "line, seed " + seed + " run " + run);
            clusters += assertEqualsOracle(spots, spots, 2 + random.nextInt(40), "spots, seed " + seed + " run " + run);
        }
        assertThat(clusters).isGreaterThan(50);
    }

    /** Returns how many clusters there were, so that a test can see that it saw some. */
    private static int assertEqualsOracle(double[] x, double[] y, int minPts, String what) {
        int clusters = 0;
        for (Ties ties : Ties.values()) {
            var oracle = new HdbscanOracle(x, y, minPts, ties);
            for (Selection selection : Selection.values()) {
                for (double minDistance : new double[] {0, 2, 40}) {
                    HdbscanClustering clustering = new Hdbscan(minPts)
                            .breaking(ties)
                            .selecting(selection)
                            .together(minDistance)
                            .cluster(x, y);
                    String where = "%s minPts %d %s %s %s".formatted(what, minPts, ties, selection, minDistance);
                    assertEquals(clustering, oracle.choose(selection, minDistance), where);
                    clusters += clustering.clusters();
                }
            }
        }
        return clusters;
    }

    private static void assertEquals(HdbscanClustering clustering, HdbscanOracle oracle, String where) {
        for (int i = 0; i < clustering.size(); i++) {
            assertThat(clustering.coreDistance(i)).as(where).isEqualTo(oracle.core[i]);
            assertThat(clustering.outlierScore(i)).as(where).isCloseTo(oracle.outlierScores[i], within(1e-12));
            assertThat(clustering.label(i) == Clustering.NOISE)
                    .as(where)
                    .isEqualTo(oracle.labels[i] == Clustering.NOISE);
        }
        assertThat(clustering.treeWeight()).as(where).isCloseTo(oracle.treeWeight(), within(1e-6));
        assertThat(RandIndex.adjusted(labels(clustering), oracle.labels))
                .as(where)
                .isEqualTo(1);
        assertThat(clustering.clusters())
                .as(where)
                .isEqualTo(Arrays.stream(oracle.labels).max().orElseThrow() + 1);
    }

    /**
     * {@code dbscan::hdbscan(x, 5)} of R dbscan 1.1-11 on points of a lattice, of which some are twins: three clumps and
     * background, where other orders of the same rows give R other clusters.
     */
    @Test
    void equalsRDbscanOnRowsWithTies() throws IOException {
        List<double[]> rows = fixture();
        double[] x = rows.stream().mapToDouble(row -> row[0]).toArray();
        double[] y = rows.stream().mapToDouble(row -> row[1]).toArray();

        HdbscanClustering clustering = new Hdbscan(5).cluster(x, y);

        assertThat(clustering.clusters()).isEqualTo(6);
        assertThat(clustering.treeWeight()).isCloseTo(1924.310915579653, within(1e-9));
        assertThat(RandIndex.adjusted(
                        labels(clustering),
                        rows.stream().mapToInt(row -> (int) row[2]).toArray()))
                .isEqualTo(1);
        for (int i = 0; i < x.length; i++) {
            assertThat(clustering.label(i) == Clustering.NOISE).as("row " + i).isEqualTo(rows.get(i)[2] < 0);
            assertThat(clustering.membership(i)).as("row " + i).isCloseTo(rows.get(i)[3], within(1e-12));
            assertThat(clustering.outlierScore(i)).as("row " + i).isCloseTo(rows.get(i)[4], within(1e-12));
            assertThat(clustering.coreDistance(i)).as("row " + i).isCloseTo(rows.get(i)[5], within(1e-12));
        }
    }

    private static List<double[]> fixture() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/fixtures/hdbscan-r-dbscan.csv")).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    @Test
    void withTiesTakenTogetherTheOrderOfTheInputChangesNothing() {
        long seed = 31;
        var random = new Random(seed);
        double[] x = random.ints(600, 0, 60).asDoubleStream().toArray();
        double[] y = random.ints(600, 0, 60).asDoubleStream().toArray();
        int[] rows = shuffled(600, random);
        Hdbscan hdbscan = new Hdbscan(4).breaking(Ties.TOGETHER);

        HdbscanClustering one = hdbscan.cluster(x, y);
        HdbscanClustering other = hdbscan.cluster(picked(x, rows), picked(y, rows));

        assertThat(one.clusters()).isGreaterThan(5);
        assertThat(other.treeWeight()).isEqualTo(one.treeWeight());
        for (int i = 0; i < rows.length; i++) {
            assertThat(other.label(i)).as("seed " + seed).isEqualTo(one.label(rows[i]));
            assertThat(other.outlierScore(i)).as("seed " + seed).isEqualTo(one.outlierScore(rows[i]));
        }
    }

    @Test
    void coreDistancesAndTheTreeDoNotDependOnTheOrderOfTheInput() {
        long seed = 32;
        var random = new Random(seed);
        double[] x = clumps(1500, 3000, random);
        double[] y = clumps(1500, 3000, random);
        int[] rows = shuffled(1500, random);

        HdbscanClustering one = new Hdbscan(8).selecting(Selection.LEAVES).cluster(x, y);
        HdbscanClustering other = new Hdbscan(8).selecting(Selection.LEAVES).cluster(picked(x, rows), picked(y, rows));

        assertThat(one.clusters()).isGreaterThan(5);
        assertThat(other.clusters()).isEqualTo(one.clusters());
        for (int i = 0; i < rows.length; i++) {
            assertThat(other.coreDistance(i)).as("seed " + seed).isEqualTo(one.coreDistance(rows[i]));
        }
        assertThat(other.treeWeight()).isEqualTo(one.treeWeight());
    }

    @Test
    void movingAllPointsChangesNothing() {
        long seed = 33;
        var random = new Random(seed);
        double[] x = Arrays.stream(clumps(800, 2000, random)).map(Math::rint).toArray();
        double[] y = Arrays.stream(clumps(800, 2000, random)).map(Math::rint).toArray();

        HdbscanClustering here = new Hdbscan(6).cluster(x, y);
        HdbscanClustering sweden = new Hdbscan(6)
                .cluster(
                        Arrays.stream(x).map(at -> at + 674_032).toArray(),
                        Arrays.stream(y).map(at -> at + 6_580_822).toArray());

        assertThat(here.clusters()).isGreaterThan(3);
        assertThat(labels(sweden)).as("seed " + seed).isEqualTo(labels(here));
        assertThat(sweden.treeWeight()).isEqualTo(here.treeWeight());
    }

    @Test
    void clustersAreNumberedFromWestToEast() {
        double[] x = {90, 91, 92, 93, 10, 11, 12, 13, 50, 51, 52, 53};

        HdbscanClustering clustering =
                new Hdbscan(3).selecting(Selection.LEAVES).cluster(x, new double[x.length]);

        assertThat(labels(clustering)).containsExactly(2, 2, 2, 2, 0, 0, 0, 0, 1, 1, 1, 1);
    }

    /** Trap 8: in a dense city the best choice are the city and the village, unless one asks for more. */
    @Test
    void aDenseCityIsPartedByLeavesAndKeptWholeBelowADistance() {
        long seed = 34;
        var random = new Random(seed);
        double[] x = new double[6000];
        double[] y = new double[6000];
        for (int i = 0; i < x.length; i++) {
            boolean village = i % 10 == 0;
            int block = random.nextInt(36);
            x[i] = (village ? 20_000 : 120 * (block % 6)) + 30 * random.nextGaussian();
            y[i] = (village ? 0 : 120 * (block / 6)) + 30 * random.nextGaussian();
        }

        HdbscanClustering lasting = new Hdbscan(30).cluster(x, y);
        HdbscanClustering leaves = new Hdbscan(30).selecting(Selection.LEAVES).cluster(x, y);
        HdbscanClustering together =
                new Hdbscan(30).selecting(Selection.LEAVES).together(500).cluster(x, y);

        assertThat(lasting.clusters()).as("seed " + seed).isEqualTo(2);
        assertThat(leaves.clusters()).isGreaterThanOrEqualTo(30);
        assertThat(together.clusters()).isEqualTo(2);
        assertThat(labels(together)).isEqualTo(labels(lasting));
    }

    @Test
    void thousandsOfReportsOnOneSpotStayInOneCluster() {
        long seed = 35;
        var random = new Random(seed);
        double[] x = clumps(400, 2000, random);
        double[] y = clumps(400, 2000, random);
        int geocode = x.length;
        x = Arrays.copyOf(x, geocode + 5000);
        y = Arrays.copyOf(y, geocode + 5000);
        Arrays.fill(x, geocode, x.length, 9000);

        HdbscanClustering clustering = new Hdbscan(10).cluster(x, y);

        assertThat(clustering.label(geocode)).as("seed " + seed).isNotEqualTo(Clustering.NOISE);
        assertThat(IntStream.range(geocode, x.length).map(clustering::label).distinct())
                .hasSize(1);
        assertThat(clustering.coreDistance(geocode)).isZero();
        assertThat(clustering.membership(geocode)).isEqualTo(1);
        assertThat(clustering.outlierScore(geocode)).isZero();
    }

    @Test
    void whatHasNoTwoPartsHasNoClusters() {
        double[] spot = new double[3000];

        HdbscanClustering oneSpot = new Hdbscan(10).cluster(spot, spot);
        HdbscanClustering tooFew = new Hdbscan(10).cluster(new double[] {1, 2}, new double[2]);
        HdbscanClustering nothing = new Hdbscan(10).cluster(new double[0], new double[0]);

        assertThat(oneSpot.clusters()).isZero();
        assertThat(oneSpot.treeWeight()).isZero();
        assertThat(labels(tooFew)).containsOnly(Clustering.NOISE);
        assertThat(tooFew.coreDistance(0)).isInfinite();
        assertThat(nothing.size()).isZero();
    }

    @Test
    void positionsInClumpsAreClusteredInLessThanQuadraticTime() {
        Effort.growsLessThanQuadratically(HdbscanTest::clustered, 3_000);

        assertThat(clustered(50_000).clusters()).isGreaterThan(10);
    }

    /** One of the positions lies 1 000 km away. */
    private static HdbscanClustering clustered(int n) {
        long seed = 36;
        var random = new Random(seed);
        double[] x = clumps(n, 20_000, random);
        double[] y = clumps(n, 20_000, random);
        x[7] = 1e6;

        HdbscanClustering clustering = new Hdbscan(10).cluster(x, y);

        assertThat(clustering.label(7)).as("seed " + seed).isEqualTo(Clustering.NOISE);
        assertThat(clustering.clusters()).isGreaterThan(1);
        return clustering;
    }

    @Test
    void progressGrowsToOneAndAnInterruptEndsIt() {
        var random = new Random(37);
        double[] x = clumps(20_000, 9000, random);
        double[] y = clumps(20_000, 9000, random);
        List<Double> shares = new ArrayList<>();

        new Hdbscan(10).cluster(x, y, shares::add);

        assertThat(shares)
                .hasSizeGreaterThan(2)
                .isSortedAccordingTo(Comparator.naturalOrder())
                .endsWith(1.0);
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> new Hdbscan(10)
                        .cluster(x, y, share -> Thread.currentThread().interrupt()));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void wrongParametersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Hdbscan(1)).withMessageContaining("minPts 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hdbscan(2).together(Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hdbscan(2).cluster(new double[] {Double.NaN}, new double[1]));
    }

    /** Coordinates around a dozen centres of different width. */
    private static double[] clumps(int n, double side, Random random) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> side * (i % 12) / 12 + (1 + i % 12) * side / 400 * random.nextGaussian());
        return values;
    }

    private static int[] shuffled(int n, Random random) {
        int[] rows = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int at = random.nextInt(i + 1);
            int swap = rows[i];
            rows[i] = rows[at];
            rows[at] = swap;
        }
        return rows;
    }

    private static double[] picked(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static int[] labels(HdbscanClustering clustering) {
        return IntStream.range(0, clustering.size()).map(clustering::label).toArray();
    }
}
