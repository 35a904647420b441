package se.lykta.hotspot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code gi} on the robberies of Memphis, column by column against the file that spdep made. */
@Tag("reference")
class GiReferenceTest {

    private static final Path DATA = Path.of("..", "shared", "data", "hotspots");

    /** Of other packages' own permutations or of corrections that we do not offer. */
    private static final Set<String> NOT_OURS = Set.of("p_adjustSP_holm", "esda_z", "esda_p_sim999");

    @Test
    void everyColumnOfTheReferenceFileIsThereAndEqual() throws IOException {
        Path points = DATA.resolve("expected/points_memphis_robberies_2019.csv");
        assertThat(points).as("reference data beside the working directory").exists();
        Input input =
                new PointsFile(new PointsFile.Options(Optional.of("EPSG:32615"), Map.of(), false, false)).read(points);
        Input whole = new Input(
                input.points(),
                Optional.of(StudyArea.read(DATA.resolve("memphis_precincts.geojson"), input.crs())),
                input.crs());

        Table table = Methods.run(Methods.get("gi"), whole, Map.of("cell", "500"), share -> {});

        List<String> lines = Files.readAllLines(DATA.resolve("expected/gi_memphis_robberies_2019_square500_queen.csv"));
        String[] names = lines.get(0).split(",", -1);
        assertThat(table.rows()).isEqualTo(lines.size() - 1).isEqualTo(3413);
        for (int column = 0; column < names.length; column++) {
            if (!NOT_OURS.contains(names[column])) {
                int ours = table.columns().indexOf(names[column]);
                assertThat(ours).as(names[column]).isNotNegative();
                for (int row = 0; row < table.rows(); row++) {
                    String expected = lines.get(row + 1).split(",", -1)[column];
                    assertEqual(names[column] + " of row " + row, table.value(row, ours), expected);
                }
            }
        }
    }

    /** The areas differ a little as one precinct crosses itself, which is repaired in more than one way. */
    private static void assertEqual(String what, @Nullable Object ours, String expected) {
        if (ours instanceof Number number) {
            double tolerance = what.startsWith("area") ? 0.2 : what.startsWith("p") ? 1e-12 : 1e-9;
            assertThat(number.doubleValue()).as(what).isCloseTo(Double.parseDouble(expected), within(tolerance));
        } else {
            assertThat(ours).as(what).isEqualTo(expected);
        }
    }
}
