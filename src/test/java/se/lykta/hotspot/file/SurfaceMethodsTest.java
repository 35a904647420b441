package se.lykta.hotspot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/** Density, default surface and forecast accuracy as they are run from the command line; a town of 20 by 20 cells. */
class SurfaceMethodsTest {

    private static final Geometry TOWN =
            new GeometryFactory().toGeometry(new Envelope(500_001, 501_999, 6_500_001, 6_501_999));
    private static final String ONE = "x,y\n500450,6500450\n";

    @TempDir
    Path directory;

    @Test
    void kdeNamesItsColumnsAsTheReferenceFilesDo() throws IOException {
        Table table = run("kde", ONE, Map.of("cell", "100", "radius", "500,250.5", "sigma", "200"));

        int middle = row(table, 5004, 65004);
        assertThat(table.columns())
                .containsExactly(
                        "i",
                        "j",
                        "cx",
                        "cy",
                        "area_in",
                        "n",
                        "quartic_raw_h500",
                        "quartic_per_km2_h500",
                        "quartic_raw_h250.5",
                        "quartic_per_km2_h250.5",
                        "gauss_per_km2_sigma200");
        assertThat(number(table, middle, "quartic_raw_h500")).isCloseTo(1, within(1e-12));
        assertThat(number(table, middle, "quartic_per_km2_h500")).isCloseTo(3 / (Math.PI * 0.25), within(1e-12));
        assertThat(number(table, middle, "gauss_per_km2_sigma200")).isCloseTo(1 / (2 * Math.PI * 0.04), within(1e-12));
        assertThat(number(table, row(table, 5008, 65007), "quartic_raw_h500")).isZero();
        assertThat(number(table, row(table, 5007, 65004), "quartic_raw_h500")).isCloseTo(0.64 * 0.64, within(1e-12));
        assertThat(table.facts())
                .containsEntry("mass", 1.0)
                .containsEntry("edge", "none")
                .doesNotContainKey("warning");
    }

    /** Trap 5. */
    @Test
    void kdeWarnsOfKernelsBelowTwoCellsAndTakesFiveHundredMetresByItself() throws IOException {
        Table table = run("kde", ONE, Map.of("cell", "300"));

        assertThat(table.columns()).contains("quartic_per_km2_h500");
        assertThat((String) table.facts().get("warning")).contains("two cells", "500");
    }

    @Test
    void kdeWeighsBySeverityAndRecency() throws IOException {
        String points = "x,y,time,severity\n500450,6500450,2025-03-01,4\n501450,6501450,2025-01-30,2\n";

        Table table =
                run("kde", points, Map.of("cell", "100", "radius", "300", "weight", "severity", "half-life", "30"));

        assertThat(number(table, row(table, 5004, 65004), "quartic_raw_h300")).isCloseTo(4, within(1e-12));
        assertThat(number(table, row(table, 5014, 65014), "quartic_raw_h300")).isCloseTo(1, within(1e-12));
        assertThat(table.facts()).containsEntry("mass", 5.0).containsEntry("half-life", 30.0);
        assertThatFault(() -> run("kde", ONE, Map.of("weight", "severity")), "severity");
        assertThatFault(() -> run("kde", ONE, Map.of("half-life", "30")), "time");
    }

    @Test
    void kdeIsCorrectedAtTheBorderAndSetAgainstABackground() throws IOException {
        Path people = Files.writeString(
                directory.resolve("people.csv"), "x,y,weight\n500050,6500450,100\n501450,6501450,900\n");
        String points = "x,y\n" + "500050,6500450\n".repeat(10) + "501450,6501450\n".repeat(10);

        Table table = run(
                "kde",
                points,
                Map.of("cell", "100", "radius", "300", "edge", "places", "background", people.toString()));

        int west = row(table, 5000, 65004);
        double plain = number(table, west, "quartic_per_km2_h300");
        assertThat(number(table, west, "quartic_per_km2_edge_h300")).isBetween(1.2 * plain, 1.6 * plain);
        assertThat(number(table, west, "ratio_h300")).isCloseTo(11.0 / (100 + 50), within(1e-12));
        assertThat(number(table, row(table, 5014, 65014), "ratio_h300")).isCloseTo(11.0 / (900 + 50), within(1e-12));
        assertThat(table.value(row(table, 5010, 65000), table.columns().indexOf("ratio_h300")))
                .isNull();
        assertThat(table.facts()).containsEntry("edge", "places").containsEntry("background", people.toString());
    }

