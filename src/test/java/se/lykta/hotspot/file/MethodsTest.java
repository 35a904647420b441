package se.lykta.hotspot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.geo.MetricCrs;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

class MethodsTest {

    private static final MetricCrs CRS = MetricCrs.of("EPSG:3006");

    @TempDir
    Path directory;

    @Test
    void everyMethodHasItsOwnNameAndTellsItsParameters() {
        assertThat(Methods.list()).extracting(Method::name).doesNotHaveDuplicates();
        assertThat(Methods.list()).allSatisfy(method -> {
            assertThat(method.summary()).isNotBlank();
            assertThat(method.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
        });
    }

    @Test
    void threePointsInReachAreAClusterAndTheFourthIsNoise() throws IOException {
        Table table =
                Methods.run(Methods.get("dbscan"), fourPoints(), Map.of("eps", "10", "min-pts", "3"), share -> {});

        assertThat(csv(table)).isEqualTo("id,core,label,n_adjacent_clusters\na,1,0,1\nb,1,0,1\nc,1,0,1\nd,0,-1,0\n");
        assertThat(table.facts()).containsEntry("clusters", 1).containsEntry("noise", 1);
    }

    @Test
    void pointsTooFarApartForTheDistanceAreRefused() {
        String lines = "x,y,time\n1e300,-1e300,2024-01-01\n500000,6500000,2024-01-01\n";

        for (String method : List.of("dbscan", "stdbscan")) {
            assertThatThrownBy(() -> run(method, lines, Map.of()))
                    .as(method)
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            refused -> assertThat(refused.code()).isEqualTo("points-invalid"));
        }
    }

