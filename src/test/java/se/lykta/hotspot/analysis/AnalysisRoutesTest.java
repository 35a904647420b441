package se.lykta.hotspot.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.app.RunningService;
import se.lykta.geo.MetricCrs;

/** {@code /api/analyses} and the layers made from it, over HTTP on the demo town. */
class AnalysisRoutesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final MetricCrs CRS = MetricCrs.of("EPSG:3006");

    private static RunningService town;

    @BeforeAll
    static void start() {
        town = RunningService.demo();
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void cellsCountTheReportsThatTheExportHas() throws IOException {
        JsonNode analysis = ask("method=concentration&cell=200&from=2025-01-01&to=2025-12-31&cause=B");

        Map<String, Integer> expected = countByCell("from=2025-01-01&to=2025-12-31&cause=B", 200);
        Map<String, Integer> found = new HashMap<>();
        for (NamedCsvRecord row : csv(analysis)) {
            int n = Integer.parseInt(row.getField("n"));
            if (n > 0) {
                found.put(row.getField("i") + "," + row.getField("j"), n);
            }
        }
        assertThat(expected).isNotEmpty();
        assertThat(found).isEqualTo(expected);
        assertThat(analysis.path("total").asInt())
                .isEqualTo(expected.values().stream().mapToInt(n -> n).sum());
        assertThat(analysis.path("from").asText()).isEqualTo("2025-01-01");
        assertThat(analysis.path("to").asText()).isEqualTo("2025-12-31");
    }

    @Test
    void withoutDatesTheDaysAreThoseOfTheHotspots() throws IOException {
        JsonNode analysis = ask("method=gi");
        JsonNode hotspots = JSON.readTree(town.get("/api/hotspots").body());

        for (String member : List.of("from", "to", "total")) {
            assertThat(analysis.path(member)).as(member).isEqualTo(hotspots.path(member));
        }
        assertThat(analysis.path("snapshotVersion")).isEqualTo(hotspots.path("snapshotVersion"));
        assertThat(analysis.path("crs").asText()).isEqualTo("EPSG:3006");
        assertThat(analysis.at("/facts/background").asText()).isEqualTo("streets");
        assertThat(analysis.at("/facts/cell").asDouble()).isEqualTo(250);
    }

    @Test
    void methodsThatCompareTimesLookAtAllYears() throws IOException {
        JsonNode analysis = ask("method=emerging");

        int all = countByCell("", 250).values().stream().mapToInt(n -> n).sum();
        assertThat(analysis.path("total").asInt()).isEqualTo(all);
    }

    @Test
    void anAreaIsAStudyAreaOfItsOwn() throws IOException {
        JsonNode municipality = JSON.readTree(town.get("/api/municipality").body());
        String area = municipality.at("/areas/features/0/id").asText();
        JsonNode whole = ask("method=concentration");

        JsonNode part = ask("method=concentration&area=" + area);

        assertThat(part.path("rows").asInt())
                .isPositive()
                .isLessThan(whole.path("rows").asInt());
        assertThat(part.at("/facts/inside")).isEqualTo(part.path("total"));
    }

    @Test
    void theSameQuestionIsAnsweredWithTheSameAnalysisAndFilesHaveTags() throws IOException {
        JsonNode first = ask("method=kde&radius=300");
        JsonNode again = ask("radius=300&method=kde");
        String file = first.at("/files/geojson").asText();

        HttpResponse<String> sent = town.get(file);
        String tag = sent.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> known = town.send(town.request(file).header("If-None-Match", tag));

        assertThat(again).isEqualTo(first);
        assertThat(known.statusCode()).isEqualTo(304);
        JsonNode facts = JSON.readTree(sent.body()).path("facts");
        assertThat(facts.path("method").asText()).isEqualTo("kde");
        assertThat(facts.at("/parameters/radius").asText()).isEqualTo("300");
        assertThat(facts.path("snapshotVersion")).isEqualTo(first.path("snapshotVersion"));
    }

    @Test
    void aSurfaceIsAGeoTiffAndAnythingElseIsNot() throws IOException {
        JsonNode surface = ask("method=kde");
        JsonNode cells = ask("method=gi");

        HttpResponse<String> file = town.get(surface.at("/files/tif").asText());
        HttpResponse<String> none = town.get("/api/analyses/" + cells.path("id").asText() + ".tif");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("image/tiff; application=geotiff");
        assertThat(file.body().substring(0, 2)).isIn("II", "MM");
        assertThat(cells.path("files").has("tif")).isFalse();
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("no-surface");
        assertThat(none.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "method=gi&cell=-1|invalid-parameter|cell",
                "method=gi&cause=X&radius=3|invalid-parameter|radius",
                "method=magic|unknown-method|dbscan, stdbscan",
                "cell=5|method-missing|gi",
                "method=audit|unknown-method|gi",
                "method=gi&background=/etc/passwd|background-invalid|area, streets",
                "method=kde&background=../../secret.csv|background-invalid|area, streets",
                "method=kde&weight=text|column-missing|severity, source",
                "method=gi&bbox=1,1,2,2|area-empty|municipality"
            })
    void whatIsWrongIsToldAsAProblem(String question, String code, String told) {
        HttpResponse<String> answer = post("/api/analyses?" + question);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"" + code + "\"").contains(told);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String path : List.of("/api/analyses/gi-0", "/api/analyses/gi-0.csv")) {
            assertThat(town.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(town.send(town.request("/api/analyses/gi-0").DELETE()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theLongRunsOfACityCanBeCancelled() throws IOException {
        String question = "method=stscan&runs=99999";
        HttpResponse<String> begun = post("/api/analyses?" + question);
        String path = begun.headers().firstValue("Location").orElseThrow();

        HttpResponse<String> early = town.get(path + ".csv");
        HttpResponse<String> cancelled = town.send(town.request(path).DELETE());

        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(cancelled.body()).path("state").asText()).isEqualTo("cancelled");
        assertThat(JSON.readTree(town.get(path).body()).path("state").asText()).isEqualTo("cancelled");
    }

    @Test
    void layersShowCellsThatSaySomething() throws IOException {
        JsonNode cells =
                JSON.readTree(town.get("/export/hot-cells.geojson").body()).path("features");
        JsonNode analysis = ask("method=gi");

        long expected = csv(analysis).stream()
                .filter(row ->
                        !row.getField("n").equals("0") || List.of("hot", "cold").contains(row.getField("class")))
                .count();
        assertThat(cells).hasSize((int) expected);
        for (String layer : List.of("density", "density-contours", "concentration", "emerging-cells")) {
            HttpResponse<String> file = town.get("/export/" + layer + ".geojson");
            assertThat(file.statusCode()).as(layer).isEqualTo(200);
            assertThat(JSON.readTree(file.body()).path("features")).as(layer).isNotEmpty();
            assertThat(town.get("/tiles/" + layer + "/0/0/0.mvt").statusCode())
                    .as(layer)
                    .isIn(200, 204);
        }
        assertThat(town.get("/export/density.tif").body().substring(0, 2)).isIn("II", "MM");
        assertThat(town.get("/export/hot-cells.tif").statusCode()).isEqualTo(404);
    }

    @Test
    void noReportsMakeNoBandsAndNoFault() throws IOException {
        JsonNode layer = JSON.readTree(town.get("/export/density-contours.geojson?from=1950-01-01&to=1950-01-02")
                .body());

        assertThat(ask("method=kde&levels=50%25&from=1950-01-01&to=1950-01-02")
                        .path("rows")
                        .asInt())
                .isZero();
        assertThat(layer.path("features").isArray()).isTrue();
        assertThat(layer.path("features")).isEmpty();
    }

    @Test
    void thePublicSeesNoneOfIt() {
        try (RunningService service = RunningService.empty()) {
            HttpResponse<String> asked =
                    service.send(service.request("/api/analyses?method=gi").POST(HttpRequest.BodyPublishers.noBody()));

            assertThat(asked.statusCode()).isEqualTo(401);
            for (String path : List.of(
                    "/api/analyses/gi-0",
                    "/api/analyses/gi-0.csv",
                    "/export/hot-cells.geojson",
                    "/export/density.tif",
                    "/tiles/hot-cells/0/0/0.mvt",
                    "/tiles/density-contours/0/0/0.mvt")) {
                assertThat(service.get(path).statusCode()).as(path).isEqualTo(401);
            }
        }
    }

    private static JsonNode ask(String question) throws IOException {
        HttpResponse<String> answer = post("/api/analyses?" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> post(String path) {
        return town.send(town.request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static List<NamedCsvRecord> csv(JsonNode analysis) throws IOException {
        String text = town.get(analysis.at("/files/csv").asText()).body();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            return reader.stream().toList();
        }
    }

    /** Brute force: the exported reports that are about something bad, by the corner of their cell. */
    private static Map<String, Integer> countByCell(String filter, double cell) throws IOException {
        JsonNode reports =
                JSON.readTree(town.get("/export/reports.geojson?" + filter).body());
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode report : reports.path("features")) {
            boolean bad = false;
            for (JsonNode cause : report.at("/properties/causes")) {
                bad |= !cause.asText().startsWith("F");
            }
            if (bad) {
                JsonNode position = report.at("/geometry/coordinates");
                double[] metres = CRS.project(
                        position.path(0).asDouble(), position.path(1).asDouble());
                String key = (int) Math.floor(metres[0] / cell) + "," + (int) Math.floor(metres[1] / cell);
                counts.merge(key, 1, Integer::sum);
            }
        }
        return counts;
    }
}
