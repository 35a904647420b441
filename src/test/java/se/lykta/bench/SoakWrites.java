package se.lykta.bench;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import se.lykta.http.ApiException;
import se.lykta.report.Moderation;
import se.lykta.taxonomy.ReportState;

/**
 * Writes that are followed onto the map: a report by the API or a move of moderation, and for some of them the time from
 * the answer until the tile of every process shows it.
 *
 * <p>A sampled report stands alone in the Atlantic, each in a tile of its own: the tile is empty before and is not
 * after. Safe for use by many threads.
 */
final class SoakWrites {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The number in the tag of a tile for staff. */
    private static final Pattern VERSION = Pattern.compile("-staff-(\\d+)-");

    private static final long ASKED_EVERY_NANOS = 20_000_000L;
    private static final int ROW = 800;
    private static final double STEP_DEGREES = 0.025;
    private static final int ZOOM = 16;

    private final SoakClient client;
    private final BenchReports reports;
    private final int count;
    private final Jdbi jdbi;
    private final Moderation moderation;
    private final Executor askers;
    private final AtomicInteger samples = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final Queue<SoakTrace.Sighting> sightings = new ConcurrentLinkedQueue<>();

    /**
     * The writes of a soak.
     *
     * @param count reports that are there from the start, numbers 1..count
     */
    SoakWrites(SoakClient client, BenchReports reports, int count, Jdbi jdbi, Moderation moderation, Executor askers) {
        this.client = client;
        this.count = count;
        this.reports = reports;
        this.jdbi = jdbi;
        this.moderation = moderation;
        this.askers = askers;
    }

    /** A report where others are. */
    void report(SplittableRandom random) throws InterruptedException {
        BenchReport near = reports.report(1 + random.nextInt(1_000_000));
        post(
                random.nextInt(client.services()),
                near.point().lonDeg(),
                near.point().latDeg());
    }

    /** Publishes a report that waits, if there is one. */
    void moderate(SplittableRandom random) {
        jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT id FROM report WHERE state = 'received' AND id > :least ORDER BY id LIMIT 1
                                """)
                        .bind("least", random.nextInt(count))
                        .mapTo(Long.class)
                        .findOne())
                .ifPresent(this::publish);
    }

    /** A report and its publication, both followed. */
    void sample(SplittableRandom random) throws InterruptedException {
        int number = samples.getAndIncrement();
        double lonDeg = -45 + STEP_DEGREES * (number % ROW);
        int row = number / ROW;
        double latDeg = 20 + STEP_DEGREES * row;
        if (!post(random.nextInt(client.services()), lonDeg, latDeg)) {
            return;
        }
        String tile = "tiles/reports" + SoakReads.tile(ZOOM, lonDeg, latDeg) + ".mvt";
        follow(tile + "?state=received");
        jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT id FROM report
                                WHERE geom && ST_Expand(ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), 0.001)
                                """)
                        .bind("lon", lonDeg)
                        .bind("lat", latDeg)
                        .mapTo(Long.class)
                        .findOne())
                .ifPresentOrElse(this::publish, () -> client.error("an accepted report is not in the database"));
        follow(tile);
    }

    int writes() {
        return writes.get();
    }

    /** What was seen, once for each process; the time counts from the answer to the write. */
    List<SoakTrace.Sighting> sightings() {
        return List.copyOf(sightings);
    }

    private void publish(long id) {
        try {
            moderation.move(id, ReportState.PUBLISHED, null, "soak");
            writes.incrementAndGet();
        } catch (ApiException e) {
            if (!e.code().equals("invalid-move") && !e.code().equals("state-conflict")) { // another was quicker
                client.error("moderation: " + e.getMessage());
            }
        }
    }

    private boolean post(int service, double lonDeg, double latDeg) throws InterruptedException {
        String json = String.format(
                Locale.ROOT,
                "{\"position\":[%.6f,%.6f],\"causes\":[\"A11\"],\"recurring\":true,\"source\":\"resident\"}",
                lonDeg,
                latDeg);
        SoakClient.Answer answer = client.send(client.request(service, "api/reports", true)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
        if (answer.status() == 201) {
            writes.incrementAndGet();
        }
        return answer.status() == 201;
    }

    /** Asks all processes for a tile until each has something in it. */
    private void follow(String tile) {
        Instant written = Instant.now();
        CompletableFuture<?>[] asked = new CompletableFuture<?>[client.services()];
        Arrays.setAll(asked, service -> CompletableFuture.runAsync(() -> ask(service, tile, written), askers));
        CompletableFuture.allOf(asked).join();
    }

    private void ask(int service, String tile, Instant written) {
        HttpRequest request = client.request(service, tile, true).build();
        Instant end = written.plus(PATIENCE);
        try {
            Instant asked = Instant.now();
            SoakClient.Answer answer = client.send(request);
            while (answer.status() != 200 && asked.isBefore(end)) {
                LockSupport.parkNanos(ASKED_EVERY_NANOS);
                asked = Instant.now();
                answer = client.send(request);
            }
            if (answer.status() != 200) {
                client.error("not seen by process " + service + ": " + tile);
            }
            Matcher version = VERSION.matcher(answer.tag());
            long number = version.find() ? Long.parseLong(version.group(1)) : 0;
            sightings.add(new SoakTrace.Sighting(service, number, written, asked, Instant.now()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
