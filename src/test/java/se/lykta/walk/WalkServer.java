package se.lykta.walk;

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
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.account.StaffToken;
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
import se.lykta.walk.network.FootNetwork;
import se.lykta.walk.network.GridTown;
import se.lykta.walk.plan.WalkPlanner;

/** Walks over HTTP: a real server, a real database, the grid town and three hotspots in it; the public sees two of them. */
final class WalkServer implements AutoCloseable {

    static final String TOKEN = "a-token-for-tests-of-walks";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.create();
    private final FootNetwork town;
    private final Javalin server;

    /**
     * A server.
     *
     * @param demo everybody is staff
     * @param withMap whether there is a foot network
     * @param calls how often one may plan
     */
    WalkServer(Path directory, boolean demo, boolean withMap, int calls) {
        town = FootNetwork.open(GridTown.file(directory), directory.resolve("graph"));
        var indexes = new Indexes();
        indexes.replace(Audience.STAFF, snapshot(32));
        indexes.replace(Audience.PUBLIC, snapshot(22));
        var finder = new HotspotFinder(
                TAXONOMY,
                () -> MetricCrs.of("EPSG:3006"),
                ZONE,
                position -> Optional.of(new Name("vid torget", "at the square")),
                Streets.NONE);
        var planner = new WalkPlanner(town, ZONE);
        var store = new WalkStore(database.database().jdbi(), CLOCK, new SecureRandom());
        var routes = new WalkRoutes(
                () -> withMap ? Optional.of(planner) : Optional.empty(),
                new WalkCandidates(new HotspotBoard(indexes, finder, CLOCK), new Filters(TAXONOMY, ZONE, List::of)),
                store,
                new Audiences(Optional.of(new StaffToken(TOKEN)), demo),
                new RateLimit(calls, Duration.ofHours(1)),
                new WalkRoutes.Defaults(() -> GridTown.at(0, 0), () -> LocalDate.of(2026, 7, 1), () -> "Lykta"));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    new ProblemMapper(JSON).register(config.routes);
                    routes.register(config.routes);
                    new WalkExportRoutes(store, () -> "Lykta").register(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    /** Twelve reports of poor lighting at (3, 0), ten of speeding at (5, 2), then ten of graffiti at (1, 3). */
    private static Snapshot snapshot(int reports) {
        var builder = new SnapshotBuilder();
        for (int i = 0; i < reports; i++) {
            String cause = i < 12 ? "A11" : i < 22 ? "B11" : "A42";
            LonLat place = i < 12 ? GridTown.at(3, 0) : i < 22 ? GridTown.at(5, 2) : GridTown.at(1, 3);
            int minute = 29_000_000 + i * 1440;
            builder.add(new ReportPoint(
                    i + 1L,
                    place.lonDeg(),
                    place.latDeg(),
                    TAXONOMY.getCause(cause).mask(),
                    minute,
                    Source.RESIDENT,
                    ReportState.PUBLISHED,
                    Light.DARK,
                    100 + i % 5));
        }
        return builder.build(1);
    }

    HttpResponse<String> plan(String body) throws IOException, InterruptedException {
        return post("/api/walks", body);
    }

    /** Posts with more headers: name, value, name, value. */
    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.POST(BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    @Override
    public void close() {
        server.stop();
        town.close();
        database.close();
    }
}
