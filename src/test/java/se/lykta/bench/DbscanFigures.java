package se.lykta.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import se.lykta.hotspot.density.Clustering;
import se.lykta.hotspot.density.Dbscan;

/**
 * DBSCAN over a million points, over reports that were snapped to few positions and over a file; then, on fewer points, with
 * scikit-learn, R dbscan and PostGIS.
 */
final class DbscanFigures implements Benchmark {

    private static final double EPS_METRES = 50;
    private static final int MIN_PTS = 30;
    private static final int ROUNDS = 5;

    @Override
    public String summary() {
        return "exact clusters, eps 50 m, at least 30 points";
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                "points", "1000000",
                "snapped", "1730000",
                "positions", "100000",
                "peer-points", "200000",
                "seed", "1",
                "file", "");
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        var table = new Table("DBSCAN", "points", "n", "clusters", "noise", "first, CPU s", "CPU s", "MB");
        Cost clustered = measure(BenchPoints.clustered(options.number("points"), options.seed()));
        row("clustered", clustered, table);
        Cost snapped =
                measure(BenchPoints.snapped(options.number("snapped"), options.number("positions"), options.seed()));
        row("snapped", snapped, table);
        Optional<Path> file = options.findPath("file");
        if (file.isPresent()) {
            row(file.get().getFileName().toString(), measure(BenchPoints.read(file.get())), table);
        }
        output.table(table);
        peers(options, output);
        output.figure("dbscan-1m-cpu-s", clustered.cpuSeconds);
        output.figure("dbscan-1m-mb", clustered.megabytes);
        output.figure("dbscan-snapped-cpu-s", snapped.cpuSeconds);
    }

    private static void peers(BenchOptions options, Output output) throws Exception {
        int size = options.number("peer-points");
        int positions = Math.max(1, (int) ((long) options.number("positions") * size / options.number("snapped")));
        var table = new Table(
                "the same clusters from others, %d points".formatted(size),
                "points",
                "program",
                "CPU s",
                "times",
                "MB");
        compare("clustered", BenchPoints.clustered(size, options.seed()), table, output);
        compare("snapped", BenchPoints.snapped(size, positions, options.seed()), table, output);
        output.table(table);
    }

    private static void compare(String what, BenchPoints points, Table table, Output output) throws Exception {
        Cost cost = measure(points);
        table.row(what, "Lykta", cost.cpuSeconds, 1.0, cost.megabytes);
        new DbscanPeers(EPS_METRES, MIN_PTS, output).compare(what, points, cost.clustering, cost.cpuSeconds, table);
        output.step("compared on %s points", what);
    }

    /**
     * What a clustering costs.
     *
     * @param firstSeconds CPU of the first run with all that Java compiles in it
     * @param cpuSeconds CPU of the whole process, collector included, the median of the later runs
     * @param megabytes all that one run allocates, and its input: what is alive at once is less
     */
    private record Cost(Clustering clustering, double firstSeconds, double cpuSeconds, double megabytes) {}

    private static Cost measure(BenchPoints points) {
        var dbscan = new Dbscan(EPS_METRES, MIN_PTS);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        CpuClock clock = CpuClock.process();
        double[] seconds = new double[ROUNDS];
        long bytes = 0;
        Clustering clustering = dbscan.cluster(new double[0], new double[0]);
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            long start = clock.nanos();
            clustering = dbscan.cluster(points.x(), points.y());
            seconds[round] = (clock.nanos() - start) / 1e9;
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }
        double median = Sample.of(Arrays.copyOfRange(seconds, 1, ROUNDS)).median();
        return new Cost(clustering, seconds[0], median, (bytes + 2.0 * Double.BYTES * points.size()) / 1e6);
    }

    private static void row(String name, Cost cost, Table table) {
        Clustering clustering = cost.clustering;
        int noise = 0;
        for (int row = 0; row < clustering.size(); row++) {
            noise += clustering.label(row) == Clustering.NOISE ? 1 : 0;
        }
        table.row(
                name,
                clustering.size(),
                clustering.clusters(),
                noise,
                cost.firstSeconds,
                cost.cpuSeconds,
                cost.megabytes);
    }
}
