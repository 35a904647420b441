package se.lykta.walk.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.lykta.account.Audience;
import se.lykta.db.TestDatabase;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.words.Name;
import se.lykta.http.ProblemMapper;
import se.lykta.http.RateLimit;
import se.lykta.taxonomy.Taxonomy;
import se.lykta.walk.WalkStore;

/** Protocol and calendar over HTTP: a real server and a real database. */
class WalkProtocolRoutesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private static TestDatabase database;
    private static Javalin server;
    private static Javalin strict;
    private static String walk = "";

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        var clock = Clock.fixed(SampleWalks.PLANNED, ZoneOffset.UTC);
        var store = new WalkStore(database.database().jdbi(), clock, new SecureRandom());
        walk = "/export/walk-"
                + store.add(SampleWalks.walk(SampleWalks.START, 2, 2).plan(), Audience.STAFF)
                        .id();
        server = server(store, 1000);
        strict = server(store, 1);
    }

    @AfterAll
    static void stop() {
        server.stop();
        strict.stop();
        database.close();
    }

    @Test
    void protocolIsAPdfOfTheLanguageAndGroupAskedFor() throws Exception {
        HttpResponse<byte[]> all = get(walk + ".pdf");
        HttpResponse<byte[]> second = get(walk + ".pdf?language=en&group=2");

        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(all.headers().firstValue("Content-Language")).hasValue("sv");
        assertThat(all.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("inline; filename=\"walk-[0-9a-f]{24}\\.pdf\"");
        assertThat(new PdfFile(all.body()).pages()).isEqualTo(8);
        assertThat(new PdfFile(all.body()).text(1)).contains("Trygghetsvandring", "Vid Stortorget");
        assertThat(new PdfFile(second.body()).pages()).isEqualTo(4);
        assertThat(new PdfFile(second.body()).text(1)).contains("Safety walk", "2 of 2");
        assertThat(second.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("-2.pdf");
    }

    @Test
    void codeHoldsTheHostThatWasAsked() throws Exception {
        String code = new PdfFile(get(walk + ".pdf?language=en").body()).code(1);

        assertThat(code)
                .isEqualTo("http://127.0.0.1:%d/#lang=en&walk=%s&panel=walk"
                        .formatted(server.port(), walk.substring("/export/walk-".length())));
    }

    @Test
    void calendarIsAnAttachment() throws Exception {
        HttpResponse<byte[]> calendar = get(walk + ".ics?language=en");

        assertThat(calendar.statusCode()).isEqualTo(200);
        assertThat(calendar.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=utf-8");
        assertThat(calendar.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"walk-[0-9a-f]{24}\\.ics\"");
        assertThat(text(calendar))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("SUMMARY:Safety walk\r\n", "DTSTAMP:20260901T080000Z\r\n");
    }

    @Test
    void whatTheCallerHasIsNotMadeAgain() throws Exception {
        for (String ending : List.of(".pdf", ".ics")) {
            String tag = get(walk + ending).headers().firstValue("ETag").orElseThrow();

            var again = HttpRequest.newBuilder(uri(server, walk + ending)).header("If-None-Match", tag);
            assertThat(send(again).statusCode()).isEqualTo(304);
            var other = HttpRequest.newBuilder(uri(server, walk + ending + "?language=en"))
                    .header("If-None-Match", tag);
            assertThat(send(other).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void allFaultsAreToldAtOnce() throws Exception {
        HttpResponse<byte[]> response = get(walk + ".pdf?language=de&group=eleven&colour=red&version=0");

        JsonNode problem = JSON.readTree(response.body());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(problem.path("code").asText()).isEqualTo("invalid-parameter");
        assertThat(problem.path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("language", "group", "colour", "version");
        assertThat(get(walk + ".ics?group=1").statusCode()).isEqualTo(400);
    }

    @Test
    void groupThatIsNotThereIsAFault() throws Exception {
        HttpResponse<byte[]> response = get(walk + ".pdf?group=3");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(text(response)).contains("\"field\":\"group\"", "3 is not one of the groups 1..2");
    }

    @Test
    void unknownWalkOrVersionIsNotFound() throws Exception {
        assertThat(get("/export/walk-0123456789abcdef01234567.pdf").statusCode())
                .isEqualTo(404);
        assertThat(text(get("/export/walk-x.ics"))).contains("unknown-walk");
        assertThat(get(walk + ".pdf?version=2").statusCode()).isEqualTo(404);
        assertThat(get(walk + ".pdf?version=1").statusCode()).isEqualTo(200);
    }

    @Test
    void printingIsLimitedButKnowingIsNot() throws Exception {
        HttpResponse<byte[]> first = send(HttpRequest.newBuilder(uri(strict, walk + ".pdf")));
        HttpResponse<byte[]> second = send(HttpRequest.newBuilder(uri(strict, walk + ".pdf")));
        HttpResponse<byte[]> known = send(HttpRequest.newBuilder(uri(strict, walk + ".pdf"))
                .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow()));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(known.statusCode()).isEqualTo(304);
    }

    private static Javalin server(WalkStore store, int printsPerHour) {
        var routes = new WalkProtocolRoutes(
                store,
                (box, leastMetres) -> List.of(),
                new RateLimit(printsPerHour, Duration.ofHours(1)),
                new WalkProtocolRoutes.Surroundings(
                        Taxonomy.load(),
                        ZoneId.of("Europe/Stockholm"),
                        position -> Optional.of(new Name("vid Stortorget", "at Stortorget")),
                        () -> "Ljusbro, © OpenStreetMap contributors",
                        () -> MetricCrs.of(MetricCrs.SWEREF_99_TM),
                        () -> "1-1"));
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    new ProblemMapper(JSON).register(config.routes);
                    routes.register(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(server, path)));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static URI uri(Javalin to, String path) {
        return URI.create("http://127.0.0.1:" + to.port() + path);
    }
}