    @Test
    void kdeGivesTheBandsBetweenLevels() throws IOException {
        Table table = run("kde", ONE, Map.of("cell", "100", "radius", "400", "levels", "1,3"));

        assertThat(table.columns()).containsExactly("from", "to", "share", "km2");
        assertThat(table.rows()).isEqualTo(2);
        // 3/(π 0.16) (1 - u²)² = 3 at u = 0.5395: a disc of 216 m
        assertThat(number(table, 1, "km2")).isCloseTo(Math.PI * 0.2158 * 0.2158, within(0.01));
        assertThat(Objects.requireNonNull(table.geometry(1)).getArea() / 1e6).isEqualTo(number(table, 1, "km2"));
        assertThatFault(() -> run("kde", ONE, Map.of("cell", "100", "levels", "1", "shape", "hexagon")), "levels");
    }

    @Test
    void aBandOfAShareBeginsWhereTheFullestCellsHoldThatMuch() throws IOException {
        Table cells = run("kde", ONE, Map.of("cell", "100", "radius", "400"));
        double[] fullestFirst = IntStream.range(0, cells.rows())
                .mapToDouble(row -> -number(cells, row, "quartic_per_km2_h400"))
                .sorted()
                .map(value -> -value)
                .toArray();
        double all = IntStream.range(0, fullestFirst.length)
                .mapToDouble(i -> fullestFirst[i])
                .sum();

        Table bands = run("kde", ONE, Map.of("cell", "100", "radius", "400", "levels", "50%,20%"));

        assertThat(bands.rows()).isEqualTo(2);
        for (int band = 0; band < 2; band++) {
            double from = number(bands, band, "from");
            double held = IntStream.range(0, fullestFirst.length)
                    .mapToDouble(i -> fullestFirst[i])
                    .filter(value -> value >= from)
                    .sum();
            assertThat(held / all).isGreaterThanOrEqualTo(band == 0 ? 0.5 : 0.2);
            assertThat(number(bands, band, "share")).isCloseTo(held / all, within(1e-12));
        }
        Table otherWay = run("kde", ONE, Map.of("cell", "100", "radius", "400", "levels", "20%,50%"));
        assertThat(number(otherWay, 0, "from")).isEqualTo(number(bands, 0, "from"));
        assertThat(number(otherWay, 1, "from")).isEqualTo(number(bands, 1, "from"));
        for (String wrong : new String[] {"100%", "0%", "-1", "NaN", "half"}) {
            assertThatFault(() -> run("kde", ONE, Map.of("cell", "100", "levels", wrong)), "levels");
        }
    }

    @Test
    void surfacesAreWrittenAsGeoTiffAndOtherTablesAreNot() throws IOException {
        var out = new ByteArrayOutputStream();
        Input input = input(ONE);
        Table kde = Methods.run(Methods.get("kde"), input, Map.of("cell", "100"), share -> {});
        Table hexagons = run("kde", ONE, Map.of("cell", "100", "shape", "hexagon"));
        Table clusters = run("dbscan", ONE, Map.of());

        new TableFile(kde, input.crs()).write("density.TIF", out);

        assertThat(new String(out.toByteArray(), 0, 2, StandardCharsets.US_ASCII))
                .isIn("II", "MM");
        for (Table other : new Table[] {hexagons, clusters}) {
            assertThatFault(() -> new TableFile(other, input.crs()).write("x.tif", new ByteArrayOutputStream()), "out");
        }
    }

