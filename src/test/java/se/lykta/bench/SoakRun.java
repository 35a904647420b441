package se.lykta.bench;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import se.lykta.report.Moderation;
import se.lykta.taxonomy.Taxonomy;

/** One soak of two services that are running: its readers, writers and watch. Run once. */
final class SoakRun {

    private static final int WRITERS = 4;

    /** A sampled write and the move after it are two writes. */
    private static final int SAMPLES_PER_SECOND = 4;

    private static final int MODERATED = 5;
    private static final int TOLD = 10;
    private static final int HEAP_SAMPLES = 12;
    private static final int COMPARED_TILES = 300;

    /** Until then Java interprets what it has not compiled yet: the first reads take a second and tell nothing of the rest. */
    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(45);

    private final Output output;
    private final List<SoakService> services;
    private final SoakClient client;
    private final BenchReports reports;
    private final SoakWrites writes;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SplittableRandom random;
    private final int count;
    private final int writesPerSecond;
    private final int readers;
    private final long nanos;
    private final List<SoakReads> reads = new ArrayList<>();
    private final List<List<double[]>> heaps = new ArrayList<>();
    private double longestPause;
    private long warmWrites;
    private long start;
    private Instant begun = Instant.EPOCH;

    SoakRun(
            BenchOptions options,
            Output output,
            BenchDatabase database,
            List<SoakService> services,
            SoakClient client) {
        this.output = output;
        this.services = services;
        this.client = client;
        this.count = options.number("reports");
        this.writesPerSecond = options.number("writes");
        this.readers = options.number("readers");
        this.nanos = TimeUnit.SECONDS.toNanos(options.number("seconds"));
        this.random = new SplittableRandom(options.seed());
        this.reports = new BenchReports(Taxonomy.load(), options.seed());
        var jdbi = database.database().jdbi();
        this.writes = new SoakWrites(client, reports, count, jdbi, new Moderation(jdbi, Clock.systemUTC()), threads);
    }

    void run() throws Exception {
        SoakReads.Mix mix = SoakReads.Mix.of(client);
        output.step("%d kinds of filters%s", mix.filters().size(), mix.facets() ? " and facets" : "");
        warmUp(mix);
        start = System.nanoTime();
        begun = Instant.now();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            var reader = new SoakReads(client, reports, count, mix, random.split());
            reads.add(reader);
            running.add(threads.submit(() -> repeat(reader::read, start + nanos)));
        }
        for (int i = 0; i < WRITERS; i++) {
            SplittableRandom own = random.split();
            double rate = (writesPerSecond - 2.0 * SAMPLES_PER_SECOND) / WRITERS;
            running.add(threads.submit(() -> paced(Math.max(0.1, rate), start + nanos, () -> write(own))));
        }
        SplittableRandom own = random.split();
        for (int i = 0; i < SAMPLES_PER_SECOND; i++) {
            SplittableRandom sampler = own.split();
            running.add(threads.submit(() -> paced(1, start + nanos, () -> writes.sample(sampler))));
        }
        watch();
        for (Future<?> future : running) {
            future.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        compare();
        threads.shutdown();
        var trace = new SoakTrace();
        for (SoakService service : services) {
            trace.add(service.recording());
        }
        report(seconds);
        output.table(trace.slowest(writes.sightings(), begun, TOLD));
        heaps();
        figures();
    }

