package se.lykta.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkRoutesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static WalkServer server;
    private static WalkServer withoutMap;

    @BeforeAll
    static void start(@TempDir Path directory, @TempDir Path other) {
        server = new WalkServer(directory, true, true, 1000);
        withoutMap = new WalkServer(other, true, false, 2);
    }

    @AfterAll
    static void stop() {
        server.close();
        withoutMap.close();
    }

    @Test
    void plannedWalkIsStoredAndReadBackTheSame() throws Exception {
        HttpResponse<String> created = post("{\"minutes\": 90}");

        String location = created.headers().firstValue("Location").orElseThrow();
        JsonNode walk = JSON.readTree(created.body());
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(location).matches("/api/walks/[0-9a-f]{24}");
        assertThat(walk.path("id").asText()).isEqualTo(location.substring("/api/walks/".length()));
        assertThat(walk.path("features")).hasSize(4);
        assertThat(walk.path("features")
                        .get(1)
                        .path("properties")
                        .path("why_sv")
                        .asText())
                .isNotEmpty();
        assertThat(walk.path("created").asText()).isEqualTo("2026-06-30T10:00:00Z");
        assertThat(get(location).body()).isEqualTo(created.body());
        assertThat(get("/export/walk-" + walk.path("id").asText() + ".geojson").body())
                .isEqualTo(created.body());
    }

    @Test
    void sameRequestGivesTheSameWalkUnderAnotherId() throws Exception {
        String one = post("{}").body();
        String other = post("{}").body();

        assertThat(other).isNotEqualTo(one);
        assertThat(withoutId(other)).isEqualTo(withoutId(one));
    }

    @Test
    void gpxIsAnAttachmentInTheLanguageAskedFor() throws Exception {
        String id = JSON.readTree(post("{}").body()).path("id").asText();

        HttpResponse<String> gpx = get("/export/walk-" + id + ".gpx?language=en");

        assertThat(gpx.statusCode()).isEqualTo(200);
        assertThat(gpx.headers().firstValue("Content-Type")).hasValue("application/gpx+xml");
        assertThat(gpx.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"walk-" + id + ".gpx\"");
        assertThat(gpx.body()).contains("<name>Safety walk</name>");
        assertThat(get("/export/walk-" + id + ".gpx?language=de").statusCode()).isEqualTo(400);
        assertThat(get("/export/walk-" + id + ".gpx?color=red").statusCode()).isEqualTo(400);
    }

    @Test
    void unchangedWalkIsNotSentAgain() throws Exception {
        String location = post("{}").headers().firstValue("Location").orElseThrow();
        String tag = get(location).headers().firstValue("ETag").orElseThrow();

        assertThat(server.get(location, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void allFaultsAreToldAtOnce() throws Exception {
        HttpResponse<String> response = post("""
                {"minutes": 0, "maxStops": "8", "speedKmh": 50, "start": [200, 59], "cause": "Z99", "from": "igår",
                 "language": "de", "colour": "red"}
                """);

        JsonNode problem = JSON.readTree(response.body());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(problem.path("code").asText()).isEqualTo("invalid-walk");
        assertThat(problem.path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "minutes", "maxStops", "speedKmh", "start", "cause", "from", "language", "colour");
    }

    @Test
    void filterChoosesTheHotspots() throws Exception {
        assertThat(JSON.readTree(post("{\"cause\": \"B11\"}").body()).path("features"))
                .hasSize(2);
        assertThat(post("{\"cause\": \"A43\"}").body()).contains("no-hotspots");
    }

    @Test
    void budgetOfThreeMinutesIsAHelpfulProblem() throws Exception {
        HttpResponse<String> response = post("{\"minutes\": 3}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("no-walk-possible", "the nearest");
    }

    @Test
    void unknownWalkIsNotFound() throws Exception {
        assertThat(get("/api/walks/0123456789abcdef01234567").statusCode()).isEqualTo(404);
        assertThat(get("/export/walk-x.gpx").body()).contains("unknown-walk");
    }

    @Test
    void withoutAMapTheAnswerSaysHowToGetOneAndTheLimitHolds() throws Exception {
        HttpResponse<String> first = withoutMap.plan("{}");

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.body()).contains("no-network", "./lykta import-osm FILE");
        withoutMap.plan("{}");
        assertThat(withoutMap.plan("{}").statusCode()).isEqualTo(429);
    }

    private static String withoutId(String walk) throws IOException {
        return walk.replace(JSON.readTree(walk).path("id").asText(), "ID");
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return server.plan(body);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return server.get(path);
    }
}
