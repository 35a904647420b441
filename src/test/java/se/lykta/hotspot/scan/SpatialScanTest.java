package se.lykta.hotspot.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpatialScanTest {

    @Test
    void ratioIsThatOfKulldorff() {
        // ln(likelihood) = 6 ln(6/4) + 4 ln(4/6)
        assertThat(new PoissonRatio(10).of(6, 4)).isCloseTo(2 * Math.log(1.5), within(1e-15));
        assertThat(new PoissonRatio(10).of(10, 4)).isCloseTo(10 * Math.log(2.5), within(1e-14));
        assertThat(new PoissonRatio(10).of(0, 4)).isCloseTo(10 * Math.log(10 / 6.0), within(1e-14));
    }

    @Test
    void ratioOfThePublishedNewYorkCircleIsExact() {
        // the 30 tracts of SpatialEpi's cluster: 106 of 552 cases, 118 102 of 1 057 673 people. SpatialEpi prints
        // 15.0871,
        // as it cuts the sum of the expected cases, 551.9999999999995 in its arithmetic, to the whole number 551
        double expected = 552.0 * 118_102 / 1_057_673;
        assertThat(new PoissonRatio(552).of(106, expected)).isCloseTo(15.177509, within(1e-6));
        double cut =
                106 * Math.log(106 / expected) + 446 * Math.log(446 / (551 - expected)) + 552 * Math.log(551 / 552.0);
        assertThat(cut).isCloseTo(15.0871, within(5e-5));
    }

    @Test
    void boundIsNeverBelowTheRatio() {
        var random = new Random(4);
        for (int i = 0; i < 200_000; i++) {
            double all = 1 + random.nextInt(500);
            double cases = random.nextInt((int) all + 1);
            double expected = all * (1e-6 + 0.99 * random.nextDouble());
            var ratio = new PoissonRatio(all);
            double value = ratio.of(cases, expected);
            assertThat(value < 1e-6 || ratio.mayExceed(cases, expected, value * (1 - 1e-9)))
                    .as("%s of %s where %s are expected", cases, all, expected)
                    .isTrue();
        }
    }

    @Test
    void findsTheOneAreaWithTooManyCases() {
        double[] x = {0, 10, 20, 30, 40};
        double[] y = new double[5];
        double[] cases = {2, 2, 12, 2, 2};
        double[] people = {100, 100, 100, 100, 100};

        List<ScanCluster> clusters =
                new SpatialScan(ScanOptions.of(999, 1)).scan(ScanAreas.of(x, y, cases, people), share -> {});

        ScanCluster first = clusters.get(0);
        assertThat(first.areas()).containsExactly(2);
        assertThat(first.radius()).isZero();
        assertThat(first.population()).isEqualTo(100);
        assertThat(first.figures().cases()).isEqualTo(12);
        assertThat(first.figures().expected()).isEqualTo(4);
        assertThat(first.figures().ratio()).isEqualTo(3);
        assertThat(first.figures().logLikelihoodRatio()).isCloseTo(12 * Math.log(3) + 8 * Math.log(0.5), within(1e-12));
        assertThat(first.figures().p()).isLessThan(0.02);
    }

    @Test
    void aCircleMayHoldExactlyTheLargestShareAndNoMore() {
        double[] x = {0, 1, 10, 11};
        double[] y = new double[4];
        double[] cases = {9, 8, 1, 2};
        double[] people = {10, 10, 10, 10};
        var areas = ScanAreas.of(x, y, cases, people);

        assertThat(new SpatialScan(ScanOptions.of(9, 1))
                        .scan(areas, share -> {})
                        .get(0)
                        .areas())
                .containsExactly(0, 1);
        assertThat(new SpatialScan(ScanOptions.of(9, 1).withMaxShare(0.49))
                        .scan(areas, share -> {})
                        .get(0)
                        .areas())
                .containsExactly(0);
        // an area that exceeds the share by itself is the centre of no circle
        var large = ScanAreas.of(x, y, cases, new double[] {100, 10, 10, 10});
        assertThat(new SpatialScan(ScanOptions.of(9, 1)).scan(large, share -> {}))
                .allSatisfy(cluster -> assertThat(cluster.areas()).doesNotContain(0));
    }

    @Test
    void areasAtTheSameDistanceComeInTogether() {
        // around area 0 lie 1 (all cases) and 2 (none), both 5 away: no circle around 0 holds 1 without 2
        double[] x = {0, 3, -5, 400, 410};
        double[] y = {0, 4, 0, 0, 0};
        double[] people = {10, 10, 10, 30, 30};
        var areas = ScanAreas.of(x, y, new double[] {4, 4, 1, 1, 1}, people);
        Circles circles = Circles.around(areas.x(), areas.y(), areas.population(), 45);

        assertThat(circles.members(0)).containsExactly(0, ~1, 2);
        assertThat(circles.circle(0, 2)).containsExactly(0, 1, 2);
        // the limit falls between the two: then neither
        assertThat(Circles.around(areas.x(), areas.y(), areas.population(), 25).members(0))
                .containsExactly(0);
    }

    @Test
    void expectedCasesOfStrataAreThoseOfIndirectStandardisation() {
        // young: 2 cases per 100, old: 20 per 100, in both areas together
        double[][] cases = {{3, 10}, {1, 10}};
        double[][] people = {{150, 20}, {50, 80}};

        double[] expected = ScanAreas.standardised(cases, people);

        assertThat(expected).containsExactly(150 * 0.02 + 20 * 0.2, 50 * 0.02 + 80 * 0.2);
    }

    @Test
    void expectedCasesCountInProportionOnly() {
        var random = new Random(6);
        ScanAreas areas = someAreas(random, 30);
        double[] expected = random.doubles(30, 1, 5).toArray();
        double[] scaled = Arrays.stream(expected).map(e -> 7 * e).toArray();
        var scan = new SpatialScan(ScanOptions.of(99, 3));

        assertClose(
                scan.scan(areas.withExpected(expected), share -> {}), scan.scan(areas.withExpected(scaled), s -> {}));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void equalsAllCirclesLookedAtOneByOne(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 40; run++) {
            int n = 2 + random.nextInt(40);
            ScanAreas areas = someAreas(random, n);
            if (run % 3 == 0) {
                areas = areas.withExpected(random.doubles(n, 0.5, 9).toArray());
            }
            var risk = List.of(ScanOptions.Risk.values()).get(run % 3);
            var options = new ScanOptions(run % 2 == 0 ? 0.5 : 0.2, risk, run % 4, 5, 9, seed);

            List<ScanCluster> clusters = new SpatialScan(options).scan(areas, share -> {});

            List<ScanOracle.Candidate> expected = new ScanOracle(areas, options).clusters();
            String what = "seed " + seed + " run " + run;
            assertThat(clusters.stream().map(c -> c.figures().logLikelihoodRatio()))
                    .as(what)
                    .usingElementComparator(roundingApart())
                    .containsExactlyElementsOf(
                            expected.stream().map(ScanOracle.Candidate::ratio).toList());
            for (int i = 0; i < clusters.size(); i++) {
                ScanCluster cluster = clusters.get(i);
                assertThat(setOf(Arrays.stream(cluster.areas())))
                        .as(what)
                        .isEqualTo(expected.get(i).areas());
                assertThat(cluster.rank()).isEqualTo(i + 1);
                assertThat(cluster.radius()).as(what).isCloseTo(expected.get(i).radius(), within(1e-9));
            }
        }
    }

    @Test
    void orderOfRowsTranslationAndListenersChangeNothing() {
        var random = new Random(15);
        ScanAreas areas = someAreas(random, 60);
        var scan = new SpatialScan(ScanOptions.of(199, 8));
        List<ScanCluster> clusters = scan.scan(areas, share -> {});
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(i);
        }
        java.util.Collections.shuffle(rows, random);
        int[] order = rows.stream().mapToInt(i -> i).toArray();
        ScanAreas shuffled = areas.inRows(order);
        ScanAreas moved = ScanAreas.of(
                Arrays.stream(shuffled.x()).map(x -> x + 4096).toArray(),
                Arrays.stream(shuffled.y()).map(y -> y - 65_536).toArray(),
                shuffled.cases(),
                shuffled.population());

        List<ScanCluster> again = scan.scan(moved, share -> {});

        assertThat(again).hasSameSizeAs(clusters).hasSizeGreaterThan(2);
        for (int i = 0; i < again.size(); i++) {
            assertThat(again.get(i).figures()).isEqualTo(clusters.get(i).figures());
            assertThat(setOf(Arrays.stream(again.get(i).areas()).map(row -> order[row])))
                    .isEqualTo(setOf(Arrays.stream(clusters.get(i).areas())));
        }
    }

    @Test
    void pIsTheShareOfRandomMapsThatAreAsStrong() {
        // four areas of equal size far apart, 4 cases: the strongest ratio depends only on how many fall together
        double[] x = {0, 1000, 3000, 7000};
        double[] people = {10, 10, 10, 10};
        var areas = ScanAreas.of(x, new double[4], new double[] {3, 1, 0, 0}, people);
        var options = new ScanOptions(0.25, ScanOptions.Risk.HIGH, 2, 1, 20_000, 5);

        double p = new SpatialScan(options)
                .scan(areas, share -> {})
                .get(0)
                .figures()
                .p();

        // 3 or 4 of 4 in one area: 4 · (4 · 3 + 1) of 256 ways
        double exact = 52.0 / 256;
        assertThat(p).isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / 20_000)));
    }

    @Test
    void pIsUniformOnMapsOfOneRisk() {
        var random = new Random(99);
        double[] x = random.doubles(60, 0, 1000).toArray();
        double[] y = random.doubles(60, 0, 1000).toArray();
        double[] people = random.ints(60, 100, 3000).asDoubleStream().toArray();
        var table = new AliasTable(people);
        var source = new java.util.SplittableRandom(99);
        int tests = 500;
        int below = 0;
        double sum = 0;
        for (int test = 0; test < tests; test++) {
            double[] cases = new double[60];
            table.count(200, source, cases);
            double p = new SpatialScan(ScanOptions.of(99, test))
                    .scan(ScanAreas.of(x, y, cases, people), share -> {})
                    .get(0)
                    .figures()
                    .p();
            below += p <= 0.05 ? 1 : 0;
            sum += p;
        }

        assertThat((double) below / tests).as("seed 99").isLessThanOrEqualTo(0.05 + 3 * Math.sqrt(0.05 * 0.95 / tests));
        assertThat(sum / tests).as("seed 99").isCloseTo(0.5, within(3 * Math.sqrt(1.0 / 12 / tests) + 0.01));
    }

    @Test
    void drawsFollowTheWeights() {
        var table = new AliasTable(new double[] {0, 1, 2, 0, 5, 0});
        double[] counts = new double[6];

        table.count(800_000, new java.util.SplittableRandom(3), counts);

        assertThat(counts[0] + counts[3] + counts[5]).isZero();
        double[] shares = {0, 0.125, 0.25, 0, 0.625, 0};
        for (int i = 0; i < 6; i++) {
            assertThat(counts[i] / 800_000).isCloseTo(shares[i], within(4 * Math.sqrt(0.25 / 800_000)));
        }
    }

    @Test
    void refusesAreasThatMakeNoSense() {
        double[] two = {1, 2};
        assertThatIllegalArgumentException().isThrownBy(() -> ScanAreas.of(two, two, two, new double[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> ScanAreas.of(two, two, two, new double[] {1, -1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanAreas.of(two, two, two, new double[] {0, 5}))
                .withMessageContaining("area 0 has 1.0 cases");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanAreas.of(two, two, new double[2], two))
                .withMessageContaining("there are no cases");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanAreas.of(new double[] {1, Double.NaN}, two, two, two));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanOptions.of(99, 1).withMaxShare(0.6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanAreas.of(two, two, two, two).withExpected(new double[] {0, 3}));
    }

    @Test
    void anInterruptEndsTheScan() {
        var scan = new SpatialScan(ScanOptions.of(999, 1));
        ScanAreas areas = someAreas(new Random(1), 30);

        assertThatThrownBy(
                        () -> scan.scan(areas, share -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class);
    }

    /** Areas on a coarse lattice, so that many distances are equal, and some share their centroid. */
    private static ScanAreas someAreas(Random random, int n) {
        double[] x = random.ints(n, 0, 9).mapToDouble(i -> 32 * i).toArray();
        double[] y = random.ints(n, 0, 9).mapToDouble(i -> 32 * i).toArray();
        double[] people = random.ints(n, 1, 400).asDoubleStream().toArray();
        double[] cases = random.ints(n, 0, 12).asDoubleStream().toArray();
        cases[0] = 15;
        return ScanAreas.of(x, y, cases, people);
    }

    private static Set<Integer> setOf(IntStream rows) {
        return rows.boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static Comparator<Double> roundingApart() {
        return (a, b) -> Math.abs(a - b) < 1e-7 ? 0 : Double.compare(a, b);
    }

    private static void assertClose(List<ScanCluster> some, List<ScanCluster> others) {
        assertThat(some).hasSameSizeAs(others);
        for (int i = 0; i < some.size(); i++) {
            assertThat(some.get(i).areas()).isEqualTo(others.get(i).areas());
            assertThat(some.get(i).figures().p())
                    .isEqualTo(others.get(i).figures().p());
        }
    }
}
