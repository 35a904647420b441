package se.lykta.hotspot.findings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.lykta.app.RunningService;

/** The data audit over HTTP, on the demo town with a default geocode added. */
class DataAuditRoutesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TRIES = 300;
    private static final int PAUSE_MILLIS = 100;
    private static final int DEFAULTS = 300;

    private RunningService town;

    @BeforeEach
    void start() {
        town = RunningService.demo();
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void theMapWithoutTheDefaultGeocodeIsThatOfTheCleanDataAndUndoingBringsItBack() throws Exception {
        JsonNode clean = map();
        addDefaults(DEFAULTS);
        awaitOther(clean);
        JsonNode dirty = map();

        JsonNode first = audit().path("findings").path(0);
        assertThat(first.path("code").asText()).isEqualTo("default-geocode");
        assertThat(first.path("severity").asText()).isEqualTo("serious");
        assertThat(first.path("reports").asInt()).isEqualTo(DEFAULTS);
        assertThat(first.at("/position/0").asDouble()).isEqualTo(Double.parseDouble(DefaultAddress.LON), within());
        assertThat(first.at("/sentence/sv").asText()).contains("exakt samma koordinat");

        HttpResponse<String> made = exclude(first.path("id").asText());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        awaitMap(clean);
        String exclusion = made.headers().firstValue("Location").orElseThrow();
        assertThat(json(town.get(exclusion)).path("reportsNow").asInt()).isEqualTo(DEFAULTS);
        assertThat(json(town.get("/api/audit")).at("/findings/0/exclusion").asInt())
                .isEqualTo(json(made).path("id").asInt());

        addDefaults(1);
        await(exclusion, "reportsNow", DEFAULTS + 1);
        awaitMap(clean);

        HttpResponse<String> undone = undo(exclusion);
        assertThat(undone.statusCode()).isEqualTo(200);
        assertThat(json(undone).path("undoneBy").asText()).isEqualTo("role:staff");
        assertThat(json(undone).path("reportsNow").asInt()).isZero();
        awaitOther(clean);
        assertThat(map().path("total").asInt()).isEqualTo(dirty.path("total").asInt() + 1);
    }

    @Test
    void whatStaffExcludedIsFoundByTheFilterAndByNoLaterAudit() throws Exception {
        JsonNode clean = map();
        addDefaults(DEFAULTS);
        awaitOther(clean);
        JsonNode dirty = map();
        int looked = audit().path("reports").asInt();
        exclude(audit().at("/findings/0/id").asText());
        awaitOther(dirty);

        JsonNode later = audit();
        assertThat(later.path("findings").findValuesAsText("code")).doesNotContain("default-geocode");
        assertThat(later.path("reports").asInt()).isEqualTo(looked - DEFAULTS);
        assertThat(later.path("excluded").asInt()).isEqualTo(DEFAULTS);
        String excluded = town.get("/export/reports.geojson?excluded=yes").body();
        assertThat(excluded.split("\"Feature\"", -1)).hasSize(DEFAULTS + 1);
    }

    @Test
    void faultsAreToldWithTheirCodes() throws Exception {
        addDefaults(DEFAULTS);
        String finding = audit().at("/findings/0/id").asText();
        String exclusion = exclude(finding).headers().firstValue("Location").orElseThrow();

        assertThat(problem(exclude(finding), 409)).isEqualTo("already-excluded");
        assertThat(problem(exclude("0123456789abcdef"), 409)).isEqualTo("finding-outdated");
        assertThat(problem(town.post("/api/audit/exclusions", "{}"), 400)).isEqualTo("invalid-exclusion");
        assertThat(problem(town.post("/api/audit/exclusions", "{\"finding\":7,\"x\":1}"), 400))
                .isEqualTo("invalid-exclusion");
        assertThat(problem(undo("/api/audit/exclusions/4711"), 404)).isEqualTo("unknown-exclusion");
        assertThat(problem(undo("/api/audit/exclusions/abc"), 404)).isEqualTo("unknown-exclusion");
        assertThat(undo(exclusion).statusCode()).isEqualTo(200);
        assertThat(problem(undo(exclusion), 409)).isEqualTo("already-undone");
        assertThat(problem(town.get("/api/audit?limit=1"), 400)).isEqualTo("invalid-parameter");
    }

    @Test
    void onlyStaffSeeAndDoAnyOfIt() {
        String all = "?audience=public";
        assertThat(town.get("/api/audit" + all).statusCode()).isEqualTo(401);
        assertThat(town.post("/api/audit" + all, "").statusCode()).isEqualTo(401);
        assertThat(town.post("/api/audit/exclusions" + all, "{}").statusCode()).isEqualTo(401);
        assertThat(town.get("/api/audit/exclusions/1" + all).statusCode()).isEqualTo(401);
        assertThat(undo("/api/audit/exclusions/1" + all).statusCode()).isEqualTo(401);
    }

    /** All that the town's hotspots say once they were recounted; version and time of the reading left out. */
    private JsonNode map() throws Exception {
        ObjectNode hotspots = hotspots();
        for (int i = 0; i < TRIES && !isRecounted(hotspots); i++) {
            Thread.sleep(PAUSE_MILLIS);
            hotspots = hotspots();
        }
        assertThat(isRecounted(hotspots)).isTrue();
        return hotspots.without(List.of("snapshotVersion", "computedAt"));
    }

    /** Recounts of earlier reports are shown until their turn comes again. */
    private void awaitMap(JsonNode expected) throws Exception {
        for (int i = 0; i < TRIES && !map().equals(expected); i++) {
            Thread.sleep(PAUSE_MILLIS);
        }
        assertThat(map()).isEqualTo(expected);
    }

    private static boolean isRecounted(JsonNode hotspots) {
        return hotspots.findValues("recounts").stream().noneMatch(JsonNode::isNull);
    }

    private ObjectNode hotspots() throws IOException {
        return (ObjectNode) json(town.get("/api/hotspots?from=2025-01-01&to=2025-12-31"));
    }

    private void awaitOther(JsonNode than) throws Exception {
        for (int i = 0; i < TRIES && hotspots().path("total").equals(than.path("total")); i++) {
            Thread.sleep(PAUSE_MILLIS);
        }
        assertThat(hotspots().path("total")).isNotEqualTo(than.path("total"));
    }

    private void await(String path, String member, int value) throws Exception {
        for (int i = 0; i < TRIES && json(town.get(path)).path(member).asInt() != value; i++) {
            Thread.sleep(PAUSE_MILLIS);
        }
        assertThat(json(town.get(path)).path(member).asInt()).isEqualTo(value);
    }

    private JsonNode audit() throws IOException {
        HttpResponse<String> run = town.post("/api/audit", "");
        assertThat(run.statusCode()).as(run.body()).isEqualTo(200);
        return json(run);
    }

    private HttpResponse<String> exclude(String finding) {
        return town.post("/api/audit/exclusions", "{\"finding\":\"%s\"}".formatted(finding));
    }

    private HttpResponse<String> undo(String path) {
        return town.send(town.request(path).DELETE());
    }

    private void addDefaults(int reports) {
        DefaultAddress.add(town.database(), reports);
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }

    private static String problem(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return json(answer).path("code").asText();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body().getBytes(StandardCharsets.ISO_8859_1));
    }
}
