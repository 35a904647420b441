package se.lykta.hotspot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code gi} on hexagons and within distance bands against what spdep says, see {@code reference/README.md}. Goal G3. */
class SpdepFixtureTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "reference");

    @ParameterizedTest
    @CsvSource({
        "hexagon-queen, hexagon, 600, queen, 1",
        "hexagon-band, hexagon, 550, band, 1234.5",
        "square-band, square, 500, band, 1100"
    })
    void cellsAndTheirStatisticsAreThoseOfSpdep(String map, String shape, String cell, String weights, String distance)
            throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("gi.csv"));
        String[] names = lines.get(0).split(",", -1);
        List<String[]> expected = lines.stream()
                .map(line -> line.split(",", -1))
                .filter(row -> row[0].equals(map))
                .toList();

        Table table = Methods.run(
                Methods.get("gi"),
                input(),
                Map.of("shape", shape, "cell", cell, "weights", weights, "distance", distance),
                share -> {});

        assertThat(expected).hasSizeGreaterThan(60);
        assertThat(table.rows()).isEqualTo(expected.size());
        for (int column = 1; column < names.length; column++) {
            int ours = table.columns().indexOf(names[column]);
            assertThat(ours).as(names[column]).isNotNegative();
            for (int row = 0; row < table.rows(); row++) {
                assertEqual(names[column] + " of row " + row, table.value(row, ours), expected.get(row)[column]);
            }
        }
    }

    private static Input input() throws IOException {
        Input points = new PointsFile(new PointsFile.Options(Optional.of("EPSG:3006"), Map.of(), false, false))
                .read(FOLDER.resolve("points.csv"));
        var area = StudyArea.read(FOLDER.resolve("area.geojson"), points.crs());
        return new Input(points.points(), Optional.of(area), points.crs());
    }

    private static void assertEqual(String what, @Nullable Object ours, String expected) {
        if (ours instanceof Number number) {
            double tolerance = what.startsWith("p") ? 1e-12 : 1e-9;
            assertThat(number.doubleValue()).as(what).isCloseTo(Double.parseDouble(expected), within(tolerance));
        } else {
            assertThat(ours).as(what).isEqualTo(expected);
        }
    }
}