    /** Reads and writes that do not count; their errors do. */
    private void warmUp(SoakReads.Mix mix) throws Exception {
        long end = System.nanoTime() + WARM_UP_NANOS;
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            var reader = new SoakReads(client, reports, count, mix, random.split());
            running.add(threads.submit(() -> repeat(reader::read, end)));
        }
        for (int i = 0; i < WRITERS; i++) {
            SplittableRandom own = random.split();
            running.add(threads.submit(() -> paced((double) writesPerSecond / WRITERS, end, () -> write(own))));
        }
        for (Future<?> future : running) {
            future.get();
        }
        warmWrites = writes.writes();
        output.step("warm after %d s and %d writes", TimeUnit.NANOSECONDS.toSeconds(WARM_UP_NANOS), warmWrites);
    }

    private void write(SplittableRandom own) throws InterruptedException {
        if (own.nextInt(MODERATED) == 0) {
            writes.moderate(own);
        } else {
            writes.report(own);
        }
    }

    /** Looks now and then at what the collectors say, until the time is over. */
    private void watch() throws Exception {
        services.forEach(service -> heaps.add(new ArrayList<>()));
        for (int sample = 0; sample <= HEAP_SAMPLES && !isOver(); sample++) {
            long due = start + nanos / 10 + (nanos - nanos / 10) * sample / HEAP_SAMPLES;
            while (System.nanoTime() < due && !isOver()) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            List<String> said = new ArrayList<>();
            for (int i = 0; i < services.size(); i++) {
                SoakService.Collections collections = services.get(i).collections();
                longestPause = Math.max(longestPause, collections.longestPauseMillis());
                if (sample > 0 && Double.isFinite(collections.leastMegabytes())) {
                    heaps.get(i).add(new double[] {(System.nanoTime() - start) / 1e9, collections.leastMegabytes()});
                }
                said.add(Numbers.of(collections.leastMegabytes()));
            }
            output.step(
                    "%d writes, %d errors, least heap after a collection %s MB",
                    writes.writes(), client.errors(), String.join(" and ", said));
        }
    }

    /** The same bytes from both for a number of tiles, and indexes that equal the database. */
    private void compare() throws InterruptedException {
        int same = 0;
        int sameTag = 0;
        for (int i = 0; i < COMPARED_TILES; i++) {
            BenchReport report = reports.report(1 + random.nextInt(count));
            String path = "tiles/reports"
                    + SoakReads.tile(
                            i % 17, report.point().lonDeg(), report.point().latDeg()) + ".mvt";
            SoakClient.Answer one = tile(0, path);
            SoakClient.Answer other = tile(1, path);
            same += Arrays.equals(one.body(), other.body()) ? 1 : 0;
            sameTag += one.tag().equals(other.tag()) ? 1 : 0;
        }
        if (same < COMPARED_TILES) {
            client.error((COMPARED_TILES - same) + " tiles differ between the processes");
        }
        output.step("%d of %d tiles are the same in both processes, %d tags", same, COMPARED_TILES, sameTag);
        for (int i = 0; i < services.size(); i++) {
            String found = new String(
                    client.send(client.request(i, "health/index", true).build()).body(), StandardCharsets.UTF_8);
            output.step("index of process %d against the database: %s", i + 1, found);
            if (!found.contains("\"equal\":true")) {
                client.error("the index differs from the database");
            }
        }
    }

    private SoakClient.Answer tile(int service, String path) throws InterruptedException {
        return client.send(client.request(service, path, true).build());
    }

    private void report(double seconds) {
        Sample read = reads();
        Sample seen = seen();
        var table = new Table("soak", "", "number", "per second", "p50 ms", "p99 ms", "max ms");
        table.row("reads", read.size(), read.size() / seconds, read.median(), read.quantile(0.99), read.quantile(1));
        long counted = writes.writes() - warmWrites;
        table.row("writes", counted, counted / seconds, "", "", "");
        table.row(
                "seen in a tile",
                seen.size(),
                seen.size() / seconds,
                seen.median(),
                seen.quantile(0.99),
                seen.quantile(1));
        output.table(table);
        output.line("longest pause of a collector %s ms", Numbers.of(longestPause));
        client.firstErrors().forEach(error -> output.line("%s", "error: " + error));
    }

    /** The heaps while all went on, and what is alive now that nothing is asked any more. */
    private void heaps() throws Exception {
        for (int i = 0; i < services.size(); i++) {
            List<double[]> heap = heaps.get(i);
            if (heap.size() > 1) {
                output.line(
                        "least heap after a collection: first %s MB, last %s MB, slope %s MB a minute; alive at the end %s MB",
                        Numbers.of(heap.get(0)[1]),
                        Numbers.of(heap.get(heap.size() - 1)[1]),
                        Numbers.of(60 * slope(heap)),
                        Numbers.of(services.get(i).heapMegabytes()));
            }
        }
    }

    private void figures() {
        double growth = heaps.stream()
                .filter(heap -> heap.size() > 1)
                .mapToDouble(heap -> slope(heap) * (heap.get(heap.size() - 1)[0] - heap.get(0)[0]))
                .max()
                .orElse(Double.NaN);
        output.figure("soak-errors", (double) client.errors());
        output.figure("soak-visible-p99-ms", seen().quantile(0.99));
        output.figure("soak-visible-max-ms", seen().quantile(1));
        output.figure("soak-read-p99-ms", reads().quantile(0.99));
        output.figure("soak-heap-growth-mb", growth);
    }

    private Sample reads() {
        return Sample.of(reads.stream()
                .flatMapToDouble(reader -> DoubleStream.of(reader.millis()))
                .toArray());
    }

    private Sample seen() {
        return Sample.of(writes.sightings().stream()
                .mapToDouble(SoakTrace.Sighting::millis)
                .toArray());
    }

    /**
     * The median of the slopes between all pairs (Theil 1950, Sen 1968): what a job happens to hold at one sample does not
     * move it.
     */
    private static double slope(List<double[]> points) {
        List<Double> slopes = new ArrayList<>();
        for (double[] one : points) {
            for (double[] later : points) {
                if (later[0] > one[0]) {
                    slopes.add((later[1] - one[1]) / (later[0] - one[0]));
                }
            }
        }
        return Sample.of(slopes.stream().mapToDouble(Double::doubleValue).toArray())
                .median();
    }

    private boolean isOver() {
        return System.nanoTime() - start >= nanos;
    }

    private static Void repeat(Work work, long end) throws Exception {
        while (System.nanoTime() - end < 0) {
            work.run();
        }
        return null;
    }

    /** So many a second; what could not be done in time is made up for. */
    private static Void paced(double perSecond, long end, Work work) throws Exception {
        long begin = System.nanoTime();
        for (long done = 0; System.nanoTime() - end < 0; done++) {
            long due = begin + (long) (done / perSecond * 1e9);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            work.run();
        }
        return null;
    }

    private interface Work {
        void run() throws Exception;
    }
}
