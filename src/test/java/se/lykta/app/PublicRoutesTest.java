package se.lykta.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.geo.WebMercator;
import se.lykta.place.Municipality;
import se.lykta.place.area.AreaStore;
import se.lykta.place.snap.SnapPointStore;
import se.lykta.place.snap.SnapScale;
import se.lykta.report.Moderation;
import se.lykta.taxonomy.ReportState;

/**
 * No private byte leaves on any public route: canaries lie in every private field, and every path of the API description
 * is read as the public, compressed answers unpacked.
 */
class PublicRoutesTest {

    private static final double LON = 15.0513377;
    private static final double LAT = 58.9517713;
    private static final String SNAP_POINT = "Kanariehöjden";
    private static final List<String> CANARIES = List.of(
            "kanariefågel", "@example.org", "0701-234567", "Kanarie Karlsson", "15.0513", "58.9517", SNAP_POINT);

    private static TestDatabase database;
    private static RunningService service;
    private static String receipt = "";
    private static CanaryWalk walk;

    @BeforeAll
    static void start() throws InterruptedException {
        database = TestDatabase.create();
        addSnapPoint();
        service = RunningService.on(database);
        walk = CanaryWalk.walked(service, "kanariefågel på vandring");
        for (int i = 0; i < 12; i++) {
            HttpResponse<String> sent = service.post("/api/reports", report(i));
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
            receipt = sent.headers().firstValue("Location").orElseThrow();
        }
        var moderation = new Moderation(service.database().jdbi(), Clock.systemUTC());
        List<Long> ids = service.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT id FROM report")
                        .mapTo(Long.class)
                        .list());
        ids.forEach(id -> moderation.move(id, ReportState.PUBLISHED, null, "test"));
        while (!service.get("/export/reports.geojson").body().contains("\"Feature\"")) {
            Thread.sleep(100);
        }
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
    }

    /** A point that no table but its own knows of, some way off the one at which the reports are shown. */
    private static void addSnapPoint() {
        Jdbi jdbi = database.database().jdbi();
        var start = new LonLat(15.05, 58.95);
        new AreaStore(jdbi)
                .replace(
                        new Municipality("Prov", true, Optional.empty(), start, ZoneId.of("Europe/Stockholm")),
                        List.of());
        assertThat(new SnapPointStore(jdbi).list()).hasSize(SnapScale.values().length);
        jdbi.useHandle(
                handle -> handle.createUpdate("INSERT INTO snap_point (least_addresses, geom, kind, name, addresses)"
                                + " VALUES (8, ST_SetSRID(ST_MakePoint(15.06, 58.96), 4326), 'place', :name, 4711)")
                        .bind("name", SNAP_POINT)
                        .execute());
    }

    @Test
    void staffSeeTheExactPlaceSoThatTheCanaryIsThere() {
        assertThat(service.getAsStaff("/export/reports.geojson").body())
                .contains("15.0513")
                .contains("58.9517");
    }

    @Test
    void staffSeeTheSnapPointsThatThePublicIsRefusedByEveryRoute() throws IOException {
        List<String> paths = publicPaths().stream()
                .filter(path -> path.contains("snap-points") && !path.endsWith(".png"))
                .toList();
        int seen = 0;

        // TileJSON, the two kinds of files, and the zooms
        assertThat(paths).hasSize(1 + 2 + 23);
        for (String path : paths) {
            HttpResponse<String> refused = service.get(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(401);
            assertThat(refused.body()).as(path).contains("sign-in-required");
            assertThat(refused.headers().firstValue("Cache-Control")).as(path).contains("no-store");
            seen += text(service.getAsStaff(path)).contains(SNAP_POINT) ? 1 : 0;
        }
        // the file, and the tiles of the first zooms around the reports
        assertThat(seen).isGreaterThan(2);
    }

    @Test
    void staffSeeFindingsAndPhotosOfAWalkThatThePublicIsRefused() {
        String findings = walk.fill("/api/walks/{id}/findings");
        String photo = walk.fill("/api/walks/{id}/findings/{finding}/photos/{photo}");

        assertThat(text(service.getAsStaff(findings)))
                .contains("kanariefågel på vandring")
                .contains("\"report\":");
        assertThat(service.getAsStaff(photo).headers().firstValue("Content-Type"))
                .hasValue("image/jpeg");
        for (String path : List.of(
                findings,
                findings + ".csv",
                photo,
                walk.fill("/api/walks/{id}/guide"),
                walk.fill("/api/walks/{id}/invitations"))) {
            HttpResponse<String> refused = service.get(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(401);
            assertThat(refused.headers().firstValue("Cache-Control")).as(path).contains("no-store");
        }
    }

    @Test
    void headIsAnsweredAsGetIs() {
        for (String path : List.of("/api/hotspots", "/tiles/reports/0/0/0.mvt", "/api/reports/AAAAA-AAAAA", receipt)) {
            HttpResponse<String> get = service.get(path);
            HttpResponse<String> head =
                    service.send(service.request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));

            assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
            assertThat(head.headers().firstValue("ETag"))
                    .isEqualTo(get.headers().firstValue("ETag"));
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void noPublicAnswerHoldsAnythingPrivate() throws IOException {
        List<String> paths = publicPaths();

        assertThat(paths).hasSizeGreaterThan(20);
        for (String path : paths) {
            String answer = text(service.get(path));
            for (String canary : CANARIES) {
                assertThat(answer.toLowerCase(Locale.ROOT))
                        .as("%s on %s", canary, path)
                        .doesNotContain(canary.toLowerCase(Locale.ROOT));
            }
        }
    }

    @Test
    void thePublicCannotAskForMore() {
        for (String path :
                List.of("/api/hotspots", "/api/facets", "/export/reports.geojson", "/tiles/reports/0/0/0.mvt")) {
            assertThat(service.get(path + "?audience=staff").statusCode())
                    .as(path)
                    .isEqualTo(401);
            HttpResponse<String> guessed =
                    service.send(service.request(path + "?audience=staff").header("Authorization", "Bearer guessed"));
            assertThat(guessed.statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void aWrongTokenIsToldInsteadOfAnsweredAsThePublic() {
        for (String path : List.of("/api/hotspots", "/api/municipality", "/tiles/reports/0/0/0.mvt")) {
            HttpResponse<String> answer = service.send(service.request(path).header("Authorization", "Bearer guessed"));

            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.body()).contains("wrong-token");
        }
    }

    @Test
    void onlyStaffReportInTheNameOfThePolice() {
        String report = "{\"position\":[15.05,58.95],\"causes\":[\"A11\"],\"recurring\":true,\"source\":\"police\"}";

        HttpResponse<String> byAnybody = service.post("/api/reports", report);
        HttpResponse<String> byStaff = service.send(service.request("/api/reports")
                .header("Authorization", "Bearer " + RunningService.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(report)));

        assertThat(byAnybody.statusCode()).isEqualTo(400);
        assertThat(byAnybody.body()).contains("signed-in");
        assertThat(byStaff.statusCode()).as(byStaff.body()).isEqualTo(201);
    }

    @Test
    void signingInGivesACookieThatIsNotTheToken() {
        HttpResponse<String> wrong = service.post("/api/session", "{\"token\":\"wrong\"}");
        HttpResponse<String> right = service.post("/api/session", "{\"token\":\"" + RunningService.TOKEN + "\"}");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(right.statusCode()).isEqualTo(204);
        String cookie = right.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").doesNotContain(RunningService.TOKEN);
        HttpResponse<String> asStaff = service.send(service.request("/export/reports.geojson?audience=staff")
                .header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
        assertThat(asStaff.body()).contains("15.0513");
    }

    private static String report(int number) {
        return String.format(
                Locale.ROOT,
                "{\"position\":[%s,%s],\"causes\":[\"A11\"],\"occurredAt\":\"2026-05-%02dT22:30:00+02:00\","
                        + "\"text\":\"kanariefågel i busken\",\"contact\":{\"name\":\"Kanarie Karlsson\","
                        + "\"email\":\"kanarie%d@example.org\",\"phone\":\"0701-234567\"}}",
                LON,
                LAT,
                number + 1,
                number);
    }

    /** Every path that can be read, with values for its parameters; tiles around the canary at every zoom. */
    private static List<String> publicPaths() throws IOException {
        JsonNode paths = new JsonMapper()
                .readTree(text(service.get("/api/openapi.json")))
                .path("paths");
        List<String> found = new ArrayList<>(List.of(receipt));
        paths.properties().forEach(path -> {
            if (path.getValue().has("get")) {
                fill(path.getKey(), found);
            }
        });
        return found;
    }

    private static void fill(String template, List<String> found) {
        if (template.contains("walk") || template.contains("{finding}")) {
            found.add(walk.fill(template));
        }
        for (String layer : List.of("reports", "points", "hotspots", "snap-points", "heat", "base")) {
            String path = template.replace("{layer}", layer)
                    .replace("{receipt}", "unknown")
                    .replace("{id}", "unknown")
                    .replace("{finding}", "unknown")
                    .replace("{photo}", "unknown");
            if (!path.contains("{z}")) {
                found.add(path);
                continue;
            }
            for (int zoom = 0; zoom <= 22; zoom++) {
                int x = WebMercator.cellX(LON) >>> (31 - zoom);
                int y = WebMercator.cellY(LAT) >>> (31 - zoom);
                found.add(path.replace("{z}", "" + zoom).replace("{x}", "" + x).replace("{y}", "" + y));
            }
        }
    }

    private static String text(HttpResponse<String> response) {
        byte[] bytes = response.body().getBytes(StandardCharsets.ISO_8859_1);
        if (response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isEmpty()) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
