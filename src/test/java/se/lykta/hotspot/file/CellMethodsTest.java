package se.lykta.hotspot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/** The methods on cells as they are run from the command line; a town of 10 by 10 cells of 100 m. */
class CellMethodsTest {

    private static final Geometry TOWN =
            new GeometryFactory().toGeometry(new Envelope(500_001, 500_999, 6_500_001, 6_500_999));

    @TempDir
    Path directory;

    @Test
    void giTellsHotCellsAndWhatTheWholeIs() throws IOException {
        Table table = run("gi", evenly(3, 25), Map.of("cell", "100"));

        int hot = row(table, 5004, 65004);
        assertThat(table.columns())
                .startsWith("i", "j", "cx", "cy", "area_in", "n", "nnb", "gi_star", "gi", "p", "p_fdr_bh")
                .contains("Ii", "quadr", "p_exact", "p_exact_fdr", "class")
                .doesNotHaveDuplicates();
        assertThat(table.rows()).isEqualTo(100);
        assertThat(value(table, hot, "n")).isEqualTo(28);
        assertThat(value(table, hot, "nnb")).isEqualTo(8);
        assertThat(value(table, hot, "observed")).isEqualTo(9 * 3 + 25.0);
        assertThat(value(table, hot, "class")).isEqualTo("hot");
        assertThat(value(table, hot, "quadr")).isEqualTo("High-Low");
        assertThat(value(table, row(table, 5008, 65008), "class")).isEqualTo("neither");
        assertThat(table.facts())
                .containsEntry("cells", 100)
                .containsEntry("inside", 325)
                .containsEntry("outside", 1)
                .containsEntry("shape", "square")
                .containsEntry("weights", "queen")
                .containsEntry("background", "area")
                .containsEntry("few_data", false)
                .containsEntry("hot", 9);
        Geometry cell = Objects.requireNonNull(table.geometry(hot));
        assertThat(cell.equalsTopo(
                        new GeometryFactory().toGeometry(new Envelope(500_400, 500_500, 6_500_400, 6_500_500))))
                .isTrue();
    }

    @Test
    void whatCanNotBeTestedIsEmpty() throws IOException {
        Table constant = run("gi", evenly(2, 0), Map.of("cell", "100"));

        assertThat(constant.facts()).containsEntry("hot", 0);
        for (String column : new String[] {"gi_star", "gi", "p", "p_fdr_bh", "p_bonf", "ZIi", "pIi"}) {
            assertThat(value(constant, 0, column)).as(column).isNull();
        }
        assertThat(number(constant, 0, "p_exact")).isBetween(0.4, 1.0);
    }

    @Test
    void hexagonsBandsAndPermutationsAreThere() throws IOException {
        Table table = run(
                "gi",
                evenly(3, 40),
                Map.of(
                        "cell",
                        "100",
                        "shape",
                        "hexagon",
                        "weights",
                        "band",
                        "distance",
                        "100",
                        "permutations",
                        "199",
                        "seed",
                        "7"));

        int most = IntStream.range(0, table.rows())
                .reduce((a, b) -> (int) number(table, a, "n") >= number(table, b, "n") ? a : b)
                .orElseThrow();
        assertThat(value(table, most, "nnb")).isEqualTo(6);
        assertThat(value(table, most, "class")).isEqualTo("hot");
        assertThat(number(table, most, "p_perm")).isBetween(1 / 200.0, 1.0);
        assertThat(table.facts())
                .containsEntry("shape", "hexagon")
                .containsEntry("weights", "band")
                .containsEntry("distance", 100.0)
                .containsEntry("permutations", 199)
                .containsEntry("seed", 7);
    }

