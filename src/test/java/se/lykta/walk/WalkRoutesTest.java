package se.lykta.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.HotspotBoard;
import se.lykta.hotspot.HotspotFinder;
import se.lykta.hotspot.Streets;
import se.lykta.hotspot.words.Name;
import se.lykta.http.ProblemMapper;
import se.lykta.http.RateLimit;
import se.lykta.index.Filters;
import se.lykta.index.Indexes;
import se.lykta.index.Snapshot;
import se.lykta.index.SnapshotBuilder;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/** Walks over HTTP: a real server, a real database, the grid town and two hotspots in it. */
class WalkRoutesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Taxonomy TAXONOMY = Taxonomy.load();

    private static TestDatabase database;
    private static FootNetwork town;
    private static Javalin server;
    private static Javalin withoutMap;

    @BeforeAll
    static void start(@TempDir Path directory) {
        database = TestDatabase.create();
        town = FootNetwork.open(GridTown.file(directory), directory.resolve("graph"));
        server = server(Optional.of(new WalkPlanner(town, ZoneId.of("Europe/Stockholm"))), 1000);
        withoutMap = server(Optional.empty(), 2);
    }

    @AfterAll
    static void stop() {
        server.stop();
        withoutMap.stop();
        town.close();
        database.close();
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
        assertThat(walk.path("features")).hasSize(3);
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

        var again = HttpRequest.newBuilder(uri(server, location)).header("If-None-Match", tag);

        assertThat(send(again).statusCode()).isEqualTo(304);
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
        assertThat(post("{\"cause\": \"A42\"}").body()).contains("no-hotspots");
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
        HttpResponse<String> first = post(withoutMap, "{}");

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.body()).contains("no-network", "./lykta import-osm FILE");
        post(withoutMap, "{}");
        assertThat(post(withoutMap, "{}").statusCode()).isEqualTo(429);
    }

    private static Javalin server(Optional<WalkPlanner> planner, int calls) {
        var indexes = new Indexes();
        indexes.replace(Audience.STAFF, snapshot());
        var finder = new HotspotFinder(
                TAXONOMY,
                () -> MetricCrs.of("EPSG:3006"),
                ZONE,
                position -> Optional.of(new Name("vid torget", "at the square")),
                Streets.NONE);
        var clock = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);
        var store = new WalkStore(database.database().jdbi(), clock, new SecureRandom());
        var routes = new WalkRoutes(
                () -> planner,
                new WalkCandidates(new HotspotBoard(indexes, finder, clock), new Filters(TAXONOMY, ZONE, List::of)),
                store,
                new Audiences(Optional.empty(), true),
                new RateLimit(calls, Duration.ofHours(1)),
                new WalkRoutes.Defaults(() -> GridTown.at(0, 0), () -> LocalDate.of(2026, 7, 1), () -> "Lykta"));
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    new ProblemMapper(JSON).register(config.routes);
                    routes.register(config.routes);
                    new WalkExportRoutes(store, () -> "Lykta").register(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    /** Twelve reports of poor lighting at (3, 0) and ten of speeding at (5, 2). */
    private static Snapshot snapshot() {
        var builder = new SnapshotBuilder();
        for (int i = 0; i < 22; i++) {
            boolean lighting = i < 12;
            LonLat place = lighting ? GridTown.at(3, 0) : GridTown.at(5, 2);
            long cause = TAXONOMY.getCause(lighting ? "A11" : "B11").mask();
            int minute = 29_000_000 + i * 1440;
            builder.add(new ReportPoint(
                    i + 1L,
                    place.lonDeg(),
                    place.latDeg(),
                    cause,
                    minute,
                    Source.RESIDENT,
                    ReportState.PUBLISHED,
                    Light.DARK,
                    100 + i % 5));
        }
        return builder.build(1);
    }

    private static String withoutId(String walk) throws IOException {
        return walk.replace(JSON.readTree(walk).path("id").asText(), "ID");
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return post(server, body);
    }

    private static HttpResponse<String> post(Javalin to, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(to, "/api/walks"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(server, path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(Javalin to, String path) {
        return URI.create("http://127.0.0.1:" + to.port() + path);
    }
}
