package se.lykta.hotspot.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real robberies of Memphis against densities of another program; see the README of the data. */
@Tag("reference")
final class KernelDensityReferenceTest {

    private static final Path EXPECTED = Path.of("..", "shared", "data", "hotspots", "expected");
    private static final double MOST_RELATIVE = 1e-9;

    private static List<String> columns;
    private static double[][] expected;
    private static Spots spots;
    private static Sites sites;

    @BeforeAll
    static void read() throws IOException {
        List<String> lines = lines("kde_memphis_robberies_2019_square500.csv");
        columns = List.of(lines.get(0).split(","));
        expected = new double[columns.size()][];
        for (int column = 0; column < expected.length; column++) {
            int at = column;
            expected[column] = lines.stream()
                    .skip(1)
                    .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[at]))
                    .toArray();
        }
        sites = new Sites(column("cx"), column("cy"));
        List<String> points = lines("points_memphis_robberies_2019.csv");
        spots = Spots.of(numbers(points, 1), numbers(points, 2));
    }

    @ParameterizedTest
    @CsvSource({"500", "1000", "2000"})
    void quarticEqualsTheReferenceInEveryCell(int radius) {
        Kernel kernel = Kernel.quartic(radius);

        double[] density = new KernelDensity(kernel).perKm2(spots, sites);

        assertClose(density, column("quartic_per_km2_h" + radius));
        double[] raw = Arrays.stream(density).map(d -> d / kernel.peakPerKm2()).toArray();
        assertClose(raw, column("quartic_raw_h" + radius));
    }

    @ParameterizedTest
    @CsvSource({"250", "500", "1000"})
    void gaussianEqualsTheReferenceInEveryCell(int sigma) {
        double[] density = new KernelDensity(Kernel.gaussian(sigma)).perKm2(spots, sites);

        assertClose(density, column("gauss_per_km2_sigma" + sigma));
    }

    /** scikit-learn's tree stops at an error of its own, so far from all points its digits mean nothing. */
    @ParameterizedTest
    @CsvSource({"250", "500", "1000"})
    void gaussianEqualsScikitLearnWhereThatIsExact(int sigma) {
        double[] density = new KernelDensity(Kernel.gaussian(sigma)).perKm2(spots, sites);

        double[] scikit = column("sk_gauss_per_km2_sigma" + sigma);
        double peak = Arrays.stream(scikit).max().orElseThrow();
        int compared = 0;
        for (int i = 0; i < scikit.length; i++) {
            if (scikit[i] > 1e-4 * peak) {
                assertThat(Math.abs(density[i] - scikit[i]) / scikit[i]).isLessThan(MOST_RELATIVE);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    @Test
    void allRowsOfTheReferenceAreRead() {
        assertThat(expected[0]).hasSize(3413);
        assertThat(spots.mass()).isEqualTo(2245);
        assertThat(spots.size()).isEqualTo(1893);
    }

    /** Zero exactly where the reference is zero, else within 10⁻⁹ of it. */
    private static void assertClose(double[] actual, double[] reference) {
        assertThat(actual).hasSameSizeAs(reference);
        for (int i = 0; i < reference.length; i++) {
            assertThat(Math.abs(actual[i] - reference[i]))
                    .as("cell %d: %s against %s", i, actual[i], reference[i])
                    .isLessThanOrEqualTo(MOST_RELATIVE * reference[i]);
        }
    }

    private static double[] column(String name) {
        assertThat(columns).contains(name);
        return expected[columns.indexOf(name)];
    }

    private static double[] numbers(List<String> lines, int column) {
        return lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
                .toArray();
    }

    private static List<String> lines(String file) throws IOException {
        Path path = EXPECTED.resolve(file);
        assertThat(path).as("reference data beside the working directory").exists();
        return Files.readAllLines(path);
    }
}
