package se.lykta.walk.findings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.account.Audiences;
import se.lykta.account.StaffToken;
import se.lykta.db.TestDatabase;
import se.lykta.hotspot.words.Name;
import se.lykta.http.JsonAnswer;
import se.lykta.http.ProblemMapper;
import se.lykta.http.RateLimit;
import se.lykta.http.Routes;
import se.lykta.report.Intake;
import se.lykta.taxonomy.Taxonomy;
import se.lykta.walk.StoredWalks;
import se.lykta.walk.WalkStore;
import se.lykta.walk.invitation.InvitationRoutes;
import se.lykta.walk.invitation.Invitations;
import se.lykta.walk.invitation.WalkAccess;
import se.lykta.walk.plan.WalkPlan;

/** Walk mode over HTTP on a real database, with a clock that tests move; for one test class. */
final class WalkModeServer implements AutoCloseable {

    static final String STAFF = "staff-token-for-tests-0123456789";

    /** Noon in Sweden, light; the municipality is a box around the sample walks. */
    static final Instant NOON = Instant.parse("2026-10-03T10:00:00Z");

    /** Ten at night, dark. */
    static final Instant NIGHT = Instant.parse("2026-10-03T20:00:00Z");

    private static final FindingRoutes.Surroundings SURROUNDINGS = new FindingRoutes.Surroundings(
            position -> Optional.of(new Name("utanför Stadshallen", "outside Stadshallen")), () -> "Lykta");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final TestDatabase database = TestDatabase.create();
    private final HandClock clock = new HandClock(NOON);
    private final WalkStore walks;
    private final FindingReports reports;
    private final Javalin server;

    WalkModeServer() {
        this(100_000);
    }

    /** With a limit on the calls of participants. */
    WalkModeServer(int callsPerHour) {
        Jdbi jdbi = jdbi();
        var random = new SecureRandom();
        walks = new WalkStore(jdbi, clock, random);
        Geometry box = new GeometryFactory().toGeometry(new Envelope(16.4, 16.6, 59.2, 59.4));
        reports = new FindingReports(
                jdbi,
                new Intake(jdbi, Taxonomy.load(), () -> Optional.of(box), ZoneId.of("Europe/Stockholm"), clock, random),
                clock);
        var invitations = new Invitations(jdbi, clock, random);
        var audiences = new Audiences(Optional.of(new StaffToken(STAFF)), false);
        var limit = new RateLimit(callsPerHour, Duration.ofHours(1));
        var findings = new Findings(jdbi, clock);
        var access = new WalkAccess(invitations);
        List<Routes> routes = List.of(
                new ProblemMapper(new JsonAnswer().mapper()),
                new InvitationRoutes(invitations, walks, audiences, limit, clock),
                new FindingRoutes(findings, walks, access, audiences, limit, SURROUNDINGS),
                new ComparisonRoutes(findings, reports, walks, audiences),
                new PhotoRoutes(new Photos(jdbi, clock, findings), access, audiences, limit));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    routes.forEach(one -> one.register(config.routes));
                })
                .start("127.0.0.1", 0);
    }

    HandClock clock() {
        return clock;
    }

    Jdbi jdbi() {
        return database.database().jdbi();
    }

    FindingReports reports() {
        return reports;
    }

    /** Stores a walk and gives its id. */
    String walk(WalkPlan plan) {
        return StoredWalks.add(walks, plan).id();
    }

    /** Plans a walk anew. */
    void change(String walk, WalkPlan plan) {
        StoredWalks.addVersion(walks, walks.find(walk).orElseThrow(), plan);
    }

    /** The token of a new invitation to a walk. */
    String invite(String walk) {
        HttpResponse<String> made = asStaff("POST", "/api/walks/" + walk + "/invitations", "{}");
        if (made.statusCode() != 201) {
            throw new IllegalStateException(made.body());
        }
        return json(made).path("token").asText();
    }

    /** The same for somebody who has opened the link, so that the walk's stops are known. */
    String join(String walk) {
        String token = invite(walk);
        HttpResponse<String> guide = guide(walk, token);
        if (guide.statusCode() != 200) {
            throw new IllegalStateException(guide.body());
        }
        return token;
    }

    HttpResponse<String> guide(String walk, String token) {
        return send(request("/api/walks/" + walk + "/guide").header("Walk-Token", token));
    }

    HttpResponse<String> put(String walk, String finding, String token, String body) {
        return send(request("/api/walks/" + walk + "/findings/" + finding)
                .header("Walk-Token", token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> asStaff(String method, String path, String body) {
        return send(request(path)
                .header("Authorization", "Bearer " + STAFF)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A body with these grades and a comment, both as JSON. */
    static String finding(String hotspot, int revision, Instant answered, String grades, String comment) {
        return "{\"hotspot\":\"%s\",\"revision\":%d,\"answeredAt\":\"%s\",\"grades\":%s,\"comment\":%s}"
                .formatted(hotspot, revision, answered, grades, comment);
    }

    /** The rows of a query. */
    List<Map<String, Object>> rows(String sql, Object... values) {
        return jdbi().withHandle(handle -> handle.select(sql, values).mapToMap().list());
    }

    @Override
    public void close() {
        server.stop();
        database.close();
    }
}
