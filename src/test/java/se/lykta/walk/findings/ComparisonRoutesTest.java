package se.lykta.walk.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lykta.walk.findings.WalkModeServer.NIGHT;
import static se.lykta.walk.findings.WalkModeServer.NOON;
import static se.lykta.walk.findings.WalkModeServer.finding;
import static se.lykta.walk.findings.WalkModeServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Light and dark side by side, over walks and versions, for staff only. */
class ComparisonRoutesTest {

    private WalkModeServer server;
    private String walk = "";
    private String token = "";

    @BeforeEach
    void start() {
        server = new WalkModeServer();
        server.clock().set(NIGHT);
        walk = server.walk(SampleWalk.past("h1", "h2"));
        token = server.join(walk);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theSameStopInLightAndDarkOverTwoWalksWithMeanAndN() {
        String day = server.walk(SampleWalk.past("h1", "h3"));
        String dayToken = server.join(day);
        put(walk, token, "h1", NIGHT, "{\"lighting\":1,\"feeling\":2}", "null");
        put(walk, token, "h1", NIGHT, "{\"lighting\":2}", "\"Mörkt här\"");
        put(walk, token, "h1", NIGHT, "{\"lighting\":2}", "null");
        put(day, dayToken, "h1", NOON, "{\"lighting\":4}", "null");
        put(day, dayToken, "h3", NOON, "{\"lighting\":1}", "\"en annan plats\"");

        JsonNode body = json(server.asStaff("GET", path(""), ""));

        JsonNode stop = body.path("stops").path(0);
        assertThat(body.path("stops")).hasSize(2);
        assertThat(stop.path("hotspot").asText()).isEqualTo("h1");
        assertThat(stop.path("dark").path("findings").asInt()).isEqualTo(3);
        assertThat(stop.path("dark").path("walks").asInt()).isEqualTo(1);
        assertThat(stop.path("dark").path("items").path("lighting").toString())
                .isEqualTo("{\"n\":3,\"mean\":1.67,\"grades\":[1,2,0,0]}");
        assertThat(stop.path("light").path("items").path("lighting").toString())
                .isEqualTo("{\"n\":1,\"mean\":4.0,\"grades\":[0,0,0,1]}");
        assertThat(stop.path("light").path("items").has("feeling")).isFalse();
        assertThat(stop.path("findings").findValuesAsText("walk")).containsExactly(day, walk, walk, walk);
        assertThat(stop.path("findings").findValuesAsText("comment")).contains("Mörkt här");
        assertThat(body.toString()).doesNotContain("en annan plats");
    }

    @Test
    void aStopThatThePlanHasNoMoreStaysBehindTheOthers() {
        put(walk, token, "h1", NIGHT, "{\"people\":3}", "null");
        server.change(walk, SampleWalk.past("h2"));

        JsonNode stops = json(server.asStaff("GET", path(""), "")).path("stops");

        assertThat(stops.findValuesAsText("hotspot")).containsExactly("h2", "h1");
        assertThat(stops.path(0).path("planned").asBoolean()).isTrue();
        assertThat(stops.path(1).path("planned").asBoolean()).isFalse();
        assertThat(stops.path(1).path("dark").path("findings").asInt()).isEqualTo(1);
    }

    @Test
    void reportsAreMadeAtOnceIfStaffSaySoAndToldWithTheFinding() {
        put(walk, token, "h1", NIGHT, "{\"lighting\":1}", "null");
        put(walk, token, "h2", NIGHT, "{\"lighting\":4}", "null");

        HttpResponse<String> made = server.asStaff("POST", "/api/walks/" + walk + "/reports", "");
        HttpResponse<String> again = server.asStaff("POST", "/api/walks/" + walk + "/reports", "");

        assertThat(made.body()).isEqualTo("{\"fine\":1,\"refused\":0,\"reports\":1}");
        assertThat(again.body()).isEqualTo("{\"fine\":0,\"refused\":0,\"reports\":0}");
        JsonNode stops = json(server.asStaff("GET", path(""), "")).path("stops");
        assertThat(stops.path(0).path("findings").path(0).path("report").asLong())
                .isPositive();
        assertThat(stops.path(1).path("findings").path(0).path("report").isNull())
                .isTrue();
    }

    @Test
    void theTableHasALineForEveryItemLightAndCommentAndNoFormula() {
        put(walk, token, "h1", NIGHT, "{\"lighting\":1}", "\"=HYPERLINK(1)\\nhej, \\\"du\\\"\"");
        put(walk, token, "h1", NOON, "{\"lighting\":3}", "null");

        HttpResponse<String> csv = server.asStaff("GET", path(".csv"), "");

        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(csv.body().split("\r\n"))
                .containsExactly(
                        "hotspot,name,item,light,walks,n,mean,grade_1,grade_2,grade_3,grade_4,comment,answered_at,walk",
                        "h1,Dålig belysning vid h1,belysning,light,1,1,3.0,0,0,1,0,,,",
                        "h1,Dålig belysning vid h1,belysning,dark,1,1,1.0,1,0,0,0,,,",
                        "h1,Dålig belysning vid h1,comment,dark,,,,,,,,\"'=HYPERLINK(1)\nhej, \"\"du\"\"\",2026-10-03T20:00:00Z,"
                                + walk);
        assertThat(server.asStaff("GET", path(".csv?language=en"), "").body())
                .contains("Poor lighting at h1,lighting,");
        assertThat(server.asStaff("GET", path(".csv?language=de"), "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void onlyStaffSeeFindings() {
        put(walk, token, "h1", NIGHT, "{\"lighting\":1}", "\"hemligt\"");

        for (String path : List.of(path(""), path(".csv"))) {
            for (String shown : List.of(token, "x")) {
                HttpResponse<String> refused = server.send(server.request(path).header("Walk-Token", shown));
                assertThat(refused.statusCode()).as(path).isEqualTo(401);
                assertThat(refused.body()).doesNotContain("hemligt");
            }
        }
        var make = server.request("/api/walks/" + walk + "/reports").header("Walk-Token", token);
        assertThat(server.send(make.POST(BodyPublishers.noBody())).statusCode()).isEqualTo(401);
        assertThat(server.asStaff("GET", path("").replace(walk, "0123456789abcdef"), "")
                        .statusCode())
                .isEqualTo(404);
    }

    private String path(String ending) {
        return "/api/walks/" + walk + "/findings" + ending;
    }

    private void put(String to, String shown, String hotspot, Instant at, String grades, String comment) {
        var answer = server.put(to, UUID.randomUUID().toString(), shown, finding(hotspot, 1, at, grades, comment));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
