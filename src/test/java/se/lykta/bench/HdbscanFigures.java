package se.lykta.bench;

import java.nio.DoubleBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.lykta.hotspot.density.Hdbscan;
import se.lykta.hotspot.density.HdbscanClustering;

/**
 * HDBSCAN* over many different positions; then, on as few as its matrix of distances allows, with R dbscan, whose labels,
 * memberships, outlier scores, core distances and weight of the spanning tree must be ours.
 */
final class HdbscanFigures implements Benchmark {

    private static final int MIN_PTS = 10;
    private static final double TOLERANCE = 1e-9;

    @Override
    public String summary() {
        return "hierarchical clusters of at least 10 points";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("hdbscan-points", "100000", "hdbscan-peer-points", "5000", "seed", "1");
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        var table = new Table("HDBSCAN*", "program", "n", "clusters", "CPU s");
        double seconds = measure(BenchPoints.clustered(options.number("hdbscan-points"), options.seed()), table);
        peer(BenchPoints.clustered(options.number("hdbscan-peer-points"), options.seed()), table, output);
        output.table(table);
        output.figure("hdbscan-cpu-s", seconds);
    }

    private static double measure(BenchPoints points, Table table) {
        CpuClock clock = CpuClock.process();
        long start = clock.nanos();
        HdbscanClustering clustering = new Hdbscan(MIN_PTS).cluster(points.x(), points.y());
        double seconds = (clock.nanos() - start) / 1e9;
        table.row("Lykta", points.size(), clustering.clusters(), seconds);
        return seconds;
    }

    private static void peer(BenchPoints points, Table table, Output output) throws Exception {
        measure(points, table);
        HdbscanClustering ours = new Hdbscan(MIN_PTS).cluster(points.x(), points.y());
        Optional<PeerScript.Answer> answer = new PeerScript("R dbscan", "Rscript", "hdbscan.R")
                .run(List.of(points.x(), points.y()), List.of(String.valueOf(MIN_PTS)), output);
        if (answer.isPresent()) {
            requireSame(ours, answer.get());
            table.row("R dbscan", points.size(), ours.clusters(), answer.get().cpuSeconds());
        }
    }

    private static void requireSame(HdbscanClustering ours, PeerScript.Answer answer) {
        DoubleBuffer theirs = answer.bytes().asDoubleBuffer();
        int[] labels = new int[ours.size()];
        for (int row = 0; row < ours.size(); row++) {
            labels[row] = (int) theirs.get();
            requireNear("membership of point " + row, ours.membership(row), theirs.get());
            requireNear("outlier score of point " + row, ours.outlierScore(row), theirs.get());
            requireNear("core distance of point " + row, ours.coreDistance(row), theirs.get());
        }
        Agreement.requirePartition("R dbscan", ours.size(), ours::label, labels);
        requireNear("weight of the tree", ours.treeWeight() / answer.others().get(0), 1);
    }

    private static void requireNear(String what, double ours, double theirs) {
        if (!(Math.abs(ours - theirs) <= TOLERANCE)) {
            throw new IllegalStateException("%s: %s by R dbscan, %s by us".formatted(what, theirs, ours));
        }
    }
}
