package se.lykta.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.lykta.account.Audiences;
import se.lykta.db.TestDatabase;
import se.lykta.http.ProblemMapper;
import se.lykta.http.RateLimit;

/** Reporting over a real server. */
class ReportRoutesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static TestDatabase database;
    private static Javalin server;
    private static Javalin strictServer;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        server = server(1000);
        strictServer = server(2);
    }

    @AfterAll
    static void stop() {
        server.stop();
        strictServer.stop();
        database.close();
    }

    @Test
    void aReportGetsAReceiptThatTellsItsState() throws Exception {
        HttpResponse<String> sent = post("""
                {"position": [15.0, 56.0], "causes": ["A11", "A31"], "occurredAt": "2025-10-03T21:30+02:00",
                 "source": "resident", "placeKind": "park", "severity": 2, "text": "Mörkt under träden, åäö",
                 "contact": {"name": "Åsa", "email": "asa@example.org"}}
                """);

        JsonNode answer = JSON.readTree(sent.body());
        assertThat(sent.statusCode()).isEqualTo(201);
        String self = answer.path("links").path("self").asText();
        assertThat(sent.headers().firstValue("Location")).contains(self);
        assertThat(self).isEqualTo("/api/reports/" + answer.path("receipt").asText());

        HttpResponse<String> progress = get(self);
        JsonNode state = JSON.readTree(progress.body());
        assertThat(progress.statusCode()).isEqualTo(200);
        assertThat(progress.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(state.path("state_sv").asText()).isEqualTo("mottagen");
        assertThat(state.path("reportedOn").asText()).isEqualTo("2026-01-15");
        assertThat(state.path("history").path(0).path("on").asText()).isEqualTo("2026-01-15");
        assertThat(progress.body()).doesNotContain("träden", "asa@", "15.0");
    }

    @Test
    void everyWrongMemberIsToldAtOnce() throws Exception {
        HttpResponse<String> response = post("""
                {"position": [15.0], "causes": ["A11", 7], "occured": "2025-10-03", "recurring": "yes", "severity": 4,
                 "contact": {"mail": "x", "phone": "112"}}
                """);

        JsonNode problem = JSON.readTree(response.body());
        List<String> fields = new ArrayList<>();
        problem.path("errors").forEach(error -> fields.add(error.path("field").asText()));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(problem.path("code").asText()).isEqualTo("invalid-report");
        assertThat(fields)
                .contains(
                        "occured",
                        "position",
                        "causes",
                        "recurring",
                        "severity",
                        "contact/mail",
                        "contact/phone",
                        "occurredAt")
                .containsOnlyOnce("position");
    }

    @Test
    void brokenHugeAndForeignBodiesAreRefused() throws Exception {
        assertThat(code(post("{\"position\": [15"))).isEqualTo("invalid-json");
        assertThat(code(post("[]"))).isEqualTo("invalid-json");
        assertThat(code(post("{\"text\": \"" + "a".repeat(100_000) + "\"}"))).isEqualTo("body-too-large");
        HttpRequest form = HttpRequest.newBuilder(uri(server, "/api/reports"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                .build();
        assertThat(code(CLIENT.send(form, HttpResponse.BodyHandlers.ofString())))
                .isEqualTo("unsupported-media-type");
    }

    @Test
    void anUnknownReceiptAndNoReceiptLookTheSame() throws Exception {
        assertThat(get("/api/reports/AAAAA-AAAAA").body())
                .isEqualTo(get("/api/reports/x").body());
        assertThat(code(get("/api/reports/AAAAA-AAAAA"))).isEqualTo("unknown-receipt");
        assertThat(get("/api/reports/AAAAA-AAAAA").statusCode()).isEqualTo(404);
        assertThat(code(get("/api/reports/AAAAA-AAAAA?x=1"))).isEqualTo("invalid-parameter");
    }

    @Test
    void whoSendsTooMuchHasToWait() throws Exception {
        int status = 0;
        for (int i = 0; i < 3; i++) {
            status = CLIENT.send(request(strictServer, "{}"), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }

        assertThat(status).isEqualTo(429);
    }

    private static Javalin server(int calls) {
        var routes = new ReportRoutes(
                Drafts.intake(database.database().jdbi()),
                new Audiences(Optional.empty(), true),
                Drafts.ZONE,
                new RateLimit(calls, Duration.ofHours(1)),
                new RateLimit(calls, Duration.ofHours(1)));
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    new ProblemMapper(JSON).register(config.routes);
                    routes.register(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return CLIENT.send(request(server, body), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(Javalin where, String body) {
        return HttpRequest.newBuilder(uri(where, "/api/reports"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(uri(server, path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String code(HttpResponse<String> response) throws Exception {
        return JSON.readTree(response.body()).path("code").asText();
    }

    private static URI uri(Javalin where, String path) {
        return URI.create("http://127.0.0.1:" + where.port() + path);
    }
}