    /** Two hundred days with reports around one corner, and one report in each of two others. */
    @Test
    void paiHasARowForEachMethodAndShare() throws IOException {
        String points = town(400);

        Table table =
                run("pai", points, Map.of("cell", "100", "split", "2025-06-01", "shares", "5,10", "radius", "400"));

        assertThat(table.columns())
                .containsExactly("method", "area_share", "cells", "hits", "later", "hit_rate", "pai", "pei");
        assertThat(IntStream.range(0, table.rows()).mapToObj(row -> table.value(row, 0)))
                .containsExactly(
                        "default", "default", "count", "count", "kde_h400", "kde_h400", "gi", "gi", "dbscan", "dbscan");
        for (int row = 0; row < table.rows(); row++) {
            double share = number(table, row, "area_share");
            double hits = number(table, row, "hits");
            assertThat(number(table, row, "cells")).isEqualTo(share * 400);
            assertThat(number(table, row, "hit_rate")).isEqualTo(hits / number(table, row, "later"));
            assertThat(number(table, row, "pai")).isCloseTo(number(table, row, "hit_rate") / share, within(1e-12));
            assertThat(number(table, row, "pei")).isBetween(0.0, 1.0);
        }
        assertThat(number(table, 0, "pai")).isGreaterThan(10);
        assertThat(table.facts()).containsEntry("split", "2025-06-01").containsKeys("chosen", "held_out_pai_count");
    }

    @Test
    void paiForetellsTheLastFifthByItselfAndNeedsSomethingToForetell() throws IOException {
        String points = town(200);

        assertThat(run("pai", points, Map.of("cell", "100")).facts()).containsEntry("split", "2025-06-10");
        assertThatFault(() -> run("pai", points, Map.of("split", "2030-01-01")), "split");
        assertThatFault(() -> run("pai", points, Map.of("split", "June")), "split");
        assertThatFault(() -> run("pai", points, Map.of("shares", "0")), "shares");
        assertThatFault(() -> run("pai", ONE, Map.of()), "time");
    }

    @Test
    void surfaceTellsWhatWasChosenAndWhy() throws IOException {
        Table blend = run("surface", town(400), Map.of("cell", "100"));
        Table few = run("surface", town(400), Map.of("cell", "100", "before", "2025-01-15"));

        assertThat(blend.columns()).endsWith("n", "per_km2");
        assertThat(blend.facts())
                .containsEntry("chosen", "blend")
                .containsEntry("reason", "blend_holds")
                .containsEntry("looks_back", 5)
                .containsKeys("held_out_pai_blend", "held_out_pai_count", "held_out_pai_kde_h500", "weight_count");
        assertThat(few.facts())
                .containsEntry("chosen", "kde_h500")
                .containsEntry("reason", "too_few_reports")
                .containsEntry("before", "2025-01-15");
    }

    /** So many reports over two hundred days, most of them around one corner. */
    private static String town(int reports) {
        var random = new SplittableRandom(5);
        var text = new StringBuilder("x,y,time\n");
        for (int i = 0; i < reports; i++) {
            boolean corner = random.nextInt(10) < 8;
            double x = corner ? 500_600 + 90 * random.nextGaussian() : random.nextDouble(500_000, 502_000);
            double y = corner ? 6_501_300 + 90 * random.nextGaussian() : random.nextDouble(6_500_000, 6_502_000);
            text.append(
                    "%.1f,%.1f,%s%n".formatted(x, y, LocalDate.of(2025, 1, 1).plusDays(i * 200L / reports)));
        }
        return text.toString();
    }

    private static void assertThatFault(ThrowingCallable call, String field) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::field)
                                .contains(field));
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
                .filter(row -> Integer.valueOf(i).equals(table.value(row, 0))
                        && Integer.valueOf(j).equals(table.value(row, 1)))
                .findFirst()
                .orElseThrow();
    }

    private static double number(Table table, int row, String column) {
        return ((Number) Objects.requireNonNull(table.value(row, table.columns().indexOf(column)))).doubleValue();
    }
}
