package se.lykta.hotspot.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.geo.MetricCrs;

/** What we write, read by GDAL. */
final class GeoTiffTest {

    @TempDir
    private Path folder;

    /** Three rows of four cells of 250 m; two of them have no value. */
    private static Raster raster(String crs, int firstColumn, int firstRow) {
        List<Integer> i = new ArrayList<>();
        List<Integer> j = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int cell = 0; cell < 12; cell++) {
            if (cell != 0 && cell != 6) {
                i.add(firstColumn + cell % 4);
                j.add(firstRow + cell / 4);
                values.add(0.25 * cell);
            }
        }
        return Raster.ofCells(
                MetricCrs.of(crs),
                250,
                i.stream().mapToInt(value -> value).toArray(),
                j.stream().mapToInt(value -> value).toArray(),
                values.stream().mapToDouble(value -> value).toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:3006,  SWEREF99 TM,              2000, 26000",
        "EPSG:32615, WGS 84 / UTM zone 15N,    3000, 15500",
        "EPSG:27700, OSGB36 / British National Grid, 1400, 700",
        "EPSG:25832, ETRS89 / UTM zone 32N,    1800, 24000",
        "EPSG:3847,  SWEREF99 / RT90 2.5 gon V emulation, 6000, 26000"
    })
    void gdalReadsPlaceSizeSystemNoDataAndStatistics(String crs, String name, int firstColumn, int firstRow)
            throws Exception {
        Path file = write(raster(crs, firstColumn, firstRow));

        JsonNode info = new JsonMapper().readTree(run("gdalinfo", "-json", "-stats", file.toString()));

        assertThat(numbers(info.get("size"))).containsExactly(4.0, 3.0);
        assertThat(numbers(info.get("geoTransform")))
                .containsExactly(250.0 * firstColumn, 250.0, 0.0, 250.0 * (firstRow + 3), 0.0, -250.0);
        String wkt = info.get("coordinateSystem").get("wkt").asText();
        assertThat(wkt).contains(name, "ID[\"EPSG\"," + crs.substring(5) + "]");
        JsonNode band = info.get("bands").get(0);
        assertThat(band.get("type").asText()).isEqualTo("Float32");
        assertThat(band.get("noDataValue").asText()).isEqualTo("NaN");
        assertThat(band.get("minimum").asDouble()).isEqualTo(0.25);
        assertThat(band.get("maximum").asDouble()).isEqualTo(2.75);
        double mean = 0.25 * (66 - 6) / 10;
        assertThat(band.get("mean").asDouble()).isCloseTo(mean, within(1e-3));
        assertThat(band.get("metadata").get("").get("STATISTICS_VALID_PERCENT").asDouble())
                .isCloseTo(100 * 10 / 12.0, within(0.01));
    }

    @Test
    void gdalReadsEveryCellWhereItIs() throws Exception {
        Path file = write(raster("EPSG:3006", 2000, 26000));

        String text = run("gdal_translate", "-q", "-of", "XYZ", file.toString(), "/vsistdout/");

        List<String> lines = text.lines().toList();
        assertThat(lines).hasSize(12);
        assertThat(lines.get(0)).startsWith("500125 6500625 2");
        assertThat(lines.get(3)).startsWith("500875 6500625 2.75");
        assertThat(lines.get(6)).startsWith("500625 6500375 nan");
        assertThat(lines.get(8)).startsWith("500125 6500125 nan");
        assertThat(lines.get(11)).startsWith("500875 6500125 0.75");
    }

    /** More than one strip, and rows wider than one. */
    @Test
    void gdalReadsARasterOfManyStrips() throws Exception {
        int[] i = new int[300 * 200];
        int[] j = new int[i.length];
        double[] values = new double[i.length];
        for (int cell = 0; cell < i.length; cell++) {
            i[cell] = cell % 300;
            j[cell] = cell / 300;
            values[cell] = cell;
        }
        Path file = write(Raster.ofCells(MetricCrs.of("EPSG:3006"), 10, i, j, values));

        JsonNode band = new JsonMapper()
                .readTree(run("gdalinfo", "-json", "-stats", file.toString()))
                .get("bands")
                .get(0);

        assertThat(band.get("minimum").asDouble()).isZero();
        assertThat(band.get("maximum").asDouble()).isEqualTo(59_999);
        assertThat(band.get("mean").asDouble()).isCloseTo(29_999.5, within(0.01));
    }

    @Test
    void noCellsAndMoreThanARasterCanHoldAreRefused() {
        MetricCrs crs = MetricCrs.of("EPSG:3006");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Raster.ofCells(crs, 100, new int[0], new int[0], new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Raster.ofCells(crs, 1, new int[] {0, 90_000}, new int[] {0, 90_000}, new double[2]))
                .withMessageContaining("90001 x 90001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Raster.ofCells(MetricCrs.of("EPSG:4326"), 1, new int[1], new int[1], new double[1]))
                .withMessageContaining("EPSG:4326");
    }

    private Path write(Raster raster) throws IOException {
        return Files.write(folder.resolve("surface.tif"), GeoTiff.of(raster));
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }

    static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return output;
    }
}
