package se.lykta.hotspot.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpaceTimeScanTest {

    @Test
    void findsTheBurstAmongCasesOfBusyPlacesAndBusyWeeks() {
        var random = new Random(5);
        int n = 400;
        double[] x = random.doubles(n).map(v -> 5000 * v * v).toArray();
        double[] y = random.doubles(n).map(v -> 5000 * v * v).toArray();
        int[] days = random.doubles(n)
                .mapToInt(v -> 19_000 + (int) (365 * Math.sqrt(v)))
                .toArray();
        for (int i = 0; i < 12; i++) {
            x[i] = 4000 + 40 * random.nextDouble();
            y[i] = 3000 + 40 * random.nextDouble();
            days[i] = 19_100 + i % 5;
        }

        List<SpaceTimeCluster> clusters =
                new SpaceTimeScan(SpaceTimeOptions.of(500, 14, 199, 1)).scan(x, y, days, share -> {});

        SpaceTimeCluster first = clusters.get(0);
        assertThat(first.rank()).isEqualTo(1);
        assertThat(first.figures().p()).isEqualTo(1.0 / 200);
        assertThat(first.rows()).containsExactly(IntStream.range(0, 12).toArray());
        assertThat(first.days()).isEqualTo(new SpaceTimeCluster.Days(19_100, 19_104));
        assertThat(first.circle().x()).isBetween(4000.0, 4040.0);
        assertThat(first.circle().radius()).isLessThan(60);
        assertThat(first.figures().cases()).isEqualTo(12);
        assertThat(clusters.get(1).figures().p()).isGreaterThan(0.05);
    }

    @Test
    void refusesMoreNeighboursThanFitAndTellsTheRadiusAsItWasAsked() {
        int n = 10_002;
        double[] x = IntStream.range(0, n).mapToDouble(i -> i / 20.0).toArray();
        var scan = new SpaceTimeScan(SpaceTimeOptions.of(1000, 3, 9, 1));

        assertThatThrownBy(() -> scan.scan(x, new double[n], new int[n], share -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("100030002 neighbours within 1000.0 m are too many: choose a smaller radius, or cells");
    }

    @Test
    void expectsShareOfThePlaceTimesShareOfTheTime() {
        // place A: days 1 1 9, place B: days 1 5 9 9; all 7, day 1: 3
        double[] x = {0, 0, 0, 100, 100, 100, 100};
        int[] days = {1, 1, 9, 1, 5, 9, 9};

        SpaceTimeCluster first = new SpaceTimeScan(SpaceTimeOptions.of(10, 3, 99, 1))
                .scan(x, new double[7], days, share -> {})
                .get(0);

        // A at day 1: 2 cases, 3·3/7 expected; B at day 9 would be no better but holds more than half
        double expected = 9.0 / 7;
        assertThat(first.rows()).containsExactly(0, 1);
        assertThat(first.figures().expected()).isCloseTo(expected, within(1e-15));
        assertThat(first.figures().logLikelihoodRatio())
                .isCloseTo(2 * Math.log(2 / expected) + 5 * Math.log(5 / (7 - expected)), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void strongestClusterEqualsThatOfAllCylindersLookedAtOneByOne(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 40; run++) {
            int n = 3 + random.nextInt(60);
            double[] x = random.ints(n, 0, 6).mapToDouble(i -> 50 * i).toArray();
            double[] y = random.ints(n, 0, 6).mapToDouble(i -> 50 * i).toArray();
            int[] days = random.ints(n, 0, 5 + random.nextInt(40)).toArray();
            var options = new SpaceTimeOptions(
                    50 * random.nextInt(5),
                    1 + random.nextInt(10),
                    run % 2 == 0 ? 0.5 : 0.3,
                    2 + run % 2,
                    run % 4 == 3,
                    new SpaceTimeOptions.Search(0, 1, 3, seed));

            List<SpaceTimeCluster> clusters = new SpaceTimeScan(options).scan(x, y, days, share -> {});

            double expected = new SpaceTimeOracle(x, y, days, options).highest();
            double found = clusters.isEmpty() ? 0 : clusters.get(0).figures().logLikelihoodRatio();
            assertThat(found).as("seed %d run %d %s", seed, run, options).isCloseTo(expected, within(1e-9));
            if (!clusters.isEmpty()) {
                assertHolds(clusters.get(0), x, y, days);
            }
        }
    }

    @Test
    void clustersHaveNoPlaceInCommon() {
        var random = new Random(44);
        double[] x = random.ints(300, 0, 30).mapToDouble(i -> 50 * i).toArray();
        double[] y = random.ints(300, 0, 30).mapToDouble(i -> 50 * i).toArray();
        int[] days = random.ints(300, 0, 100).toArray();

        List<SpaceTimeCluster> clusters =
                new SpaceTimeScan(SpaceTimeOptions.of(150, 7, 99, 1)).scan(x, y, days, share -> {});

        assertThat(clusters).hasSize(10);
        for (int i = 0; i < clusters.size(); i++) {
            assertThat(clusters.get(i).figures().logLikelihoodRatio())
                    .isLessThanOrEqualTo(
                            clusters.get(Math.max(0, i - 1)).figures().logLikelihoodRatio() + 1e-9);
            for (int j = 0; j < i; j++) {
                SpaceTimeCluster.Circle a = clusters.get(i).circle();
                SpaceTimeCluster.Circle b = clusters.get(j).circle();
                for (int k = 0; k < 300; k++) {
                    boolean inA = Math.hypot(x[k] - a.x(), y[k] - a.y()) <= a.radius() + 1e-9;
                    boolean inB = Math.hypot(x[k] - b.x(), y[k] - b.y()) <= b.radius() + 1e-9;
                    assertThat(inA && inB).isFalse();
                }
            }
        }
    }

    @Test
    void ongoingClustersLastUntilTheLastDay() {
        var random = new Random(3);
        double[] x = random.doubles(200, 0, 3000).toArray();
        double[] y = random.doubles(200, 0, 3000).toArray();
        int[] days = random.ints(200, 0, 100).toArray();
        days[0] = 99;
        for (int i = 1; i < 8; i++) {
            x[i] = 1500;
            y[i] = 1500;
            days[i] = 92 + i;
            x[i + 10] = 700;
            y[i + 10] = 700;
            days[i + 10] = 30;
        }
        var everything = SpaceTimeOptions.of(200, 14, 99, 1);
        var alarm = new SpaceTimeOptions(200, 14, 0.5, 2, true, everything.search());

        assertThat(new SpaceTimeScan(everything)
                        .scan(x, y, days, share -> {})
                        .get(0)
                        .days()
                        .last())
                .isEqualTo(30);
        SpaceTimeCluster now =
                new SpaceTimeScan(alarm).scan(x, y, days, share -> {}).get(0);
        assertThat(now.days().last()).isEqualTo(99);
        assertThat(now.circle().x()).isEqualTo(1500);
    }

    @Test
    void cellsGatherCasesAtTheirCentres() {
        double[] x = {1, 99, 40, 101, 950, 960};
        double[] y = {1, 99, 60, 50, 950, 960};
        int[] days = {5, 5, 6, 50, 20, 90};
        var options = new SpaceTimeOptions(0, 3, 0.5, 2, false, new SpaceTimeOptions.Search(100, 5, 99, 1));

        SpaceTimeCluster first =
                new SpaceTimeScan(options).scan(x, y, days, share -> {}).get(0);

        assertThat(first.rows()).containsExactly(0, 1, 2);
        assertThat(first.circle()).isEqualTo(new SpaceTimeCluster.Circle(50, 50, 0, 1));
    }

    @Test
    void orderOfRowsAndTranslationChangeNothing() {
        var random = new Random(16);
        int n = 200;
        double[] x = random.ints(n, 0, 40).mapToDouble(i -> 32 * i).toArray();
        double[] y = random.ints(n, 0, 40).mapToDouble(i -> 32 * i).toArray();
        int[] days = random.ints(n, 0, 90).toArray();
        var scan = new SpaceTimeScan(SpaceTimeOptions.of(160, 10, 49, 2));
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(order, random);

        List<SpaceTimeCluster> clusters = scan.scan(x, y, days, share -> {});
        List<SpaceTimeCluster> again = scan.scan(
                order.stream().mapToDouble(row -> x[row] + 8192).toArray(),
                order.stream().mapToDouble(row -> y[row] - 1024).toArray(),
                order.stream().mapToInt(row -> days[row] + 19_000).toArray(),
                share -> {});

        assertThat(again).hasSameSizeAs(clusters);
        for (int i = 0; i < again.size(); i++) {
            assertThat(again.get(i).figures()).isEqualTo(clusters.get(i).figures());
            assertThat(Arrays.stream(again.get(i).rows())
                            .map(order::get)
                            .sorted()
                            .toArray())
                    .isEqualTo(clusters.get(i).rows());
        }
    }

    @Test
    void pIsUniformWithoutAnyLink() {
        var random = new Random(123);
        int tests = 400;
        int below = 0;
        for (int test = 0; test < tests; test++) {
            double[] x = random.doubles(120).map(v -> 2000 * v * v).toArray();
            double[] y = random.doubles(120).map(v -> 2000 * v * v).toArray();
            int[] days = random.doubles(120).mapToInt(v -> (int) (120 * v * v)).toArray();
            List<SpaceTimeCluster> clusters =
                    new SpaceTimeScan(SpaceTimeOptions.of(300, 14, 39, test)).scan(x, y, days, share -> {});
            below += !clusters.isEmpty() && clusters.get(0).figures().p() <= 0.05 ? 1 : 0;
        }

        assertThat((double) below / tests)
                .as("seed 123")
                .isLessThanOrEqualTo(0.05 + 3 * Math.sqrt(0.05 * 0.95 / tests));
        assertThat(below)
                .as("seed 123: the test has to find something at times")
                .isGreaterThan(tests / 100);
    }

    @Test
    void nothingIsNoClusterAndNonsenseIsRefused() {
        var scan = new SpaceTimeScan(SpaceTimeOptions.of(100, 7, 9, 1));
        assertThat(scan.scan(new double[0], new double[0], new int[0], share -> {}))
                .isEmpty();
        assertThat(scan.scan(new double[] {1}, new double[] {1}, new int[] {1}, share -> {}))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scan.scan(new double[2], new double[1], new int[2], share -> {}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scan.scan(new double[2], new double[2], new int[] {0, 1 << 23}, share -> {}));
        assertThatIllegalArgumentException().isThrownBy(() -> SpaceTimeOptions.of(-1, 7, 9, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SpaceTimeOptions.of(100, 0, 9, 1));
    }

    private static void assertHolds(SpaceTimeCluster cluster, double[] x, double[] y, int[] days) {
        SpaceTimeCluster.Circle circle = cluster.circle();
        int[] rows = IntStream.range(0, x.length)
                .filter(i -> Math.hypot(x[i] - circle.x(), y[i] - circle.y()) <= circle.radius() + 1e-9)
                .filter(i -> days[i] >= cluster.days().first()
                        && days[i] <= cluster.days().last())
                .toArray();
        assertThat(cluster.rows()).isEqualTo(rows).hasSize((int)
                cluster.figures().cases());
    }
}