    /** Two crowds of twelve, 1 km apart, and a point between them. */
    @Test
    void hdbscanTellsCrowdsApartInAnyOrderOfLines() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            lines.append("%d,%d,%d%n".formatted(i, 500_000 + 1000 * (i / 12) + 7 * (i % 4), 6_500_000 + 5 * (i % 3)));
        }
        lines.append("99,500500,6500000\n");
        List<String> shuffled = new ArrayList<>(lines.toString().lines().toList());
        Collections.reverse(shuffled);

        Table table = run("hdbscan", "id,x,y\n" + lines, Map.of("min-pts", "5"));
        Table reversed = run("hdbscan", "id,x,y\n" + String.join("\n", shuffled), Map.of("min-pts", "5"));

        assertThat(table.facts()).containsEntry("clusters", 2).containsEntry("noise", 0L);
        assertThat(table.value(0, 1)).isEqualTo(0);
        assertThat(table.value(23, 1)).isEqualTo(1);
        // it hangs on the nearer crowd by the longest reach of all, so it is the least of a member
        assertThat(table.value(24, 2)).isEqualTo(0.0);
        for (int row = 0; row < 25; row++) {
            for (int column = 0; column < 5; column++) {
                assertThat(reversed.value(24 - row, column)).isEqualTo(table.value(row, column));
            }
        }
    }

    /** Lines are no ids: R's ties along the rows would depend on their order. */
    @Test
    void withoutIdsHdbscanIsTheSameInAnyOrderOfLines() throws IOException {
        long seed = 8;
        var random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            lines.add("%d,%d".formatted(500_000 + 20 * random.nextInt(40), 6_500_000 + 20 * random.nextInt(40)));
        }
        Map<String, Object> labels = labels(lines);
        Collections.shuffle(lines, random);

        assertThat(new HashSet<>(labels.values())).hasSizeGreaterThan(3);
        assertThat(labels(lines)).as("seed %d", seed).isEqualTo(labels);
    }

    /** Labels by position. */
    private Map<String, Object> labels(List<String> lines) throws IOException {
        Table table = run("hdbscan", "x,y\n" + String.join("\n", lines), Map.of("min-pts", "4"));
        Map<String, Object> labels = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            labels.merge(
                    lines.get(row),
                    String.valueOf(table.value(row, 1)),
                    (one, other) ->
                            Stream.of(one, other).map(String::valueOf).sorted().collect(Collectors.joining(" ")));
        }
        return labels;
    }

    /** The same place in two weeks half a year apart: one cluster for DBSCAN, two for ST-DBSCAN. */
    @Test
    void stDbscanPartsWhatIsApartInTime() throws IOException {
        StringBuilder lines = new StringBuilder("id,x,y,time\n");
        for (int i = 0; i < 16; i++) {
            lines.append("%d,500000,6500000,2024-0%d-%02d%n".formatted(i, i < 8 ? 1 : 7, 1 + i % 8));
        }

        assertThat(run("dbscan", lines.toString(), Map.of()).facts()).containsEntry("clusters", 1);
        assertThat(run("stdbscan", lines.toString(), Map.of("eps-days", "8")).facts())
                .containsEntry("clusters", 2);
        assertThatThrownBy(() -> run("stdbscan", "x,y,time\n1,2,\n", Map.of()))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.code()).isEqualTo("time-missing"));
    }

    @Test
    void geoJsonHasTheSameValuesAndTheFacts() throws IOException {
        Table table =
                Methods.run(Methods.get("dbscan"), fourPoints(), Map.of("eps", "10", "min-pts", "3"), share -> {});
        var bytes = new ByteArrayOutputStream();

        new TableFile(table, CRS).write("x.geojson", bytes);

        JsonNode json = new JsonMapper().readTree(bytes.toByteArray());
        assertThat(json.path("facts").path("clusters").asInt()).isEqualTo(1);
        assertThat(json.path("features")).hasSize(4);
        JsonNode first = json.path("features").get(0);
        assertThat(first.path("properties").path("id").asText()).isEqualTo("a");
        // 500 000 m east is the central meridian, 15° E
        assertThat(first.path("geometry").path("coordinates").get(0).asDouble()).isEqualTo(15);
    }

    @Test
    void allFaultsOfTheParametersAreToldAtOnce() {
        assertThatThrownBy(() -> Methods.run(
                        Methods.get("dbscan"),
                        fourPoints(),
                        Map.of("eps", "-1", "min-pts", "x", "sigma", "3"),
                        share -> {}))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::field)
                                .containsExactlyInAnyOrder("eps", "min-pts", "sigma"));
        assertThatThrownBy(() -> Methods.get("magic"))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.code()).isEqualTo("unknown-method"));
    }

    @Test
    void studyAreaIsTheUnionOfAllPolygonsInMetres() throws IOException {
        Path file = Files.writeString(directory.resolve("area.geojson"), """
                {"type":"FeatureCollection","features":[
                  {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
                    [[[15,59],[15.01,59],[15.01,59.01],[15,59.01],[15,59]]]}},
                  {"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":
                    [[[[15.005,59],[15.02,59],[15.02,59.01],[15.005,59.01],[15.005,59]]]]}}]}""");

        var area = StudyArea.read(file, CRS);

        assertThat(area.getNumGeometries()).isEqualTo(1);
        assertThat(area.getEnvelopeInternal().getMinX()).isCloseTo(500_000, org.assertj.core.data.Offset.offset(1.0));
        // 0.02° of longitude at 59° N are 1150 m, 0.01° of latitude 1114 m
        assertThat(area.getArea()).isBetween(1.26e6, 1.30e6);
    }

    @Test
    void theSystemThatGdalNamesIsUnderstood() throws IOException {
        String ring = "[[[500000,6500000],[501000,6500000],[501000,6501000],[500000,6501000],[500000,6500000]]]";
        var square = new GeometryFactory().toGeometry(new Envelope(500_000, 501_000, 6_500_000, 6_501_000));

        assertThat(StudyArea.read(named("urn:ogc:def:crs:EPSG::3006", ring), CRS)
                        .equalsTopo(square))
                .isTrue();
        assertThat(StudyArea.read(named("EPSG:3006", ring), CRS).equalsTopo(square))
                .isTrue();
        // zone 33 north on WGS 84 is the same within centimetres
        assertThat(StudyArea.read(named("urn:ogc:def:crs:EPSG::32633", ring), CRS)
                        .symDifference(square)
                        .getArea())
                .isLessThan(100);
        String degrees = "[[[15,59],[15.01,59],[15.01,59.01],[15,59.01],[15,59]]]";
        Geometry named = StudyArea.read(named("urn:ogc:def:crs:OGC:1.3:CRS84", degrees), CRS);
        assertThat(named.equalsExact(StudyArea.read(named("urn:ogc:def:crs:EPSG::4326", degrees), CRS)))
                .isTrue();
        for (String unknown : new String[] {"Nowhere", "EPSG:999999", "urn:ogc:def:crs:EPSG::"}) {
            assertThatThrownBy(() -> StudyArea.read(named(unknown, degrees), CRS))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            refused -> assertThat(refused.code()).isEqualTo("area-unreadable"));
        }
    }

    @Test
    void metresWithoutASystemAreNoDegrees() {
        String metres = "[[[500000,6500000],[501000,6500000],[501000,6501000],[500000,6501000],[500000,6500000]]]";

        assertThatThrownBy(() -> StudyArea.read(named("", metres), CRS))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getMessage())
                                .startsWith("500000.0, 6500000.0 is no longitude and latitude"));
    }

    private Path named(String crs, String rings) throws IOException {
        return Files.writeString(
                directory.resolve("named.geojson"),
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + crs
                        + "\"}},\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
                        + "{\"type\":\"Polygon\",\"coordinates\":" + rings + "}}]}");
    }

    @Test
    void areaThatCrossesItselfIsRefusedWithThePlace() throws IOException {
        Path file = Files.writeString(
                directory.resolve("bow.geojson"),
                "{\"type\":\"Polygon\",\"coordinates\":[[[15,59],[15.01,59.01],[15.01,59],[15,59.01],[15,59]]]}");

        assertThatThrownBy(() -> StudyArea.read(file, CRS)).isInstanceOfSatisfying(ApiException.class, refused -> {
            assertThat(refused.code()).isEqualTo("area-invalid");
            assertThat(refused.getMessage()).contains("15.005000,59.005000");
        });
    }

    @Test
    void otherEndingsAreRefused() throws IOException {
        Table table = Methods.run(Methods.get("dbscan"), fourPoints(), Map.of(), share -> {});

        assertThatThrownBy(() -> new TableFile(table, CRS).write("x.xlsx", new ByteArrayOutputStream()))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.code()).isEqualTo("out-unknown"));
    }

    private Input fourPoints() throws IOException {
        Path file = Files.writeString(
                directory.resolve("four.csv"),
                "id,x,y\na,500000,6500000\nb,500006,6500000\nc,500003,6500004\nd,500100,6500000\n");
        return new PointsFile(new PointsFile.Options(Optional.empty(), Map.of(), false, false)).read(file);
    }

    private Table run(String method, String lines, Map<String, String> parameters) throws IOException {
        Path file = Files.writeString(directory.resolve("run.csv"), lines);
        var options = new PointsFile.Options(Optional.empty(), Map.of(), false, false);
        return Methods.run(Methods.get(method), new PointsFile(options).read(file), parameters, share -> {});
    }

    private static String csv(Table table) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new TableFile(table, CRS).write("x.csv", bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
