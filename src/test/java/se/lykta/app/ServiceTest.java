package se.lykta.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demonstration as a newcomer meets it: every way in and out once, over HTTP, on a real PostGIS. */
class ServiceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.demo();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theHallIsAmongTheFirstFiveHotspots() throws Exception {
        JsonNode hotspots = json(service.get("/api/hotspots"));

        List<String> names = StreamSupport.stream(hotspots.path("features").spliterator(), false)
                .limit(5)
                .map(feature -> feature.at("/properties/name_sv").asText())
                .toList();
        assertThat(names).contains("Bristande belysning vid Idrottshallen");
    }

    @Test
    void thePageAndItsPartsAreServedWithAStrictPolicy() {
        for (String path : List.of("/", "/vendor/leaflet/leaflet.js", "/vendor/leaflet/leaflet.css")) {
            HttpResponse<String> response = service.get(path);

            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy ->
                            assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe"));
        }
    }

    @Test
    void aWalkIsPlannedWithinItsTimeAndComesAsGpx() throws Exception {
        awaitTrue(() -> service.get("/api/municipality").body().contains("\"walks\":true"));

        HttpResponse<String> planned = service.post("/api/walks", "{\"minutes\":90}");

        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        assertThat(json(planned).at("/totals/minutes").asInt()).isBetween(10, 90);
        String location = planned.headers().firstValue("Location").orElseThrow();
        assertThat(service.get(location).body()).isEqualTo(planned.body());
        String file = location.replace("/api/walks/", "/export/walk-");
        assertThat(service.get(file + ".gpx").body()).contains("<gpx").contains("<wpt");
        assertThat(json(service.get(file + ".geojson")).path("type").asText()).isEqualTo("FeatureCollection");
    }

    @Test
    void aReportIsOnTheMapOfStaffWithinASecondOrSo() throws Exception {
        String report =
                "{\"position\":[15.0503,58.9502],\"causes\":[\"A11\"],\"occurredAt\":\"2026-06-01T22:30:00+02:00\"}";
        int before = json(service.get("/export/reports.geojson?state=received"))
                .path("features")
                .size();

        HttpResponse<String> sent = service.post("/api/reports", report);

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        awaitTrue(() ->
                service.get("/export/reports.geojson?state=received").body().split("\"Feature\"", -1).length - 1
                        == before + 1);
        String receipt = sent.headers().firstValue("Location").orElseThrow();
        assertThat(json(service.get(receipt)).path("state").asText()).isEqualTo("received");
    }

    @Test
    void requestsGiveWayToTheIndexAndJobsToRequests() {
        List<Integer> priorities =
                List.of(priorityOf("job"), priorityOf("JettyServerThreadPool"), priorityOf("notifications-"));

        assertThat(priorities).isSorted().doesNotHaveDuplicates();
    }

    private static int priorityOf(String threads) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(threads))
                .mapToInt(Thread::getPriority)
                .max()
                .orElseThrow();
    }

    @Test
    void theFollowedIndexEqualsTheDatabaseAfterReportsHaveCome() throws Exception {
        for (int i = 0; i < 5; i++) {
            service.post("/api/reports", "{\"position\":[15.0503,58.9502],\"causes\":[\"A12\"],\"recurring\":true}");
        }

        JsonNode comparison = json(service.get("/health/index"));

        assertThat(comparison.path("equal").asBoolean()).isTrue();
        assertThat(comparison.path("databaseReports").asInt()).isGreaterThanOrEqualTo(2505);
    }

    @Test
    void aReportOutsideTheMunicipalityIsRefused() {
        HttpResponse<String> sent = service.post("/api/reports", "{\"position\":[18.06,59.33],\"causes\":[\"A11\"]}");

        assertThat(sent.statusCode()).isEqualTo(400);
        assertThat(sent.body()).contains("position").contains("invalid-report");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/hotspots?colour=red",
                "/api/hotspots?eps=NaN",
                "/api/hotspots?from=yesterday",
                "/api/hotspots?cause=Z99",
                "/api/hotspots?bbox=1,2,3",
                "/api/hotspots?audience=king",
                "/export/reports.geojson?limit=x",
                "/tiles/reports/1/0/0.mvt?eps=-1",
                "/api/municipality?x=1",
                "/api/taxonomy?x=1",
                "/tiles/reports/40/0/0.mvt",
                "/tiles/reports/3/-1/0.mvt",
                "/api/walks/..%2f"
            })
    void whatIsWrongIsAProblemAndNeverOurFault(String path) {
        HttpResponse<String> response = service.get(path);

        assertThat(response.statusCode()).as(path).isIn(400, 404);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void whoHasTheMapAlreadyGetsNotModified() {
        for (String path : List.of("/api/hotspots", "/export/hotspots.geojson", "/tiles/reports/14/8876/4864.mvt")) {
            HttpResponse<String> first = service.get(path);
            String tag = first.headers().firstValue("ETag").orElseThrow();

            assertThat(service.send(service.request(path).header("If-None-Match", tag))
                            .statusCode())
                    .as(path)
                    .isEqualTo(304);
        }
    }

    @Test
    void aSecondServiceOnTheSamePortIsToldSo() {
        int port = Integer.parseInt(service.address().replaceAll(".*:(\\d+)/", "$1"));

        assertThatThrownBy(() -> WebServer.start(new Settings.ServerSettings("127.0.0.1", port), List.of()))
                .hasMessageContaining(Integer.toString(port))
                .hasMessageContaining("--port");
    }

    @Test
    void aHugeBodyIsRefused() {
        var body = HttpRequest.BodyPublishers.ofByteArray(new byte[3 << 20]);
        HttpResponse<String> response = service.send(service.request("/api/reports")
                .header("Content-Type", "application/json")
                .POST(body));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("body-too-large");
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return JSON.readTree(response.body().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void awaitTrue(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
            Thread.sleep(50);
        }
    }
}
