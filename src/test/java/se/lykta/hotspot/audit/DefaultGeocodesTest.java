package se.lykta.hotspot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.lykta.hotspot.audit.Samples.addresses;
import static se.lykta.hotspot.audit.Samples.codes;
import static se.lykta.hotspot.audit.Samples.filled;
import static se.lykta.hotspot.audit.Samples.pick;
import static se.lykta.hotspot.audit.Samples.shuffled;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.hotspot.density.Clustering;
import se.lykta.hotspot.density.Dbscan;

final class DefaultGeocodesTest {

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

    /** What a map shows: the cluster of each report. */
    private static List<Integer> map(double[] x, double[] y, int[] rows) {
        Clustering clustering = new Dbscan(100, 60).cluster(pick(x, rows), pick(y, rows));
        return IntStream.range(0, rows.length).mapToObj(clustering::label).toList();
    }

    private static int[] without(int n, int[] rows) {
        boolean[] left = filled(n);
        for (int row : rows) {
            left[row] = false;
        }
        return IntStream.range(0, n).filter(row -> left[row]).toArray();
    }
}
