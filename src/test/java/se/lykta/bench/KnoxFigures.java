package se.lykta.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import se.lykta.hotspot.chance.Distance;
import se.lykta.hotspot.chance.Knox;
import se.lykta.hotspot.chance.KnoxBands;
import se.lykta.hotspot.chance.KnoxTable;

/**
 * The near repeat test over as many reports as NearRepeat's month of burglaries has, on one thread.
 *
 * <p>Twice: with bands as the Near Repeat Calculator makes them, whose last one holds the rest of all pairs, and with
 * finite bands so wide that every pair has to be looked at in every run. The figure is that of the second.
 */
final class KnoxFigures implements Benchmark {

    private static final int ROUNDS = 5;
    private static final double SIDE_METRES = 30_000;
    private static final int DAYS = 31;

    @Override
    public String summary() {
        return "near repeat, days dealt out at random";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("events", "969", "runs", "999", "seed", "1");
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        var random = new SplittableRandom(options.seed());
        int n = options.number("events");
        double[] x = random.doubles(n, 0, SIDE_METRES).toArray();
        double[] y = random.doubles(n, 0, SIDE_METRES).toArray();
        int[] days = random.ints(n, 0, DAYS).toArray();
        var near = KnoxBands.of(
                new double[] {0, 100, 200, 300, Double.POSITIVE_INFINITY}, new int[] {0, 7, 14, 21, KnoxBands.FOREVER});
        var all = KnoxBands.of(new double[] {0, 100, 1000, 5000, 20_000, 60_000}, new int[] {0, 1, 2, 3, 4, 7, 14});
        var table = new Table("Knox", "bands", "reports", "runs", "pairs", "first, CPU s", "CPU s");
        double figure = 0;
        for (KnoxBands bands : new KnoxBands[] {near, all}) {
            var knox = new Knox(bands, Distance.EUCLIDEAN, options.number("runs"), options.seed());
            double[] seconds = new double[ROUNDS];
            long pairs = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = CpuClock.thread().nanos();
                KnoxTable found = knox.test(x, y, days, share -> {});
                seconds[round] = (CpuClock.thread().nanos() - start) / 1e9;
                pairs = found.cells().stream()
                        .mapToLong(cell -> cell.observed())
                        .sum();
            }
            figure = Sample.of(Arrays.copyOfRange(seconds, 1, ROUNDS)).median();
            table.row(bands.toString(), n, options.number("runs"), pairs, seconds[0], figure);
        }
        output.table(table);
        output.figure("knox-s", figure);
    }
}
