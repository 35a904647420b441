package se.lykta.hotspot.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KnoxTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void countsPairsInHalfOpenBands() {
        // distances 100 (a-b), 200 (a-c), 100 (b-c); days apart 3, 7, 4
        double[] x = {0, 100, 200};
        double[] y = {0, 0, 0};
        int[] days = {10, 13, 17};
        var bands = KnoxBands.of(new double[] {0, 100, 200, INFINITE}, new int[] {0, 3, 4, 8});

        KnoxTable table = new Knox(bands, Distance.EUCLIDEAN, 9, 1).test(x, y, days, share -> {});

        assertThat(observed(table)).containsExactly(0, 0, 0, 0, 1, 1, 0, 0, 1);
    }

    @Test
    void ratioAndPFollowFromTheSixOrdersOfThreeDays() {
        // one close pair; of the three days two are the same day: chance puts them on the close pair in one of three
        // orders
        double[] x = {0, 10, 5000};
        double[] y = {0, 0, 0};
        int[] days = {1, 1, 30};
        var bands = KnoxBands.of(new double[] {0, 100}, new int[] {0, 7});

        KnoxCell cell = new Knox(bands, Distance.EUCLIDEAN, 9999, 7)
                .test(x, y, days, share -> {})
                .cell(0, 0);

        double standardError = Math.sqrt(2.0 / 9 / 9999);
        assertThat(cell.observed()).isEqualTo(1);
        assertThat(cell.expected()).isCloseTo(1.0 / 3, within(4 * standardError));
        assertThat(cell.ratio()).isCloseTo(3, within(0.2));
        assertThat(cell.p()).isCloseTo(1.0 / 3, within(4 * standardError));
        assertThat(cell.p()).isEqualTo((1 + Math.round(cell.expected() * 9999)) / 10_000.0);
        assertThat(cell.medianRatio()).as("one pair over a median of none").isEqualTo(INFINITE);
    }

    @Test
    void samePlaceIsABandOfItsOwn() {
        double[] x = {5, 5, 5.5, 5.5};
        double[] y = {7, 7, 7, 7};
        int[] days = {0, 1, 2, 9};
        var bands = KnoxBands.of(new double[] {0, 1, 50}, new int[] {0, 2, KnoxBands.FOREVER})
                .withSamePlace();

        KnoxTable table = new Knox(bands, Distance.EUCLIDEAN, 9, 1).test(x, y, days, share -> {});

        assertThat(observed(table)).containsExactly(1, 1, 1, 3, 0, 0);
        assertThat(table.cell(0, 0).distanceFrom()).isZero();
        assertThat(table.cell(0, 0).distanceTo()).isZero();
        assertThat(table.cell(1, 0).distanceFrom()).isZero();
    }

    @Test
    void manhattanDistanceGoesAlongTheStreets() {
        double[] x = {0, 30};
        double[] y = {0, 40};
        int[] days = {0, 0};
        var bands = KnoxBands.of(new double[] {0, 50, 70, 71}, new int[] {0, 1});

        assertThat(observed(new Knox(bands, Distance.EUCLIDEAN, 1, 1).test(x, y, days, share -> {})))
                .containsExactly(0, 1, 0);
        assertThat(observed(new Knox(bands, Distance.MANHATTAN, 1, 1).test(x, y, days, share -> {})))
                .containsExactly(0, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void observedCountsEqualThoseOfAllPairsLookedAtOneByOne(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 60; run++) {
            int n = random.nextInt(160);
            int side = 1 + random.nextInt(40);
            int span = 1 + random.nextInt(60);
            double step = random.nextBoolean() ? 10 : 7.3;
            double[] x = random.doubles(n)
                    .map(v -> 6e5 + step * Math.floor(v * side))
                    .toArray();
            double[] y = random.doubles(n)
                    .map(v -> 6.5e6 + step * Math.floor(v * side))
                    .toArray();
            int[] days = random.ints(n, 18_000, 18_000 + span).toArray();
            KnoxBands bands = someBands(random);
            Distance distance = run % 2 == 0 ? Distance.EUCLIDEAN : Distance.MANHATTAN;

            KnoxTable table = new Knox(bands, distance, 3, seed).test(x, y, days, share -> {});

            assertThat(observed(table))
                    .as("seed %d run %d %s", seed, run, bands)
                    .containsExactly(KnoxOracle.observed(x, y, days, bands, distance));
        }
    }

    @Test
    void crowdedPlacesCountLikeAllOthersInTheTruthAndInEveryRun() {
        var random = new Random(3);
        int n = 900;
        // three crowds of about 280 and 60 reports around them
        double[] x = random.ints(n, 0, 16)
                .mapToDouble(k -> k < 15 ? 1000 + 40 * (k % 3) : 900 + random.nextInt(300))
                .toArray();
        double[] y = new double[n];
        int[] days = random.ints(n, 0, 200).toArray();
        var bands = KnoxBands.of(new double[] {0, 40, 100, INFINITE}, new int[] {0, 1, 7, 30, KnoxBands.FOREVER})
                .withSamePlace();

        KnoxTable table = new Knox(bands, Distance.EUCLIDEAN, 300, 5).test(x, y, days, share -> {});

        assertThat(observed(table)).containsExactly(KnoxOracle.observed(x, y, days, bands, Distance.EUCLIDEAN));
        // a permutation keeps the pairs of each distance: over all times the expectation is exact
        for (int band = 0; band < 4; band++) {
            KnoxCell all = table.union(band, band, 0, 3);
            assertThat(all.expected()).isEqualTo((double) all.observed());
            // any two of n days are equally likely to meet on a pair, so E = pairs of the band * share of day pairs
            KnoxCell near = table.cell(band, 1);
            long[] dayPairs = KnoxOracle.dayPairs(days, 1, 7);
            double expected = (double) all.observed() * dayPairs[0] / dayPairs[1];
            assertThat(near.expected()).as("band " + band).isCloseTo(expected, within(0.03 * expected));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void meanOfTheRunsIsTheProductOfBothShares(long seed) {
        var random = new Random(seed);
        double[] x = random.doubles(200, 0, 1000).toArray();
        double[] y = random.doubles(200, 0, 1000).toArray();
        int[] days = random.ints(200, 0, 90).toArray();
        var bands = KnoxBands.of(new double[] {0, 100, 300}, new int[] {0, 7, 14});

        KnoxTable table = new Knox(bands, Distance.EUCLIDEAN, 4000, seed).test(x, y, days, share -> {});

        for (KnoxCell cell : table.cells()) {
            long close = KnoxOracle.observed(
                    x,
                    y,
                    days,
                    KnoxBands.of(
                            new double[] {cell.distanceFrom(), cell.distanceTo()}, new int[] {0, KnoxBands.FOREVER}),
                    Distance.EUCLIDEAN)[0];
            long[] dayPairs = KnoxOracle.dayPairs(days, cell.daysFrom(), cell.daysTo());
            double expected = (double) close * dayPairs[0] / dayPairs[1];
            assertThat(cell.expected())
                    .as("seed %d %s", seed, cell)
                    .isCloseTo(expected, within(5 * Math.sqrt(expected * 1.5 / 4000)));
        }
    }

    @Test
    void orderOfRowsAndTranslationChangeNothing() {
        var random = new Random(8);
        int n = 300;
        double[] x = random.ints(n, 0, 60).mapToDouble(k -> k * 16).toArray();
        double[] y = random.ints(n, 0, 60).mapToDouble(k -> k * 16).toArray();
        int[] days = random.ints(n, 0, 120).toArray();
        var knox = new Knox(someBands(random), Distance.EUCLIDEAN, 99, 42);

        List<KnoxCell> cells = knox.test(x, y, days, share -> {}).cells();

        int[] shuffled = shuffledRows(n, random);
        double[] movedX =
                Arrays.stream(shuffled).mapToDouble(row -> x[row] + 524_288).toArray();
        double[] movedY =
                Arrays.stream(shuffled).mapToDouble(row -> y[row] - 8_388_608).toArray();
        int[] movedDays = Arrays.stream(shuffled).map(row -> days[row] + 7000).toArray();
        assertThat(knox.test(movedX, movedY, movedDays, share -> {}).cells()).isEqualTo(cells);
    }

    @Test
    void theSeedAloneDecidesTheRuns() {
        var random = new Random(9);
        double[] x = random.doubles(200, 0, 800).toArray();
        double[] y = random.doubles(200, 0, 800).toArray();
        int[] days = random.ints(200, 0, 60).toArray();
        var bands = KnoxBands.of(new double[] {0, 100}, new int[] {0, 7});

        KnoxCell one = new Knox(bands, Distance.EUCLIDEAN, 99, 1)
                .test(x, y, days, share -> {})
                .cell(0, 0);
        KnoxCell again = new Knox(bands, Distance.EUCLIDEAN, 99, 1)
                .test(x, y, days, share -> {})
                .cell(0, 0);
        KnoxCell other = new Knox(bands, Distance.EUCLIDEAN, 99, 2)
                .test(x, y, days, share -> {})
                .cell(0, 0);

        assertThat(again).isEqualTo(one);
        assertThat(other.expected()).isNotEqualTo(one.expected()).isCloseTo(one.expected(), within(3.0));
        assertThat(other.observed()).isEqualTo(one.observed());
    }

    @Test
    void pIsUniformWithoutAnyLink() {
        var random = new Random(77);
        var bands = KnoxBands.of(new double[] {0, 150, 300}, new int[] {0, 7, 14});
        int tests = 600;
        int below = 0;
        int sentences = 0;
        double sum = 0;
        for (int test = 0; test < tests; test++) {
            // busy places and busy weeks, but no link between them
            double[] x = random.doubles(250).map(v -> 3000 * v * v).toArray();
            double[] y = random.doubles(250).map(v -> 3000 * v * v).toArray();
            int[] days = random.doubles(250).mapToInt(v -> (int) (200 * v * v)).toArray();
            KnoxTable table = new Knox(bands, Distance.EUCLIDEAN, 99, test).test(x, y, days, share -> {});
            below += table.cell(0, 0).p() <= 0.05 ? 1 : 0;
            sum += table.cell(0, 0).p();
            sentences += table.nearRepeats().isEmpty() ? 0 : 1;
        }

        double error = 3 * Math.sqrt(0.05 * 0.95 / tests);
        assertThat((double) below / tests).as("seed 77").isLessThanOrEqualTo(0.05 + error);
        assertThat((double) sentences / tests).as("seed 77").isLessThanOrEqualTo(0.05 + error);
        assertThat(sum / tests).as("seed 77").isCloseTo(0.5, within(3 * Math.sqrt(1.0 / 12 / tests) + 0.02));
    }

    @Test
    void aPlantedNearRepeatIsToldInPlainWords() {
        var random = new Random(12);
        List<double[]> reports = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double[] first = {5000 * random.nextDouble(), 5000 * random.nextDouble(), random.nextInt(365)};
            reports.add(first);
            if (i % 4 == 0) {
                double angle = 2 * Math.PI * random.nextDouble();
                reports.add(new double[] {
                    first[0] + 60 * Math.cos(angle), first[1] + 60 * Math.sin(angle), first[2] + 1 + random.nextInt(5)
                });
            }
        }
        double[] x = reports.stream().mapToDouble(r -> r[0]).toArray();
        double[] y = reports.stream().mapToDouble(r -> r[1]).toArray();
        int[] days = reports.stream().mapToInt(r -> (int) r[2]).toArray();
        var bands = KnoxBands.of(new double[] {0, 100, 200, 400}, new int[] {0, 7, 14, 28})
                .withSamePlace();

        List<NearRepeat> found = new Knox(bands, Distance.EUCLIDEAN, 999, 4)
                .test(x, y, days, share -> {})
                .nearRepeats();

        assertThat(found).singleElement().satisfies(nearRepeat -> {
            assertThat(nearRepeat.where()).isEqualTo(NearRepeat.Where.ELSEWHERE);
            assertThat(nearRepeat.cells().distanceTo()).isEqualTo(100);
            assertThat(nearRepeat.cells().daysTo()).isEqualTo(7);
            assertThat(nearRepeat.sv())
                    .matches(
                            "Efter en rapport är risken för en ny \\d+,\\d gånger så hög inom 100 m, samma plats oräknad, under 7 dagar"
                                    + " \\(p = 0,001\\)\\.");
            assertThat(nearRepeat.en())
                    .matches(
                            "After a report the risk of another is \\d+\\.\\d times as high within 100 m, the same place apart, for 7 days"
                                    + " \\(p = 0\\.001\\)\\.");
        });
    }

    @Test
    void nothingAndASingleReportAreNoPairs() {
        var bands = KnoxBands.of(new double[] {0, 100, INFINITE}, new int[] {0, 7});
        var knox = new Knox(bands, Distance.EUCLIDEAN, 9, 1);

        assertThat(observed(knox.test(new double[0], new double[0], new int[0], share -> {})))
                .containsExactly(0, 0);
        KnoxTable single = knox.test(new double[] {1}, new double[] {2}, new int[] {3}, share -> {});
        assertThat(single.cell(0, 0).ratio()).isNaN();
        assertThat(single.cell(0, 0).p()).isEqualTo(1);
        assertThat(single.nearRepeats()).isEmpty();
    }

    @Test
    void aStrayPointAndAStrayDateCostNothing() {
        var random = new Random(31);
        double[] x = random.doubles(2000, 0, 3000).toArray();
        double[] y = random.doubles(2000, 0, 3000).toArray();
        int[] days = random.ints(2000, 18_000, 18_700).toArray();
        x[7] = -1e9;
        y[8] = 1e12;
        days[9] = -700_000;
        var bands = KnoxBands.of(new double[] {0, 100}, new int[] {0, 7});

        KnoxTable table = new Knox(bands, Distance.EUCLIDEAN, 19, 1).test(x, y, days, share -> {});

        assertThat(observed(table)).containsExactly(KnoxOracle.observed(x, y, days, bands, Distance.EUCLIDEAN));
    }

    @Test
    void progressRunsUpToOneAndAnInterruptEndsIt() {
        var random = new Random(2);
        double[] x = random.doubles(50, 0, 100).toArray();
        int[] days = random.ints(50, 0, 9).toArray();
        var knox = new Knox(KnoxBands.of(new double[] {0, 30}, new int[] {0, 2}), Distance.EUCLIDEAN, 999, 1);
        List<Double> heard = new ArrayList<>();

        knox.test(x, x, days, heard::add);

        assertThat(heard).isSorted().endsWith(1.0).hasSizeGreaterThanOrEqualTo(4);
        assertThatThrownBy(() ->
                        knox.test(x, x, days, share -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesBandsAndReportsThatMakeNoSense() {
        double[] metres = {0, 100};
        int[] week = {0, 7};
        assertThatIllegalArgumentException().isThrownBy(() -> KnoxBands.of(new double[] {100}, week));
        assertThatIllegalArgumentException().isThrownBy(() -> KnoxBands.of(new double[] {100, 100}, week));
        assertThatIllegalArgumentException().isThrownBy(() -> KnoxBands.of(new double[] {0, Double.NaN}, week));
        assertThatIllegalArgumentException().isThrownBy(() -> KnoxBands.of(metres, new int[] {-1, 7}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KnoxBands.of(new double[] {50, 100}, week).withSamePlace());
        var bands = KnoxBands.of(metres, week);
        assertThatIllegalArgumentException().isThrownBy(() -> new Knox(bands, Distance.EUCLIDEAN, 0, 1));
        var knox = new Knox(bands, Distance.EUCLIDEAN, 9, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> knox.test(new double[2], new double[1], new int[2], share -> {}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> knox.test(new double[] {Double.NaN}, new double[1], new int[1], share -> {}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> knox.test(
                        new double[2], new double[2], new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE}, share -> {}));
    }

    private static KnoxBands someBands(Random random) {
        double[][] metres = {{0, 20, 50}, {0, 30, INFINITE}, {10, 50, 100, INFINITE}, {0, INFINITE}, {14.6, 14.7, 200}};
        int[][] days = {{0, 7}, {0, 1, 2, 3, 4}, {2, 5, KnoxBands.FOREVER}, {0, 14, 28, 1000}};
        var bands = KnoxBands.of(metres[random.nextInt(metres.length)], days[random.nextInt(days.length)]);
        return bands.metres(0) == 0 && random.nextBoolean() ? bands.withSamePlace() : bands;
    }

    private static long[] observed(KnoxTable table) {
        return table.cells().stream().mapToLong(KnoxCell::observed).toArray();
    }

    private static int[] shuffledRows(int n, Random random) {
        int[] rows = new int[n];
        Arrays.setAll(rows, i -> i);
        for (int i = n - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int row = rows[i];
            rows[i] = rows[other];
            rows[other] = row;
        }
        return rows;
    }
}