    @Test
    void aBackgroundOfAddressesIsReadFromAFile() throws IOException {
        StringBuilder addresses = new StringBuilder("x,y,weight\n");
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 10; j++) {
                boolean middle = i == 4 && j == 4;
                addresses.append("%d,%d,%d%n".formatted(500_050 + 100 * i, 6_500_050 + 100 * j, middle ? 28 : 3));
            }
        }
        Path file = Files.writeString(directory.resolve("addresses.csv"), addresses);

        Table table = run("gi", evenly(3, 25), Map.of("cell", "100", "background", file.toString()));

        int middle = row(table, 5004, 65004);
        assertThat(number(table, middle, "expected")).isCloseTo(number(table, middle, "observed"), within(1e-9));
        assertThat(table.facts()).containsEntry("hot", 0).containsEntry("background", file.toString());
        assertThatFault(() -> run("gi", evenly(1, 0), Map.of("background", directory + "/none.csv")), "background");
    }

    @Test
    void concentrationRanksCellsAndTellsHowFewCarryMost() throws IOException {
        Table table = run("concentration", evenly(0, 8), Map.of("cell", "100"));

        int fullest = row(table, 5004, 65004);
        assertThat(value(table, fullest, "rank")).isEqualTo(1);
        assertThat(value(table, fullest, "carry")).isEqualTo(1.0);
        assertThat(value(table, 0, "rank")).isEqualTo(2);
        assertThat(table.facts())
                .containsEntry("used_cells", 1)
                .containsEntry("cells_carrying_80_percent", 1)
                .containsEntry("share_of_cells_carrying_50_percent", 0.01)
                .containsEntry("share_of_used_cells_carrying_25_percent", 1.0)
                .containsEntry("gini", 0.99);
        // max(1, 100/8) (0.99 - 1) + 1
        assertThat((Double) Objects.requireNonNull(table.facts().get("generalised_gini")))
                .isCloseTo(0.875, within(1e-12));
    }

    @Test
    void emergingCellsAreToldByWholeMonths() throws IOException {
        StringBuilder text = new StringBuilder("x,y,month\n500050,6500050,2023-12\n500050,6500050,\n");
        for (int month = 1; month <= 8; month++) {
            for (int k = 0; k < 100; k++) {
                text.append("%d,%d,2024-%02d%n".formatted(500_050 + 100 * (k % 10), 6_500_050 + 100 * (k / 10), month));
            }
            for (int extra = 0; extra < (month > 6 ? 30 : 0); extra++) {
                text.append("500450,6500450,2024-%02d%n".formatted(month));
            }
        }

        Table table = run("emerging", text.toString(), Map.of("cell", "100", "months", "2"));

        int middle = row(table, 5004, 65004);
        assertThat(value(table, middle, "class")).isEqualTo("new");
        assertThat(value(table, middle, "hot")).isEqualTo("0001");
        assertThat(value(table, middle, "recent")).isEqualTo(78);
        assertThat(value(table, middle, "before")).isEqualTo(18);
        assertThat(number(table, middle, "ratio")).isCloseTo(78 / 18.0, within(1e-12));
        assertThat(number(table, middle, "ratio_low")).isGreaterThan(2);
        assertThat(value(table, row(table, 5009, 65009), "class")).isEqualTo("none");
        assertThat(table.facts())
                .containsEntry("first_month", "2024-01")
                .containsEntry("periods", 4)
                .containsEntry("points_in_periods", 860L)
                .containsEntry("new", 9L)
                .containsEntry("solved", 0L);
        assertThatFault(() -> run("emerging", text.toString(), Map.of("cell", "100", "months", "9")), "months");
        assertThatFault(() -> run("emerging", "x,y\n500050,6500050\n", Map.of("cell", "100")), "time");
    }

    @Test
    void wrongParametersAndTooManyCellsAreTold() {
        assertThatFault(() -> run("gi", evenly(1, 0), Map.of("shape", "triangle")), "shape");
        assertThatFault(() -> run("gi", evenly(1, 0), Map.of("weights", "king")), "weights");
        assertThatFault(() -> run("gi", evenly(1, 0), Map.of("cell", "0")), "cell");
        assertThatFault(() -> run("gi", evenly(1, 0), Map.of("cell", "0.5")), "cell");
        assertThatFault(() -> run("gi", evenly(1, 0), Map.of("cell", "2", "weights", "band")), "distance");
        assertThatFault(() -> run("concentration", evenly(1, 0), Map.of("weights", "queen")), "weights");
        assertThatThrownBy(() -> {
                    Input points = input(evenly(1, 0));
                    Methods.run(
                            Methods.get("gi"),
                            new Input(points.points(), Optional.empty(), points.crs()),
                            Map.of(),
                            share -> {});
                })
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.code()).isEqualTo("area-missing"));
    }

    private static void assertThatFault(ThrowingCallable call, String field) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::field)
                                .contains(field));
    }

    /** So many points in the middle of every cell, more in one, and one far away. */
    private static String evenly(int each, int more) {
        var text = new StringBuilder("x,y\n1500000,6500000\n");
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 10; j++) {
                int here = i == 4 && j == 4 ? each + more : each;
                text.append("%d,%d%n"
                        .formatted(500_050 + 100 * i, 6_500_050 + 100 * j)
                        .repeat(here));
            }
        }
        return text.toString();
    }

    private Input input(String csv) throws IOException {
        Path file = Files.writeString(directory.resolve("points.csv"), csv);
        Input points =
                new PointsFile(new PointsFile.Options(Optional.of("EPSG:3006"), Map.of(), false, false)).read(file);
        return new Input(points.points(), Optional.of(TOWN), points.crs());
    }

    private Table run(String method, String csv, Map<String, String> parameters) throws IOException {
        return Methods.run(Methods.get(method), input(csv), new HashMap<>(parameters), share -> {});
    }

    private static int row(Table table, int i, int j) {
        return IntStream.range(0, table.rows())
                .filter(row -> Integer.valueOf(i).equals(value(table, row, "i"))
                        && Integer.valueOf(j).equals(value(table, row, "j")))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Object value(Table table, int row, String column) {
        return table.value(row, table.columns().indexOf(column));
    }

    private static double number(Table table, int row, String column) {
        return ((Number) Objects.requireNonNull(value(table, row, column))).doubleValue();
    }
}
