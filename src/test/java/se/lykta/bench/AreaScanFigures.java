package se.lykta.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import se.lykta.hotspot.scan.ScanAreas;
import se.lykta.hotspot.scan.ScanOptions;
import se.lykta.hotspot.scan.SpatialScan;

/** The spatial scan statistic over as many areas and cases as the leukaemia data of New York have, on one thread. */
final class AreaScanFigures implements Benchmark {

    private static final int ROUNDS = 5;

    @Override
    public String summary() {
        return "circles up to half of the population, random maps";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("areas", "281", "cases", "552", "runs", "999", "seed", "1");
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        var random = new SplittableRandom(options.seed());
        int n = options.number("areas");
        double[] cases = new double[n];
        for (int i = 0; i < options.number("cases"); i++) {
            cases[random.nextInt(n)]++;
        }
        ScanAreas areas = ScanAreas.of(
                random.doubles(n, 0, 100_000).toArray(),
                random.doubles(n, 0, 100_000).toArray(),
                cases,
                random.ints(n, 500, 12_000).asDoubleStream().toArray());
        var scan = new SpatialScan(ScanOptions.of(options.number("runs"), options.seed()));
        double[] seconds = new double[ROUNDS];
        int clusters = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = CpuClock.thread().nanos();
            clusters = scan.scan(areas, share -> {}).size();
            seconds[round] = (CpuClock.thread().nanos() - start) / 1e9;
        }
        double figure = Sample.of(Arrays.copyOfRange(seconds, 1, ROUNDS)).median();
        var table = new Table("scan", "areas", "cases", "runs", "clusters", "first, CPU s", "CPU s");
        table.row(n, options.number("cases"), options.number("runs"), clusters, seconds[0], figure);
        output.table(table);
        output.figure("scan-s", figure);
    }
}
