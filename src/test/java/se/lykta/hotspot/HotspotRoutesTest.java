package se.lykta.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.http.ProblemMapper;
import se.lykta.index.Filters;
import se.lykta.index.Indexes;

final class HotspotRoutesTest {

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Indexes indexes = new Indexes();
    private final HotspotBoard board = new HotspotBoard(indexes, Town.finder(), Clock.systemUTC());
    private final Town town = new Town().reports(9, 0, 0, "2026-06-01", "A11").reports(4, 0, 0, "2025-03-01", "A41");
    private final Instant begun = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private Javalin server = Javalin.create();

    @BeforeEach
    void start() {
        town.report(9000, 0, "2024-06-01").add(); // far away, so that the data know both years
        indexes.replace(Audience.STAFF, town.snapshot());
        var routes = new HotspotRoutes(
                board,
                new Audiences(Optional.empty(), true),
                new Filters(Town.TAXONOMY, Town.ZONE, List::of),
                Town.ZONE,
                () -> "Ljusbro (påhittad)");
        server = Javalin.create(config -> {
                    new ProblemMapper(json).register(config.routes);
                    routes.register(config.routes);
                })
                .start(0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theListIsGeoJsonWithItsMethod() throws Exception {
        HttpResponse<String> answer = get("/api/hotspots?eps=40&minReports=5");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/geo+json");
        JsonNode body = json.readTree(answer.body());
        assertThat(body.get("method").toString())
                .isEqualTo("{\"name\":\"dbscan\",\"eps\":40.0,\"minReports\":5,\"minReporters\":3,"
                        + "\"by\":\"all\",\"weights\":{\"severity\":null,\"halfLife\":null},"
                        + "\"crs\":\"EPSG:3006\",\"paper\":\"Ester, Kriegel, Sander, Xu 1996\"}");
        assertThat(body.get("from").asText()).isEqualTo("2024-06-10");
        assertThat(body.get("to").asText()).isEqualTo("2026-06-09");
        assertThat(body.get("total").asInt()).isEqualTo(13);
        assertThat(body.get("snapshotVersion").asLong()).isEqualTo(7);
        assertThat(Instant.parse(body.get("computedAt").asText())).isBetween(begun, Instant.now());
        assertThat(body.get("attribution").asText()).isEqualTo("Ljusbro (påhittad)");
        JsonNode properties = body.get("features").get(0).get("properties");
        assertThat(properties.get("causes").toString()).isEqualTo("[\"A11\",\"A41\"]");
        assertThat(properties.get("cause_counts").toString()).isEqualTo("[9,4]");
        assertThat(properties.get("recent").asInt()).isEqualTo(9);
        assertThat(properties.get("before").asInt()).isEqualTo(4);
        assertThat(properties.get("change").asDouble()).isEqualTo(2.25);
        assertThat(properties.get("direction").asText()).isEqualTo("level");
        assertThat(properties.get("class").asText()).isEqualTo("persistent");
        assertThat(properties.get("years")).extracting(JsonNode::asInt).containsExactly(4, 9);
        assertThat(properties.get("dark_share").isNull()).isTrue();
        assertThat(properties.get("newest").asText()).isEqualTo("2026-06-09");
    }

    @Test
    void theAnswerStatesGroupsAndWeights() throws Exception {
        JsonNode body = json.readTree(get("/api/hotspots?by=group&weight=severity,recency&halfLife=90")
                .body());

        assertThat(body.get("method").get("by").asText()).isEqualTo("group");
        assertThat(body.get("method").get("weights").toString())
                .isEqualTo("{\"severity\":{\"0\":1.0,\"1\":0.5,\"2\":1.0,\"3\":2.0},\"halfLife\":90}");
        JsonNode properties = body.get("features").get(0).get("properties");
        assertThat(properties.get("group").asText()).isEqualTo("A");
        assertThat(properties.get("weight").isNumber()).isTrue();
    }

    @Test
    void theExplanationCountsAndWarnsOfSmallNumbers() throws Exception {
        JsonNode properties = json.readTree(get("/api/hotspots").body())
                .get("features")
                .get(0)
                .get("properties");

        assertThat(properties.get("explanation_sv").asText())
                .isEqualTo("9 rapporter det senaste året, ungefär som året innan (4). Återkommer år efter år."
                        + " 13 rapporter från 5 olika rapportörer, 2024-06-10 till 2026-06-09."
                        + " Vanligast: bristande belysning (9), nedskräpning (4). Senast 2026-06-09."
                        + " Få rapporter: tolka med försiktighet.");
        assertThat(properties.get("explanation_en").asText())
                .startsWith("9 reports in the last year, about as many as the year before (4).")
                .endsWith("Few reports: interpret with caution.");
    }

    @Test
    void theOutlineIsAValidPolygon() throws Exception {
        JsonNode geometry = json.readTree(get("/api/hotspots").body())
                .get("features")
                .get(0)
                .get("geometry");

        Geometry read = new GeoJsonReader().read(geometry.toString());

        assertThat(read instanceof Polygon).isTrue();
        assertThat(read.isValid()).isTrue();
    }

    @Test
    void theSameRequestIsAnsweredWith304UntilTheSnapshotChanges() throws Exception {
        String tag = get("/api/hotspots").headers().firstValue("ETag").orElseThrow();

        int same = send(request("/api/hotspots").header("If-None-Match", tag)).statusCode();
        int other = send(request("/api/hotspots?limit=3").header("If-None-Match", tag))
                .statusCode();
        indexes.replace(Audience.STAFF, town.snapshot().with(8, java.util.List.of(), new long[] {1}));
        board.refresh();
        int later = send(request("/api/hotspots").header("If-None-Match", tag)).statusCode();

        assertThat(same).isEqualTo(304);
        assertThat(other).isEqualTo(200);
        assertThat(later).isEqualTo(200);
    }

    @Test
    void thePublicGetsThePublicSnapshot() throws Exception {
        JsonNode body = json.readTree(get("/api/hotspots?audience=public").body());

        assertThat(body.get("features")).isEmpty();
        assertThat(body.get("from").isNull()).isTrue();
    }

    @Test
    void allWrongParametersAreToldAtOnce() throws Exception {
        HttpResponse<String> answer = get("/api/hotspots?epsilon=5&eps=1e9&minReports=1&cause=Z99&limit=0");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).get("errors"))
                .extracting(fault -> fault.get("field").asText())
                .containsExactlyInAnyOrder("epsilon", "eps", "minReports", "cause", "limit");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
