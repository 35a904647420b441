package se.lykta.hotspot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.lykta.hotspot.audit.Samples.addresses;
import static se.lykta.hotspot.audit.Samples.codes;
import static se.lykta.hotspot.audit.Samples.filled;
import static se.lykta.hotspot.audit.Samples.pick;
import static se.lykta.hotspot.audit.Samples.shuffled;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuditTest {

    private static final int DAY = 1440;

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
        assertThat(finding.sentence().sv())
                .startsWith("En och samma rapportör, eller anonyma från en och samma dag, står för 6 av ");
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

    private static Finding get(List<Finding> findings, Code code) {
        List<Finding> found =
                findings.stream().filter(finding -> finding.code() == code).toList();
        assertThat(found).as("%s in %s", code, findings).hasSize(1);
        return found.get(0);
    }

    private static AuditPoints degrees(double[] lon, double[] lat) {
        double[] x = Arrays.stream(lon).map(v -> v * 55_000).toArray();
        double[] y = Arrays.stream(lat).map(v -> v * 111_000).toArray();
        return AuditPoints.of(x, y).givenAs(lon, lat, AuditPoints.Unit.DEGREES);
    }

    private static long minute(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) / 60;
    }
}
