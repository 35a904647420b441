package se.lykta.bench;

import java.util.Map;
import java.util.SplittableRandom;
import se.lykta.hotspot.cells.UniformMaps;

/**
 * How often hot cells are found on maps without any pattern, by the exact test and by the normal p of Gi* as spdep and esda
 * compute it, both after Benjamini and Hochberg at 5 %.
 */
final class GiFigures implements Benchmark {

    private static final double[] EXPECTED = {1.5, 5, 10, 14, 50};

    /** From here on the promise has to hold; below there is a warning. */
    private static final double ENOUGH = 10;

    private static final long ROUND_NANOS = 100_000_000;
    private static final int ROUNDS = 5;

    @Override
    public String summary() {
        return "hot cells on maps without any pattern";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("maps", "1000", "seed", "1");
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        var uniform = new UniformMaps();
        var table = new Table(
                "Maps with a false hot cell, of " + options.number("maps") + " with " + uniform.size() + " cells",
                "expected in nine cells",
                "reports",
                "exact, %",
                "normal, %",
                "exact, CPU ms",
                "normal, CPU ms");
        var stopwatch = new Stopwatch(CpuClock.thread(), ROUND_NANOS, ROUNDS);
        double worst = 0;
        for (double expected : EXPECTED) {
            int reports = uniform.reports(expected);
            UniformMaps.Shares found = uniform.falseShares(expected, options.number("maps"), options.seed());
            int[] counts = uniform.counts(reports, new SplittableRandom(options.seed()));
            var exact = stopwatch.measure(() -> uniform.isHotByExact(counts) ? 1 : 0);
            var normal = stopwatch.measure(() -> uniform.isHotByNormal(counts) ? 1 : 0);
            table.row(
                    expected,
                    reports,
                    100 * found.exact(),
                    100 * found.normal(),
                    exact.cpuMicros() / 1000,
                    normal.cpuMicros() / 1000);
            worst = expected >= ENOUGH ? Math.max(worst, found.exact()) : worst;
        }
        output.table(table);
        output.figure("gi-false-maps-percent", 100 * worst);
    }
}
