package se.lykta.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Failures, entity tags and the rate limit as a client sees them, over a real server. */
class ProblemTest {

    private static final JsonAnswer ANSWER = new JsonAnswer();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Javalin server;

    @BeforeAll
    static void start() {
        var limit = new RateLimit(2, Duration.ofHours(1));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.http.prefer405over404 = true;
                    new ProblemMapper(ANSWER.mapper()).register(config.routes);
                    config.routes.get("/invalid", context -> {
                        throw ApiException.invalid("bad", List.of(new Fault("a", "one"), new Fault("b", "two")));
                    });
                    config.routes.get("/broken", context -> {
                        throw new IllegalStateException("password=hemligt");
                    });
                    config.jetty.modifyServer(it -> it.setErrorHandler(new ServerErrors(ANSWER.mapper())));
                    config.routes.get("/many", context -> {
                        throw ApiException.invalid(
                                "bad", Collections.nCopies(5_000, new Fault("f".repeat(5_000), "m".repeat(5_000))));
                    });
                    config.routes.post(
                            "/body", context -> JsonBody.of(context, 100).check("bad"));
                    config.routes.get("/limited", limit::check);
                    config.routes.get("/answer", context -> ANSWER.send(context, List.of(1, 2), JsonAnswer.PUBLIC));
                })
                .start("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void aWrongRequestIsToldInFull() throws Exception {
        HttpResponse<String> response = get("/invalid");

        JsonNode problem = ANSWER.mapper().readTree(response.body());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.path("code").asText()).isEqualTo("bad");
        assertThat(problem.path("errors")).hasSize(2);
    }

    @Test
    void ourFaultTellsOnlyAnIncident() throws Exception {
        HttpResponse<String> response = get("/broken");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body())
                .contains("incident")
                .doesNotContain("hemligt")
                .doesNotContain("IllegalState");
    }

    @Test
    void anUnknownPathAndMethodAreProblemsToo() throws Exception {
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(get("/nowhere").body()).contains("not-found");
        var post = HttpRequest.newBuilder(uri("/answer")).POST(HttpRequest.BodyPublishers.noBody());
        assertThat(send(post).statusCode()).isEqualTo(405);
    }

    @Test
    void aWrongMethodHearsWhichAreAllowed() throws Exception {
        var post = HttpRequest.newBuilder(uri("/answer")).POST(HttpRequest.BodyPublishers.noBody());

        assertThat(send(post).headers().firstValue("Allow").orElse("")).contains("GET");
    }

    @Test
    void manyFaultsAreNotAllTold() throws Exception {
        JsonNode problem = ANSWER.mapper().readTree(get("/many").body());

        assertThat(problem.path("errors")).hasSize(50);
        assertThat(problem.path("detail").asText()).isEqualTo("5000 faults, see errors, the first 50 are told");
        assertThat(problem.toString()).hasSizeLessThan(60_000);
    }

    @Test
    void whatTheServerRefusesIsAProblemToo() throws Exception {
        for (String line : List.of("GET /%00", "GET /../../etc/passwd", "GET /%", "GET /" + "a".repeat(20_000))) {
            String answer = raw(line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(answer).as(line).contains("application/problem+json").containsPattern("\"code\":\"[a-z-]+\"");
            assertThat(answer).doesNotContain("<html>").doesNotContain("passwd");
        }
    }

    @Test
    void aBodyInBrokenPiecesIsTheCallersFault() throws Exception {
        String head = """
                POST /body HTTP/1.1
                Host: x
                Content-Type: application/json
                Transfer-Encoding: chunked
                Connection: close

                zz
                """;

        String answer = raw(head.replace("\n", "\r\n"));

        assertThat(answer).startsWith("HTTP/1.1 400").contains("incomplete-body");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theThirdCallOfAnAddressHasToWait() throws Exception {
        get("/limited");
        get("/limited");

        HttpResponse<String> third = get("/limited");

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void whoHasTheAnswerGetsNotModified() throws Exception {
        HttpResponse<String> first = get("/answer");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(tag).as("the server may send other bytes for it, gzipped").startsWith("W/\"");
        for (String known : List.of(tag, "\"other\", " + tag, tag.substring("W/".length()), "*")) {
            HttpResponse<String> again =
                    send(HttpRequest.newBuilder(uri("/answer")).header("If-None-Match", known));
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
        assertThat(send(HttpRequest.newBuilder(uri("/answer")).header("If-None-Match", "\"other\""))
                        .body())
                .isEqualTo("[1,2]");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
