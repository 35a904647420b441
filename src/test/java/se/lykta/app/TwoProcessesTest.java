package se.lykta.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.lykta.db.TestDatabase;
import se.lykta.geo.WebMercator;
import se.lykta.place.area.AreaImport;
import se.lykta.report.Moderation;
import se.lykta.taxonomy.ReportState;

/**
 * Two services on one database: what is accepted by one is in the tiles of both, and these are the same. How soon is for
 * {@code bench soak} to measure.
 */
class TwoProcessesTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final double LAT_DEG = 56.27;

    private static TestDatabase database;
    private static RunningService first;
    private static RunningService second;
    private static Jdbi jdbi;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        jdbi = database.database().jdbi();
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO outbox (first_report_id, last_report_id, written_at)
                VALUES (1, 1, now() - interval '8 days'), (2, 2, now() - interval '6 days')
                """));
        first = RunningService.on(database);
        second = RunningService.on(database);
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        database.close();
    }

    @Test
    void anAcceptedAndAPublishedReportAreInTheTilesOfBoth() {
        assertThat(emptyInBoth(tile(16, 14.5))).isTrue();

        send(first, 14.5);
        awaitIn(LONG, () -> shownInBoth(tile(16, 14.5) + "?state=received"));
        assertThat(emptyInBoth(tile(16, 14.5))).isTrue();

        new Moderation(jdbi, Clock.systemUTC()).move(newestReport(), ReportState.PUBLISHED, null, "eva");
        awaitIn(LONG, () -> shownInBoth(tile(16, 14.5)));
    }

    @Test
    void aCutListenerOfBothLosesNothing() {
        jdbi.useHandle(handle -> handle.execute("""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND query LIKE 'LISTEN %'
                """));

        send(second, 14.7);

        awaitIn(LONG, () -> shownInBoth(tile(16, 14.7) + "?state=received"));
    }

    @Test
    void bothHaveTheSameTilesAndTagsAfterManyWrites() {
        for (int i = 0; i < 60; i++) {
            send(i % 2 == 0 ? first : second, 14.9 + 0.001 * (i % 7));
        }
        awaitIn(LONG, () -> version(first) == newestNumber() && version(second) == newestNumber());

        for (int zoom = 0; zoom <= 18; zoom++) {
            String tile = tile(zoom, 14.9) + "?state=received";
            HttpResponse<String> one = first.getAsStaff(tile);
            HttpResponse<String> other = second.getAsStaff(tile);
            assertThat(one.statusCode()).isEqualTo(200);
            assertThat(other.body()).isEqualTo(one.body());
            assertThat(other.headers().firstValue("ETag"))
                    .isEqualTo(one.headers().firstValue("ETag"));
        }
    }

    @Test
    void linesOfTheOutboxAreForgottenAfterSevenDays() {
        awaitIn(
                LONG,
                () -> numbers("SELECT number FROM outbox WHERE number <= 2").equals(List.of(2L)));

        assertThat(numbers("SELECT number FROM outbox_horizon")).containsExactly(1L);
    }

    @Test
    void anAreaDrawnInOneIsInTheFilterOfBoth() {
        String square =
                "{\"type\":\"Polygon\",\"coordinates\":[[[14.2,56],[15.2,56],[15.2,56.5],[14.2,56.5],[14.2,56]]]}";
        String town = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                + "{\"kind\":\"municipality\",\"name\":\"Provköping\"},\"geometry\":" + square + "}]}";
        new AreaImport(jdbi)
                .run(
                        town.getBytes(StandardCharsets.UTF_8),
                        new AreaImport.Options(null, ZoneId.of("Europe/Stockholm")));

        HttpResponse<String> made = first.send(first.request("/api/areas")
                .header("Authorization", "Bearer " + RunningService.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"type\":\"Feature\",\"properties\":{\"name\":\"Allt\"},\"geometry\":" + square + "}")));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String filter = "/api/facets?area=" + made.body().replaceFirst("(?s).*\"id\":(\\d+).*", "$1");

        assertThat(first.getAsStaff(filter).statusCode()).isEqualTo(200);
        awaitIn(LONG, () -> second.getAsStaff(filter).statusCode() == 200);
    }

    private static void send(RunningService service, double lonDeg) {
        HttpResponse<String> answer = service.post(
                "/api/reports",
                String.format(
                        Locale.ROOT,
                        "{\"position\":[%.6f,%.6f],\"causes\":[\"A11\"],\"recurring\":true,\"source\":\"resident\"}",
                        lonDeg,
                        LAT_DEG));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static String tile(int zoom, double lonDeg) {
        int shift = WebMercator.BITS - zoom;
        return "/tiles/reports/%d/%d/%d.mvt"
                .formatted(zoom, WebMercator.cellX(lonDeg) >>> shift, WebMercator.cellY(LAT_DEG) >>> shift);
    }

    private static boolean shownInBoth(String tile) {
        return first.getAsStaff(tile).statusCode() == 200
                && second.getAsStaff(tile).statusCode() == 200;
    }

    private static boolean emptyInBoth(String tile) {
        return first.getAsStaff(tile).statusCode() == 204
                && second.getAsStaff(tile).statusCode() == 204;
    }

    private static long version(RunningService service) {
        String answer = service.getAsStaff("/health/index").body();
        return Long.parseLong(answer.replaceFirst("(?s).*\"version\"\\s*:\\s*(\\d+).*", "$1"));
    }

    private static long newestNumber() {
        return numbers("SELECT max(number) FROM outbox").get(0);
    }

    private static long newestReport() {
        return numbers("SELECT max(id) FROM report").get(0);
    }

    private static List<Long> numbers(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).list());
    }

    private static void awaitIn(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        boolean reached = condition.getAsBoolean();
        while (!reached && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            reached = condition.getAsBoolean();
        }
        assertThat(reached).as("within " + patience).isTrue();
    }
}
