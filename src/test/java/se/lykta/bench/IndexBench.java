package se.lykta.bench;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;
import se.lykta.index.SnapshotBuilder;
import se.lykta.index.Summary;
import se.lykta.report.PointView;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Taxonomy;
import se.lykta.tile.BenchTiles;

/**
 * The read index by itself, without a database: how long it takes to build and to change, what it weighs, how fast it is
 * scanned and how long cluster queries without encoding take at every zoom.
 */
final class IndexBench implements Benchmark {

    private static final long ROUND_NANOS = 20_000_000;
    private static final int ROUNDS = 5;
    private static final int LAST_ZOOM = 17;

    @Override
    public String summary() {
        return "build, change, scan and query the read index alone";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("reports", "1000000", "seed", "1", "tiles", "30");
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        int size = options.number("reports");
        var reports = new BenchReports(Taxonomy.load(), options.seed());
        output.step("generating %d reports, before %d MB", size, usedMegabytes());
        SnapshotBuilder[] builders = new SnapshotBuilder[ROUNDS];
        Snapshot snapshot = Snapshot.empty(0);
        double[] walls = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            builders[round] = filled(reports, size);
            long start = System.nanoTime();
            snapshot = builders[round].build(1);
            walls[round] = (System.nanoTime() - start) / 1e6;
            builders[round] = new SnapshotBuilder();
        }
        long megabytes = usedMegabytes();
        output.step("built, %d MB, %.1f bytes a report", megabytes, megabytes * 1e6 / size);
        output.figure("index-build-ms", Sample.of(walls).median());
        changes(snapshot, reports, output);
        scans(snapshot, output);
        queries(snapshot, options.number("tiles"), new Random(options.seed()), output);
    }

    private static SnapshotBuilder filled(BenchReports reports, int size) {
        var builder = new SnapshotBuilder();
        int parts = 8;
        List<Consumer<PointView>> sinks =
                IntStream.range(0, parts).mapToObj(i -> builder.part()).toList();
        IntStream.range(0, parts).parallel().forEach(part -> {
            for (long id = 1 + (long) size * part / parts; id <= (long) size * (part + 1) / parts; id++) {
                sinks.get(part).accept(reports.report(id).point());
            }
        });
        return builder;
    }

    private static void changes(Snapshot snapshot, BenchReports reports, Output output) throws Exception {
        var stopwatch = new Stopwatch(CpuClock.thread(), ROUND_NANOS, ROUNDS);
        long[] next = {snapshot.size()};
        for (int batch : new int[] {1, 50, 1000}) {
            var cost = stopwatch.measure(() -> {
                List<ReportPoint> changed = new ArrayList<>();
                for (int i = 0; i < batch; i++) {
                    changed.add(reports.report(++next[0]).point());
                }
                return snapshot.with(next[0], changed, new long[] {1 + next[0] % snapshot.size()})
                        .size();
            });
            output.step("change of %d reports: %.0f µs", batch, cost.cpuMicros());
            output.figure("index-change-" + batch + "-us", cost.cpuMicros());
        }
    }

    private static void scans(Snapshot snapshot, Output output) throws Exception {
        var stopwatch = new Stopwatch(CpuClock.thread(), ROUND_NANOS, ROUNDS);
        for (Map.Entry<String, Filter> filter : filters().entrySet()) {
            var cost = stopwatch.measure(() -> {
                var summary = new Summary();
                snapshot.summarise(filter.getValue(), 0, Long.MAX_VALUE, summary);
                return summary.count();
            });
            double nanos = cost.cpuMicros() * 1000 / snapshot.size();
            output.step(
                    "summary of all, %s: %.2f ns a row, %d wanted",
                    filter.getKey(), nanos, filter.getValue().count(snapshot));
            output.figure("index-scan-" + filter.getKey() + "-ns", nanos);
        }
    }

    private static void queries(Snapshot snapshot, int tiles, Random random, Output output) throws Exception {
        var stopwatch = new Stopwatch(CpuClock.thread(), ROUND_NANOS / 10, 3);
        var drawing = new BenchTiles(Taxonomy.load(), ZoneOffset.UTC);
        for (Map.Entry<String, Filter> filter : filters().entrySet()) {
            double[] all = new double[(LAST_ZOOM + 1) * tiles];
            for (int zoom = 0; zoom <= LAST_ZOOM; zoom++) {
                double[] micros = new double[tiles];
                for (int i = 0; i < tiles; i++) {
                    long code = snapshot.morton(random.nextInt(snapshot.size()));
                    var tile = new TileId(zoom, Morton.x(code) >> (31 - zoom), Morton.y(code) >> (31 - zoom));
                    micros[i] = stopwatch
                            .measure(() -> drawing.query(snapshot, filter.getValue(), tile))
                            .cpuMicros();
                    all[zoom * tiles + i] = micros[i];
                }
                output.step(
                        "clusters, %s, z%d: median %.1f µs, most %.1f µs",
                        filter.getKey(),
                        zoom,
                        Sample.of(micros).median(),
                        Sample.of(micros).quantile(1));
            }
            output.figure("clusters-" + filter.getKey() + "-us", Sample.of(all).median());
            output.figure(
                    "clusters-" + filter.getKey() + "-p99-us", Sample.of(all).quantile(0.99));
        }
    }

    /** The default, one that wants every row and one that wants few. */
    private static Map<String, Filter> filters() {
        Map<String, Filter> filters = new TreeMap<>();
        filters.put("counting", Filter.counting());
        filters.put("everything", Filter.everything());
        filters.put(
                "year",
                Filter.counting().withWindow(BenchReports.FIRST_MINUTE, BenchReports.FIRST_MINUTE + 365 * 1440));
        return filters;
    }

    private static long usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
    }
}
