package se.lykta.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A walk that is planned anew: who may, what is kept, and what two people at once hear. */
class WalkVersionsTest {

    private static final String IF_MATCH = "If-Match";
    private static final String BEARER = "Bearer " + WalkServer.TOKEN;

    private static WalkServer server;

    @BeforeAll
    static void start(@TempDir Path directory) {
        server = new WalkServer(directory, false, true, 1000);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void changeIsANewVersionAndTheOldOneStays() throws Exception {
        HttpResponse<String> first = server.plan("{}");
        String path = path(first);
        List<String> stops = stops(WalkServer.json(first));

        HttpResponse<String> second = server.post(
                path + "/versions",
                "{\"banned\": [\"%s\"], \"minutes\": 60}".formatted(stops.get(0)),
                IF_MATCH,
                "\"1\"");

        JsonNode walk = WalkServer.json(second);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Location")).hasValue(path + "?version=2");
        assertThat(walk.path("version").asInt()).isEqualTo(2);
        assertThat(walk.path("parameters").path("minutes").asInt()).isEqualTo(60);
        assertThat(stops(walk)).doesNotContain(stops.get(0)).isNotEmpty();
        assertThat(server.get(path).body()).isEqualTo(second.body());
        assertThat(server.get(path + "?version=1").body()).isEqualTo(first.body());
        assertThat(server.get(path + "?version=3").statusCode()).isEqualTo(404);
        assertThat(server.get(path + "?version=0").statusCode()).isEqualTo(400);
        assertThat(server.get("/export/" + path.substring(5).replace("walks/", "walk-") + ".txt?version=1")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void versionsTellWhatChanged() throws Exception {
        String path = path(server.plan("{\"minutes\": 90, \"cause\": \"A11,B11\"}"));
        server.post(path + "/versions", "{\"minutes\": 80, \"cause\": null}", IF_MATCH, "\"1\"");

        JsonNode versions = WalkServer.json(server.get(path + "/versions")).path("versions");

        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).path("changed")).isEmpty();
        assertThat(versions.get(0).path("created").asText()).isEqualTo("2026-06-30T10:00:00Z");
        assertThat(versions.get(1).path("changed").toString())
                .isEqualTo("[{\"member\":\"cause\",\"before\":\"A11,B11\",\"after\":null},"
                        + "{\"member\":\"minutes\",\"before\":90,\"after\":80}]");
        assertThat(server.get("/api/walks/0123456789abcdef01234567/versions").statusCode())
                .isEqualTo(404);
    }

    @Test
    void memberThatIsMissingStaysAndNullGetsTheDefault() throws Exception {
        String path = path(server.plan(
                "{\"minutes\": 70, \"light\": \"light\", \"time\": \"12:30\", \"groups\": 2, \"maxKilometres\": 3}"));

        JsonNode kept = WalkServer.json(server.post(path + "/versions", "{\"minutes\": 60}", IF_MATCH, "\"1\""));
        JsonNode reset = WalkServer.json(
                server.post(path + "/versions", "{\"time\": null, \"groups\": null}", IF_MATCH, "\"2\""));

        assertThat(kept.path("departure").path("start").asText()).isEqualTo("2026-07-01T12:30");
        assertThat(kept.path("parameters").path("groups").asInt()).isEqualTo(2);
        assertThat(kept.path("parameters").path("maxKilometres").asDouble()).isEqualTo(3);
        assertThat(reset.path("departure").path("start").asText()).isEqualTo("2026-07-01T16:00");
        assertThat(reset.path("parameters").path("groups").asInt()).isEqualTo(1);
        assertThat(reset.path("parameters").path("minutes").asInt()).isEqualTo(60);
    }

    @Test
    void whatWasAskedForCanBeSentAgain() throws Exception {
        HttpResponse<String> first = server.plan(
                "{\"minutes\": 70, \"light\": \"dark\", \"persons\": 12, \"preferLit\": true, \"cause\": \"A11,B11\"}");

        HttpResponse<String> again =
                server.plan(WalkServer.json(first).path("parameters").toString());

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(WalkServer.json(again).path("features")).isEqualTo(withId(first, again));
    }

    @Test
    void secondOfTwoWhoChangeTheSameVersionHearsOfIt() throws Exception {
        HttpResponse<String> first = server.plan("{}");
        String path = path(first);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(server.post(path + "/versions", "{\"minutes\": 80}", IF_MATCH, tag)
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<String> late = server.post(path + "/versions", "{\"minutes\": 70}", IF_MATCH, tag);
        HttpResponse<String> without = server.post(path + "/versions", "{\"minutes\": 70}");

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(WalkServer.json(late).path("code").asText()).isEqualTo("walk-changed");
        assertThat(without.statusCode()).isEqualTo(428);
        assertThat(server.get(path).headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
    }

    @Test
    void publicPlansOnWhatThePublicSeesAndMayChangeThat() throws Exception {
        HttpResponse<String> publicWalk = server.plan("{}");
        String path = path(publicWalk);

        JsonNode byStaff = WalkServer.json(
                server.post(path + "/versions", "{\"minutes\": 120}", IF_MATCH, "\"1\"", "Authorization", BEARER));

        assertThat(stops(WalkServer.json(publicWalk))).hasSize(2);
        assertThat(stops(byStaff))
                .as("the link is known to the public: no place that only staff see")
                .hasSize(2);
        assertThat(byStaff.path("left_out")).isEmpty();
    }

    @Test
    void walkOfStaffIsReadByItsLinkButChangedByStaffOnly() throws Exception {
        HttpResponse<String> walk = server.post("/api/walks", "{}", "Authorization", BEARER);
        String path = path(walk);

        HttpResponse<String> stranger = server.post(path + "/versions", "{\"minutes\": 80}", IF_MATCH, "\"1\"");
        HttpResponse<String> staff =
                server.post(path + "/versions", "{\"minutes\": 80}", IF_MATCH, "\"1\"", "Authorization", BEARER);

        assertThat(stops(WalkServer.json(walk))).hasSize(3);
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(WalkServer.json(stranger).path("code").asText()).isEqualTo("sign-in-required");
        assertThat(staff.statusCode()).isEqualTo(201);
        assertThat(server.get(path).statusCode()).isEqualTo(200);
        assertThat(server.get(path + "/versions").statusCode()).isEqualTo(200);
    }

    @Test
    void faultsOfAChangeAreToldAtOnceAndNothingIsStored() throws Exception {
        String path = path(server.plan("{}"));

        HttpResponse<String> wrong = server.post(path + "/versions", """
                {"persons": 21, "groups": 11, "light": "dusk", "date": "2026-02-30", "time": "25:00", "end": [1],
                 "preferLit": "yes", "pinned": ["a", "a"], "banned": ["a"], "order": [["b"], "c"], "hours": "99"}
                """, IF_MATCH, "\"1\"");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(WalkServer.json(wrong).path("errors").findValuesAsText("field"))
                .contains("persons", "groups", "light", "date", "time", "end", "preferLit", "pinned", "order", "hours");
        assertThat(WalkServer.json(server.get(path)).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void twoHundredStopsAreRefusedWithWhatIsAllowed() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            ids.add("\"h" + i + "\"");
        }

        assertThat(server.plan("{\"maxStops\": 200}").body()).contains("200 is not a whole number 1..30");
        assertThat(server.plan("{\"pinned\": [%s]}".formatted(String.join(",", ids)))
                        .body())
                .contains("invalid-walk", "200 stops are wanted by name, at most 40 are allowed");
        assertThat(server.plan("{\"pinned\": [%s]}".formatted(String.join(",", ids.subList(0, 20))))
                        .body())
                .contains("20 stops are wanted by name, but 1 group with at most 8 stops each visit 8");
    }

    @Test
    void personsMakeGroupsOfAtMostTen() throws Exception {
        assertThat(groups("{\"persons\": 10}")).isEqualTo(1);
        assertThat(groups("{\"persons\": 11}")).isEqualTo(2);
        assertThat(groups("{\"persons\": 20}")).isEqualTo(2);
        assertThat(server.plan("{\"persons\": 15, \"groups\": 1}").body())
                .contains("15 persons need 2 groups of at most 10");
        assertThat(server.plan("{\"persons\": 2, \"groups\": 3}").body()).contains("2 persons cannot make 3 groups");
    }

    private static int groups(String body) throws Exception {
        return WalkServer.json(server.plan(body)).path("totals").path("groups").asInt();
    }

    private static JsonNode withId(HttpResponse<String> from, HttpResponse<String> to) throws Exception {
        String id = WalkServer.json(to).path("id").asText();
        JsonNode features = WalkServer.json(from).path("features");
        features.findParents("walk").forEach(route -> ((ObjectNode) route).put("walk", id));
        return features;
    }

    private static String path(HttpResponse<String> planned) {
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        return planned.headers().firstValue("Location").orElseThrow();
    }

    private static List<String> stops(JsonNode walk) {
        return walk.path("features").findValuesAsText("hotspot");
    }
}
