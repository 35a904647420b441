package se.lykta.hotspot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.hotspot.density.Clustering;
import se.lykta.hotspot.density.Dbscan;

final class AuditTest {

    private static final int DAY = 1440;

    @Test
    void theTownHallOfTheRealFileIsFoundFirstAndWithoutItTheMapIsThatOfCleanData() {
        // trap 1: 17 070 of 121 145 on one coordinate; the others are snapped to addresses, busy and quiet ones
        var random = new Random(311);
        int clean = 121_145 - 17_070;
        double[][] addresses = addresses(random, 24_000);
        double[] x = new double[121_145];
        double[] y = new double[121_145];
        int[] order = shuffled(x.length, random);
        for (int i = 0; i < x.length; i++) {
            double[] address = addresses[(int) (addresses.length * Math.pow(random.nextDouble(), 3))];
            x[order[i]] = i < clean ? address[0] : 674_032.4;
            y[order[i]] = i < clean ? address[1] : 6_580_821.6;
        }

        List<Finding> findings = Audit.findings(AuditPoints.of(x, y));

        Finding first = findings.get(0);
        assertThat(first.code()).isEqualTo(Code.DEFAULT_GEOCODE);
        assertThat(first.severity()).isEqualTo(Severity.SERIOUS);
        assertThat(first.reports()).isEqualTo(17_070);
        assertThat(first.share()).isCloseTo(0.141, within(5e-4));
        assertThat(first.place()).contains(new Finding.Place(674_032.4, 6_580_821.6));
        assertThat(first.rows())
                .isEqualTo(Arrays.stream(order, clean, x.length).sorted().toArray());
        assertThat(first.sentence().sv())
                .startsWith("17 070 av 121 145 rapporter (14,1 %) ligger på exakt samma koordinat"
                        + " (N 6580821.6, E 674032.4)");
        assertThat(first.sentence().en()).startsWith("17,070 of 121,145 reports (14.1 %) lie on exactly the same");
        assertThat(codes(findings)).containsOnlyOnce(Code.DEFAULT_GEOCODE);

        int[] kept = without(x.length, first.rows());
        int[] truth = Arrays.stream(order, 0, clean).sorted().toArray();
        assertThat(kept).isEqualTo(truth);
        assertThat(map(x, y, kept))
                .isEqualTo(map(x, y, truth))
                .isNotEqualTo(map(x, y, IntStream.range(0, x.length).toArray()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void snappedDataWithBusyAndQuietPlacesHaveNoDefaultGeocode(long seed) {
        var random = new Random(seed);
        // sizes of a heavy tail as in published crime: Pareto with exponents 1.5 to 2.5
        double exponent = 1.5 + random.nextDouble();
        double[][] addresses = addresses(random, 3000);
        double[] sizes =
                random.doubles(3000).map(u -> Math.pow(u, -1 / exponent)).toArray();
        double[] x = new double[40_000];
        double[] y = new double[40_000];
        double[] sums = sizes.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        for (int i = 0; i < x.length; i++) {
            int at = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
            x[i] = addresses[at < 0 ? -at - 1 : at][0];
            y[i] = addresses[at < 0 ? -at - 1 : at][1];
        }

        List<Finding> findings = Audit.findings(AuditPoints.of(x, y));

        assertThat(codes(findings))
                .as("seed " + seed)
                .doesNotContain(Code.DEFAULT_GEOCODE)
                .contains(Code.SNAPPED);
    }

    @Test
    void severalDefaultGeocodesDoNotHideEachOther() {
        var random = new Random(14);
        double[][] addresses = addresses(random, 2000);
        double[] x = new double[6000];
        double[] y = new double[6000];
        for (int i = 0; i < x.length; i++) {
            double[] address = addresses[random.nextInt(2000)];
            x[i] = i < 500 ? 10 : i < 950 ? 20 : i < 1350 ? 30 : address[0];
            y[i] = i < 1350 ? 77 : address[1];
        }

        List<Finding> findings = Audit.findings(AuditPoints.of(x, y));

        assertThat(findings.stream()
                        .filter(finding -> finding.code() == Code.DEFAULT_GEOCODE)
                        .map(Finding::reports))
                .containsExactly(500, 450, 400);
    }

    @Test
    void aFewReportsOfOnePlaceAreNoDefaultGeocode() {
        var random = new Random(2);
        double[] x = random.doubles(100, 0, 5000).toArray();
        double[] y = random.doubles(100, 0, 5000).toArray();
        Arrays.fill(x, 0, 15, 1234.5);
        Arrays.fill(y, 0, 15, 987.6);

        assertThat(codes(Audit.findings(AuditPoints.of(x, y)))).isEmpty();
    }

    @Test
    void cleanReportsLeadToNoFinding() {
        var random = new Random(1);
        int n = 3000;
        AuditPoints points = AuditPoints.of(
                        random.doubles(n, 5e5, 5.1e5).toArray(),
                        random.doubles(n, 6.5e6, 6.51e6).toArray())
                .withMinutes(random.longs(n, 28_000_000, 29_000_000).toArray())
                .withCauses(random.ints(n, 0, 5).toArray())
                .withReporters(random.ints(n, 0, 2000).toArray())
                .withInside(filled(n));

        assertThat(Audit.findings(points)).isEmpty();
    }

    @Test
    void missingOutsideAndStrayPositionsAreToldApart() {
        var random = new Random(9);
        int n = 1000;
        double[] x = random.doubles(n, 5e5, 5.1e5).toArray();
        double[] y = random.doubles(n, 6.5e6, 6.51e6).toArray();
        double[] east = x.clone();
        double[] north = y.clone();
        x[3] = Double.NaN;
        y[4] = Double.POSITIVE_INFINITY;
        east[5] = 0;
        north[5] = 0;
        y[6] = -6.5e6; // the wrong hemisphere
        x[7] = 1.5e6; // 1 000 km away
        boolean[] inside = filled(n);
        inside[6] = false;
        inside[7] = false;
        inside[8] = false;

        List<Finding> findings = Audit.findings(AuditPoints.of(x, y)
                .givenAs(east, north, AuditPoints.Unit.METRES)
                .withInside(inside));

        assertThat(get(findings, Code.MISSING_POSITION).rows()).containsExactly(3, 4, 5);
        assertThat(get(findings, Code.OUT_OF_AREA).rows()).containsExactly(6, 7, 8);
        assertThat(get(findings, Code.STRAY_POSITION).rows()).containsExactly(6, 7);
        assertThat(get(findings, Code.STRAY_POSITION).place()).contains(new Finding.Place(x[6], -6.5e6));
        assertThat(get(findings, Code.MISSING_POSITION).sentence().sv())
                .isEqualTo("3 av 1 000 rapporter (0,3 %) saknar användbar position.");
    }

    @Test
    void anotherTownIsNotStray() {
        var random = new Random(9);
        double[] x = random.doubles(1000).map(u -> 10_000 * u).toArray();
        double[] y = random.doubles(1000).map(u -> 10_000 * u).toArray();
        Arrays.setAll(x, i -> i < 100 ? x[i] + 500_000 : x[i]);

        assertThat(codes(Audit.findings(AuditPoints.of(x, y)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.01, 0.001})
    void degreesOnALatticeAreRounded(double step) {
        var random = new Random(6);
        int n = 2000;
        double[] lon =
                random.doubles(n, 12, 18).map(v -> Math.rint(v / step) * step).toArray();
        double[] lat =
                random.doubles(n, 56, 62).map(v -> Math.rint(v / step) * step).toArray();

        List<Finding> findings = Audit.findings(degrees(lon, lat));

        Finding finding = get(findings, Code.LOW_PRECISION);
        assertThat(finding.reports()).isEqualTo(n);
        assertThat(finding.severity()).isEqualTo(step > 0.005 ? Severity.SERIOUS : Severity.WARNING);
        assertThat(finding.sentence().sv())
                .contains(
                        "avrundad till %s grader".formatted(String.valueOf(step).replace('.', ',')))
                .contains("mindre än %s m".formatted(step == 0.1 ? "11 120" : step == 0.01 ? "1 112" : "111"));
        assertThat(codes(findings)).doesNotContain(Code.SNAPPED);
    }

    @Test
    void aTwelfthOfRoundedPositionsIsToldByItsOwnLattice() {
        var random = new Random(6);
        double[] lon = random.doubles(1200, 17.5, 18.5)
                .map(v -> Math.rint(v * 1e6) / 1e6)
                .toArray();
        double[] lat =
                random.doubles(1200, 59, 60).map(v -> Math.rint(v * 1e6) / 1e6).toArray();
        for (int i = 0; i < 100; i++) {
            lon[i] = Math.rint(lon[i] * 100) / 100;
            lat[i] = Math.rint(lat[i] * 100) / 100;
        }

        Finding finding = get(Audit.findings(degrees(lon, lat)), Code.LOW_PRECISION);

        assertThat(finding.rows()).isEqualTo(IntStream.range(0, 100).toArray());
        assertThat(finding.sentence().en()).contains("rounded to 0.01 degrees");
    }

    @Test
    void metresOnAHundredAreRounded() {
        var random = new Random(6);
        double[] x = random.ints(500, 5000, 5200).mapToDouble(v -> 100.0 * v).toArray();
        double[] y =
                random.ints(500, 65_000, 65_200).mapToDouble(v -> 100.0 * v).toArray();

        Finding finding = get(Audit.findings(AuditPoints.of(x, y)), Code.LOW_PRECISION);

        assertThat(finding.sentence().sv()).contains("avrundad till 100 m");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void datesWithoutTimeAndMonthsWithoutDayAreTold() {
        var random = new Random(8);
        int n = 400;
        AuditPoints points = AuditPoints.of(
                random.doubles(n, 0, 9000).toArray(), random.doubles(n, 0, 9000).toArray());
        long[] days = random.longs(n, 19_000, 19_700).map(day -> day * DAY).toArray();
        long[] months = IntStream.range(0, n)
                .mapToLong(i -> minute(LocalDateTime.of(2023 + i % 2, 1 + i % 12, 1, 0, 0)))
                .toArray();
        long[] noon = Arrays.stream(months).map(minute -> minute + 12 * 60).toArray();

        assertThat(get(Audit.findings(points.withMinutes(days)), Code.COARSE_TIME)
                        .sentence()
                        .en())
                .contains("only the day is known");
        assertThat(get(Audit.findings(points.withMinutes(months)), Code.COARSE_TIME)
                        .sentence()
                        .en())
                .contains("only the month is known");
        assertThat(get(Audit.findings(points.withMinutes(noon)), Code.COARSE_TIME)
                        .sentence()
                        .en())
                .contains("only the month is known");
    }

    @Test
    void aShareOfUnknownTimesIsToldAndOrdinaryMidnightsAreNot() {
        var random = new Random(8);
        int n = 2000;
        AuditPoints points = AuditPoints.of(
                random.doubles(n, 0, 9000).toArray(), random.doubles(n, 0, 9000).toArray());
        // people round to full hours, midnight among them
        long[] rounded =
                random.longs(n, 19_000 * 24, 19_700 * 24).map(hour -> hour * 60).toArray();
        long[] some = rounded.clone();
        for (int i = 0; i < 300; i++) {
            some[i] = some[i] / DAY * DAY;
        }
        some[1999] = AuditPoints.NO_TIME;

        assertThat(Audit.findings(points.withMinutes(rounded))).isEmpty();
        List<Finding> findings = Audit.findings(points.withMinutes(some));
        assertThat(get(findings, Code.COARSE_TIME).sentence().en()).contains("far more than any other full hour");
        assertThat(get(findings, Code.COARSE_TIME).reports()).isBetween(300, 400);
        assertThat(get(findings, Code.MISSING_TIME).rows()).containsExactly(1999);
    }

    @Test
    void theSameReportWithinMinutesIsABurst() {
        var random = new Random(8);
        int n = 1000;
        double[] x = random.doubles(n, 0, 9000).toArray();
        double[] y = random.doubles(n, 0, 9000).toArray();
        long[] minutes = random.longs(n, 28_000_000, 28_500_000).toArray();
        int[] causes = new int[n];
        for (int i = 10; i < 18; i++) {
            x[i] = 4000;
            y[i] = 3000;
            minutes[i] = 28_100_003 + 4L * (i - 10);
        }
        causes[17] = 1; // another matter
        x[20] = x[21]; // only two
        y[20] = y[21];
        minutes[20] = minutes[21];

        Finding finding =
                get(Audit.findings(AuditPoints.of(x, y).withMinutes(minutes).withCauses(causes)), Code.BURST);

        assertThat(finding.rows()).containsExactly(11, 12, 13, 14, 15, 16);
        assertThat(finding.place()).contains(new Finding.Place(4000, 3000));
        assertThat(finding.sentence().sv()).contains("i en skur; den längsta har 7");
    }

    @Test
    void aBusyPlaceIsNoBurst() {
        var random = new Random(8);
        double[] x = new double[20_000];
        double[] y = new double[20_000];
        Arrays.setAll(x, i -> 100.5 * (i % 12));
        // 1 700 reports a place in a year: three within ten minutes of each other by chance, time and again
        long[] minutes = random.longs(20_000, 28_000_000, 28_525_600).toArray();

        assertThat(codes(Audit.findings(AuditPoints.of(x, y).withMinutes(minutes))))
                .doesNotContain(Code.BURST);
    }

    @Test
    void aPlaceOfOneReporterIsTold() {
        var random = new Random(8);
        int n = 500;
        double[] x = random.doubles(n, 0, 9000).toArray();
        double[] y = random.doubles(n, 0, 9000).toArray();
        int[] reporters = random.ints(n, 0, 300).toArray();
        for (int i = 0; i < 9; i++) {
            x[i] = 4010 + 15 * i;
            y[i] = 6150;
            reporters[i] = i < 6 ? 1000 : AuditPoints.NO_REPORTER;
        }

        Finding finding = get(Audit.findings(AuditPoints.of(x, y).withReporters(reporters)), Code.ONE_REPORTER);

        assertThat(finding.rows()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(finding.sentence().sv()).startsWith("En och samma rapportör står för 6 av ");
    }

    @Test
    void theOrderOfRowsChangesOnlyTheRowNumbers() {
        var random = new Random(4);
        int n = 3000;
        double[][] addresses = addresses(random, 400);
        double[] x = new double[n];
        double[] y = new double[n];
        long[] minutes = random.longs(n, 28_000_000, 28_040_000).toArray();
        int[] reporters = random.ints(n, 0, 12).toArray();
        for (int i = 0; i < n; i++) {
            double[] address = addresses[i < 400 ? 0 : random.nextInt(400)];
            x[i] = i % 97 == 5 ? Double.NaN : address[0];
            y[i] = address[1];
        }
        int[] order = shuffled(n, random);

        List<Finding> findings =
                Audit.findings(AuditPoints.of(x, y).withMinutes(minutes).withReporters(reporters));
        List<Finding> again = Audit.findings(AuditPoints.of(pick(x, order), pick(y, order))
                .withMinutes(Arrays.stream(order).mapToLong(row -> minutes[row]).toArray())
                .withReporters(Arrays.stream(order).map(row -> reporters[row]).toArray()));

        assertThat(codes(findings)).contains(Code.DEFAULT_GEOCODE, Code.MISSING_POSITION, Code.SNAPPED);
        assertThat(again.stream().map(finding -> finding.sentence().sv()))
                .containsExactlyElementsOf(findings.stream()
                        .map(finding -> finding.sentence().sv())
                        .toList());
        for (int i = 0; i < again.size(); i++) {
            assertThat(Arrays.stream(again.get(i).rows())
                            .map(row -> order[row])
                            .sorted()
                            .toArray())
                    .isEqualTo(findings.get(i).rows());
        }
    }

    @Test
    void nothingIsNothingToTellAndNonsenseIsRefused() {
        assertThat(Audit.findings(AuditPoints.of(new double[0], new double[0]))).isEmpty();
        assertThat(codes(Audit.findings(AuditPoints.of(new double[] {Double.NaN}, new double[1]))))
                .containsExactly(Code.MISSING_POSITION);
        assertThatIllegalArgumentException().isThrownBy(() -> AuditPoints.of(new double[1], new double[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditPoints.of(new double[1], new double[1]).withMinutes(new long[2]));
    }

    @Test
    void numbersAreWrittenAsPeopleDo() {
        assertThat(Numerals.SWEDISH.of(17_070, 121_145, "rapporter")).isEqualTo("17 070 av 121 145 rapporter (14,1 %)");
        assertThat(Numerals.ENGLISH.of(1, 1_000_000, "reports")).isEqualTo("1 of 1,000,000 reports (< 0.1 %)");
        assertThat(Numerals.ENGLISH.percent(0.99999)).isEqualTo("99.9 %");
        assertThat(Numerals.SWEDISH.percent(1)).isEqualTo("100 %");
    }

    private static List<Code> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private static Finding get(List<Finding> findings, Code code) {
        List<Finding> found =
                findings.stream().filter(finding -> finding.code() == code).toList();
        assertThat(found).as("%s in %s", code, findings).hasSize(1);
        return found.get(0);
    }

    private static double[][] addresses(Random random, int n) {
        double[][] addresses = new double[n][];
        Arrays.setAll(addresses, i -> new double[] {
            670_000 + Math.rint(10_000_000 * random.nextDouble()) / 1000,
            6_575_000 + Math.rint(10_000_000 * random.nextDouble()) / 1000
        });
        return addresses;
    }

    private static AuditPoints degrees(double[] lon, double[] lat) {
        double[] x = Arrays.stream(lon).map(v -> v * 55_000).toArray();
        double[] y = Arrays.stream(lat).map(v -> v * 111_000).toArray();
        return AuditPoints.of(x, y).givenAs(lon, lat, AuditPoints.Unit.DEGREES);
    }

    /** What a map shows: the cluster of each report. */
    private static List<Integer> map(double[] x, double[] y, int[] rows) {
        Clustering clustering = new Dbscan(100, 60).cluster(pick(x, rows), pick(y, rows));
        return IntStream.range(0, rows.length).mapToObj(clustering::label).toList();
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static int[] without(int n, int[] rows) {
        boolean[] left = filled(n);
        for (int row : rows) {
            left[row] = false;
        }
        return IntStream.range(0, n).filter(row -> left[row]).toArray();
    }

    private static boolean[] filled(int n) {
        boolean[] all = new boolean[n];
        Arrays.fill(all, true);
        return all;
    }

    private static int[] shuffled(int n, Random random) {
        List<Integer> rows =
                new java.util.ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(rows, random);
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long minute(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) / 60;
    }
}
