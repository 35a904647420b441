package se.lykta.hotspot.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code kde} and {@code pai} on the robberies of Memphis. */
@Tag("reference")
class SurfaceReferenceTest {

    private static final Path DATA = Path.of("..", "shared", "data", "hotspots");
    private static final String OTHER_PACKAGE = "sk_";

    @Test
    void everyColumnOfTheReferenceFileIsThereAndEqual() throws IOException {
        Table table = run("kde", Map.of("cell", "500", "radius", "500,1000,2000", "sigma", "250,500,1000"));

        List<String> lines = Files.readAllLines(DATA.resolve("expected/kde_memphis_robberies_2019_square500.csv"));
        String[] names = lines.get(0).split(",", -1);
        assertThat(table.rows()).isEqualTo(lines.size() - 1).isEqualTo(3413);
        for (int column = 0; column < names.length; column++) {
            if (!names[column].startsWith(OTHER_PACKAGE)) {
                int ours = table.columns().indexOf(names[column]);
                assertThat(ours).as(names[column]).isNotNegative();
                for (int row = 0; row < table.rows(); row++) {
                    double expected = Double.parseDouble(lines.get(row + 1).split(",", -1)[column]);
                    double value = ((Number) Objects.requireNonNull(table.value(row, ours))).doubleValue();
                    assertThat(Math.abs(value - expected))
                            .as("%s of row %d: %s, expected %s", names[column], row, value, expected)
                            .isLessThanOrEqualTo(1e-9 * Math.abs(expected));
                }
            }
        }
    }

    /**
     * Goal G9 on real data, over sizes of cells and moments: above any method that is always the same, and near the one
     * that turned out best.
     */
    @Test
    void theDefaultSurfaceForetellsMoreThanAnyFixedMethodOnAverage() throws IOException {
        Map<String, List<Double>> pais = new TreeMap<>();
        for (String cell : List.of("100", "200", "250", "500")) {
            for (String split : List.of("2019-07-01", "2019-08-01", "2019-09-01", "2019-10-01")) {
                Table table = run("pai", Map.of("cell", cell, "split", split, "shares", "5"));
                for (int row = 0; row < table.rows(); row++) {
                    double pai = ((Number) Objects.requireNonNull(
                                    table.value(row, table.columns().indexOf("pai"))))
                            .doubleValue();
                    pais.computeIfAbsent(String.valueOf(table.value(row, 0)), name -> new ArrayList<>())
                            .add(pai);
                }
            }
        }

        List<Double> defaults = Objects.requireNonNull(pais.remove("default"));
        double ours = mean(defaults);
        assertThat(pais).containsOnlyKeys("count", "kde_h300", "kde_h500", "kde_h1000", "gi", "dbscan");
        pais.forEach((name, values) -> assertThat(ours).as(name).isGreaterThan(mean(values)));
        assertThat(ours).isBetween(6.0, 8.0);
        double best = mean(IntStream.range(0, defaults.size())
                .mapToObj(i -> defaults.get(i)
                        / pais.values().stream()
                                .mapToDouble(of -> of.get(i))
                                .max()
                                .orElseThrow())
                .toList());
        assertThat(best).isGreaterThan(0.98);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    private static Table run(String method, Map<String, String> parameters) throws IOException {
        Path points = DATA.resolve("expected/points_memphis_robberies_2019.csv");
        assertThat(points).as("reference data beside the working directory").exists();
        var options = new PointsFile.Options(Optional.of("EPSG:32615"), Map.of(), false, false);
        Input input = new PointsFile(options).read(points);
        var area = StudyArea.read(DATA.resolve("memphis_precincts.geojson"), input.crs());
        return Methods.run(
                Methods.get(method),
                new Input(input.points(), Optional.of(area), input.crs()),
                parameters,
                share -> {});
    }
}
