package se.lykta.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;
import se.lykta.tile.BenchTiles;

/** Draws the tiles of a list in this process, each step by itself, on one thread. */
final class OurTiles {

    private static final long ROUND_NANOS = 2_000_000;
    private static final int ROUNDS = 3;
    private static final int PASSES = 51;
    private static final long WARM_NANOS = 4_000_000_000L;
    private static final int CALLS_PER_ZOOM = 300;
    private static final int LEAST_CALLS = 6;
    private static final long ZOOM_NANOS = 500_000_000;

    private final Snapshot snapshot;
    private final BenchTiles drawing;
    private final List<TileId> tiles;
    private final Stopwatch stopwatch = new Stopwatch(CpuClock.thread(), ROUND_NANOS, ROUNDS);

    OurTiles(Snapshot snapshot, BenchTiles drawing, List<TileId> tiles) {
        this.snapshot = snapshot;
        this.drawing = drawing;
        this.tiles = tiles;
    }

    /** A step of drawing; the number is the size of what came out. */
    interface Step {
        long run(Filter filter, TileId tile);
    }

    /** Clusters as features, nothing encoded: through the whole list again and again, as {@link Supercluster} is. */
    Costs query(Filter filter) throws Exception {
        Step step = (wanted, tile) -> drawing.query(snapshot, wanted, tile);
        warmUp(filter, step);
        double[][] millis = new double[tiles.size()][PASSES];
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = 0; i < millis.length; i++) {
                TileId tile = tiles.get(i);
                millis[i][pass] = stopwatch.walls(() -> step.run(filter, tile), 1)[0];
            }
        }
        var costs = new Costs(tiles);
        for (int i = 0; i < millis.length; i++) {
            Sample sample = Sample.of(millis[i]);
            costs.set(i, sample.median(), sample.median(), (double) step.run(filter, tiles.get(i)));
        }
        return costs;
    }

    /** The encoded tile of clusters. */
    Costs clusters(Filter filter) throws Exception {
        return measure(filter, (wanted, tile) -> drawing.clusters(snapshot, wanted, tile).length);
    }

    /** The encoded tile of single reports. */
    Costs points(Filter filter) throws Exception {
        return measure(filter, (wanted, tile) -> drawing.points(snapshot, wanted, tile).length);
    }

    /** Gzip of the encoded tile of clusters, without drawing it. */
    Costs gzip(Filter filter) throws Exception {
        var costs = new Costs(tiles);
        for (int i = 0; i < tiles.size(); i++) {
            byte[] plain = drawing.clusters(snapshot, filter, tiles.get(i));
            Stopwatch.Cost cost = stopwatch.measure(() -> drawing.gzip(plain).length);
            costs.set(i, cost.cpuMicros() / 1e3, cost.wallMicros() / 1e3, drawing.gzip(plain).length);
        }
        return costs;
    }

    /** Wall time of single calls, clusters and points with each of the filters: the slowest zoom's 99th percentile. */
    Table slowest(Map<String, Filter> filters, Output output) throws Exception {
        var table = new Table(
                "tiles of Lykta in process by filter: worst zoom of 0-16, wall ms of single calls",
                "filter",
                "clusters p99",
                "zoom",
                "points p99",
                "zoom");
        double worst = 0;
        for (Map.Entry<String, Filter> filter : filters.entrySet()) {
            Worst clusters = worst(tile -> drawing.clusters(snapshot, filter.getValue(), tile).length);
            Worst points = worst(tile -> drawing.points(snapshot, filter.getValue(), tile).length);
            table.row(filter.getKey(), clusters.millis, "z" + clusters.zoom, points.millis, "z" + points.zoom);
            worst = Math.max(worst, Math.max(clusters.millis, points.millis));
        }
        output.figure("tile-p99-ms", worst);
        return table;
    }

    private Costs measure(Filter filter, Step step) throws Exception {
        warmUp(filter, step);
        var costs = new Costs(tiles);
        for (int i = 0; i < tiles.size(); i++) {
            TileId tile = tiles.get(i);
            Stopwatch.Cost cost = stopwatch.measure(() -> step.run(filter, tile));
            costs.set(i, cost.cpuMicros() / 1e3, cost.wallMicros() / 1e3, (double) step.run(filter, tile));
        }
        return costs;
    }

    private void warmUp(Filter filter, Step step) throws Exception {
        long end = System.nanoTime() + WARM_NANOS;
        while (System.nanoTime() < end) {
            for (TileId tile : tiles) {
                stopwatch.walls(() -> step.run(filter, tile), 1);
            }
        }
    }

    private record Worst(double millis, int zoom) {}

    private interface Draw {
        long tile(TileId tile);
    }

    private Worst worst(Draw draw) throws Exception {
        var worst = new Worst(0, 0);
        for (TileId tile : tiles) {
            stopwatch.walls(() -> draw.tile(tile), 2);
        }
        for (int zoom = 0; zoom <= TileList.LAST_ZOOM; zoom++) {
            double p99 = Sample.of(walls(zoom, draw)).quantile(0.99);
            if (p99 > worst.millis) {
                worst = new Worst(p99, zoom);
            }
        }
        return worst;
    }

    /** All tiles of the zoom in turn, again and again: often enough for a percentile, or until the time is over. */
    private double[] walls(int zoom, Draw draw) throws Exception {
        List<TileId> asked = tiles.stream().filter(tile -> tile.zoom() == zoom).toList();
        double[] walls = new double[Math.max(CALLS_PER_ZOOM, LEAST_CALLS * asked.size())];
        long end = System.nanoTime() + ZOOM_NANOS;
        int calls = 0;
        while (calls < walls.length && (calls < asked.size() || System.nanoTime() < end)) {
            TileId tile = asked.get(calls % asked.size());
            walls[calls++] = stopwatch.walls(() -> draw.tile(tile), 1)[0];
        }
        return Arrays.copyOf(walls, calls);
    }
}
