package se.lykta.walk.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lykta.walk.findings.WalkModeServer.NIGHT;
import static se.lykta.walk.findings.WalkModeServer.NOON;
import static se.lykta.walk.findings.WalkModeServer.finding;
import static se.lykta.walk.findings.WalkModeServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What phones send: once, twice, late, at once, wrong, too much. */
class FindingRoutesTest {

    private static WalkModeServer server;
    private static String walk;
    private static String token;

    private String id = "";

    @BeforeAll
    static void start() {
        server = new WalkModeServer();
        walk = server.walk(SampleWalk.past("h1", "h2"));
        token = server.join(walk);
    }

    @BeforeEach
    void startAnew() {
        server.clock().set(NIGHT);
        id = UUID.randomUUID().toString();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aFindingIsKeptWithItsLightAndSaidToBeNew() {
        HttpResponse<String> sent = send(finding("h1", 1, NIGHT, "{\"lighting\":1,\"feeling\":2}", "\" Mörkt. \""));

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(json(sent).path("id").asText()).isEqualTo(id);
        assertThat(json(sent).path("revision").asInt()).isEqualTo(1);
        assertThat(row())
                .containsEntry("walk_id", walk)
                .containsEntry("hotspot", "h1")
                .containsEntry("light", "dark")
                .containsEntry("comment", "Mörkt.")
                .containsEntry("grades_text", "{\"feeling\": 2, \"lighting\": 1}");
    }

    @Test
    void aFindingWithoutGradesAndCommentIsAnAnswerToo() {
        HttpResponse<String> sent = send("{\"hotspot\":\"h1\",\"revision\":1,\"answeredAt\":\"2026-10-03T20:00:00Z\"}");

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(row()).containsEntry("grades_text", "{}").containsEntry("comment", null);
    }

    @Test
    void theSameOnceMoreChangesNothing() {
        String body = finding("h1", 1, NIGHT, "{\"lighting\":1}", "\"a\"");

        assertThat(send(body).statusCode()).isEqualTo(201);
        Map<String, Object> before = row();
        server.clock().pass(Duration.ofMinutes(5));
        HttpResponse<String> again = send(body);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void aChangeReplacesAndALateOlderOneDoesNot() {
        send(finding("h1", 1, NIGHT, "{\"lighting\":1}", "\"a\""));
        HttpResponse<String> change = send(finding("h1", 3, NIGHT.plusSeconds(60), "{\"traffic\":4}", "null"));
        HttpResponse<String> late = send(finding("h1", 2, NIGHT, "{\"lighting\":2}", "\"b\""));

        assertThat(change.statusCode()).isEqualTo(200);
        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(json(late).path("revision").asInt()).isEqualTo(3);
        assertThat(row())
                .containsEntry("grades_text", "{\"traffic\": 4}")
                .containsEntry("comment", null)
                .containsEntry("answered", NIGHT.toString());
    }

    @Test
    void anIdStandsForOneFindingOnly() {
        String other = server.walk(SampleWalk.past("h1"));
        String otherToken = server.join(other);
        send(finding("h1", 1, NIGHT, "{\"lighting\":1}", "\"mitt\""));
        Map<String, Object> before = row();

        assertThat(server.put(other, id, otherToken, finding("h1", 9, NIGHT, "{}", "null"))
                        .body())
                .contains("finding-conflict");
        assertThat(send(finding("h2", 9, NIGHT, "{}", "null")).body()).contains("finding-conflict");
        assertThat(send(finding("h1", 1, NIGHT, "{\"lighting\":4}", "\"mitt\"")).statusCode())
                .isEqualTo(409);
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String body = "{\"hotspot\":\"h9\",\"revision\":0,\"answeredAt\":\"igår\",\"comment\":\"" + "å".repeat(2001)
                + "\",\"grades\":{\"lighting\":5,\"traffic\":0,\"people\":\"3\",\"feeling\":2.5,\"mood\":1},\"x\":1}";

        HttpResponse<String> answer = server.put(walk, "NOT-A-UUID", token, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asText()).isEqualTo("invalid-finding");
        assertThat(json(answer).path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "x",
                        "id",
                        "hotspot",
                        "revision",
                        "answeredAt",
                        "grades/mood",
                        "grades/lighting",
                        "grades/traffic",
                        "grades/people",
                        "grades/feeling",
                        "comment");
        assertThat(answer.body()).doesNotContain("ååå");
    }

    @Test
    void whatIsMissingIsToldOnceEach() {
        HttpResponse<String> answer = send("{}");

        assertThat(json(answer).path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("hotspot", "revision", "answeredAt");
    }

    @Test
    void bodiesThatAreTooLargeOrOfAnotherTypeAreRefused() {
        assertThat(send(finding("h1", 1, NIGHT, "{}", "\"" + "x".repeat(40_000) + "\""))
                        .statusCode())
                .isEqualTo(413);
        var text = server.request("/api/walks/" + walk + "/findings/" + id)
                .header("Walk-Token", token)
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString("{}"));
        assertThat(server.send(text).statusCode()).isEqualTo(415);
        assertThat(send("{\"hotspot\":").statusCode()).isEqualTo(400);
        assertThat(server.rows("SELECT 1 FROM walk_finding WHERE id = ?", UUID.fromString(id)))
                .isEmpty();
    }

    @Test
    void aPhoneWhoseClockIsWrongIsBelievedExceptForTheTime() {
        send(finding("h1", 1, NIGHT.plus(Duration.ofDays(400)), "{}", "null"));

        assertThat(row()).containsEntry("answered", NIGHT.toString());
    }

    @Test
    void anAnswerThatComesTheNextDayKeepsItsTimeAndLight() {
        server.clock().set(NOON.plus(Duration.ofDays(1)));

        send(finding("h1", 1, NIGHT, "{}", "null"));

        assertThat(row()).containsEntry("answered", NIGHT.toString()).containsEntry("light", "dark");
    }

    @Test
    void anAnswerForAStopThatThePlanHasNoMoreIsKept() {
        String changed = server.walk(SampleWalk.past("h1", "h2"));
        String hers = server.join(changed);
        server.change(changed, SampleWalk.past("h3"));

        assertThat(server.put(changed, id, hers, finding("h2", 1, NIGHT, "{}", "null"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(server.put(changed, UUID.randomUUID().toString(), hers, finding("h3", 1, NIGHT, "{}", "null"))
                        .statusCode())
                .isEqualTo(400);
        server.guide(changed, hers);
        assertThat(server.put(changed, UUID.randomUUID().toString(), hers, finding("h3", 1, NIGHT, "{}", "null"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aNewLinkTakesOverWhatAnOldOneBegan() {
        String first = server.join(walk);
        server.put(walk, id, first, finding("h1", 1, NIGHT, "{}", "null"));

        HttpResponse<String> answer = server.put(walk, id, token, finding("h1", 2, NIGHT, "{\"people\":3}", "null"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(row()).containsEntry("grades_text", "{\"people\": 3}");
    }

    @Test
    void theSameRequestManyTimesAtOnceIsOneFinding() throws Exception {
        String body = finding("h1", 1, NIGHT, "{\"lighting\":2}", "\"samtidigt\"");

        List<HttpResponse<String>> answers = atOnce(20, number -> send(body));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200 || answer.statusCode() == 201);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(row()).containsEntry("comment", "samtidigt");
    }

    @Test
    void ofManyRevisionsAtOnceTheNewestStays() throws Exception {
        List<HttpResponse<String>> answers =
                atOnce(24, number -> send(finding("h1", number + 1, NIGHT, "{}", "\"ändring " + (number + 1) + "\"")));

        assertThat(answers).allMatch(answer -> answer.statusCode() < 300);
        assertThat(row()).containsEntry("comment", "ändring 24").containsEntry("revision", 24);
    }

    @Test
    void aFullWalkTakesNoMore() {
        String full = server.walk(SampleWalk.past("h1"));
        String hers = server.join(full);
        server.jdbi().useHandle(handle -> handle.execute("""
                INSERT INTO walk_finding (id, walk_id, hotspot, revision, answered_at, light, grades, created_at, changed_at)
                SELECT gen_random_uuid(), ?, 'h1', 1, now(), 'light', '{}', now(), now() FROM generate_series(1, ?)
                """, full, Findings.MOST_PER_WALK - 1));

        assertThat(server.put(full, id, hers, finding("h1", 1, NIGHT, "{}", "null"))
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<String> one =
                server.put(full, UUID.randomUUID().toString(), hers, finding("h1", 1, NIGHT, "{}", "null"));

        assertThat(one.statusCode()).isEqualTo(409);
        assertThat(one.body()).contains("walk-is-full");
        assertThat(server.put(full, id, hers, finding("h1", 2, NIGHT, "{}", "null"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.rows("SELECT 1 FROM walk_finding WHERE walk_id = ?", full))
                .hasSize(Findings.MOST_PER_WALK);
    }

    @Test
    void aFloodFromOneAddressIsStopped() {
        try (var limited = new WalkModeServer(6)) {
            String one = limited.walk(SampleWalk.past("h1"));
            String hers = limited.invite(one);
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                statuses.add(limited.guide(one, i % 2 == 0 ? hers : "guessed").statusCode());
            }

            assertThat(statuses.subList(6, 8)).containsOnly(429);
        }
    }

    @Test
    void participantsCannotReadFindings() {
        send(finding("h1", 1, NIGHT, "{}", "\"bara för personalen\""));

        for (String method : List.of("GET", "DELETE", "POST")) {
            var request = server.request("/api/walks/" + walk + "/findings/" + id)
                    .header("Walk-Token", token)
                    .method(method, BodyPublishers.noBody());
            assertThat(server.send(request).statusCode()).as(method).isIn(404, 405);
        }
        assertThat(server.guide(walk, token).body()).doesNotContain("bara för personalen");
    }

    private HttpResponse<String> send(String body) {
        return server.put(walk, id, token, body);
    }

    private Map<String, Object> row() {
        List<Map<String, Object>> rows = server.rows("""
                SELECT walk_id, hotspot, revision, light, comment, grades::text AS grades_text, changed_at::text AS changed,
                       to_char(answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS answered
                FROM walk_finding WHERE id = ?
                """, UUID.fromString(id));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private interface Numbered {
        HttpResponse<String> call(int number);
    }

    private static List<HttpResponse<String>> atOnce(int times, Numbered call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(() -> call.call(number));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> one : threads.invokeAll(calls)) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
