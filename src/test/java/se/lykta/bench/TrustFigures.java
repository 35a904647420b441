package se.lykta.bench;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import se.lykta.hotspot.confidence.ClusteredPoints;
import se.lykta.hotspot.confidence.Exposure;
import se.lykta.hotspot.confidence.Significance;
import se.lykta.hotspot.density.Dbscan;

/**
 * On how many towns without any hotspot one is called more than chance: reports lie along a grid of streets, more often in
 * the middle of the town, and nowhere for another reason. At most one town in twenty may show one.
 */
final class TrustFigures implements Benchmark {

    private static final double EPS_METRES = 50;
    private static final int MIN_REPORTS = 8;
    private static final double REACH_METRES = 300;
    private static final double LEVEL = 0.05;
    private static final double SIDE_METRES = 4000;
    private static final double BLOCK_METRES = 110;
    private static final double STEP_METRES = 20;
    private static final int RUNS = 199;

    @Override
    public String summary() {
        return "towns without hotspots that show one as more than chance";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("towns", "200", "seed", "1");
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        double[][] streets = streets();
        int towns = options.number("towns");
        var table = new Table("towns by chance", "reports", "with clusters", "shown as more than chance");
        int shownInAll = 0;
        int each = Math.max(1, towns / 4);
        for (int kind = 0; kind < 4; kind++) {
            int reports = 400 << kind;
            int clustered = 0;
            int shown = 0;
            for (int town = 0; town < each; town++) {
                double[] p = test(
                        streets, reports, 1 + 2.0 * kind, new SplittableRandom(options.seed() + 1000L * kind + town));
                clustered += p.length > 0 ? 1 : 0;
                shown += IntStream.range(0, p.length).anyMatch(i -> p[i] <= LEVEL) ? 1 : 0;
            }
            table.row(reports, clustered, shown);
            shownInAll += shown;
            output.step("%d towns of %d reports: %d shown", each, reports, shown);
        }
        output.table(table);
        output.figure("false-hotspot-towns-percent", 100.0 * shownInAll / (4 * each));
    }

    private static double[] test(double[][] streets, int reports, double contrast, SplittableRandom random) {
        double[] x = new double[reports];
        double[] y = new double[reports];
        for (int i = 0; i < reports; ) {
            int sample = random.nextInt(streets[0].length);
            double out = Math.hypot(streets[0][sample] - SIDE_METRES / 2, streets[1][sample] - SIDE_METRES / 2);
            double density = (1 + (contrast - 1) * Math.exp(-8 * out * out / SIDE_METRES / SIDE_METRES)) / contrast;
            if (random.nextDouble() < density) {
                x[i] = streets[0][sample] + STEP_METRES * (random.nextDouble() - 0.5);
                y[i++] = streets[1][sample] + 6 * random.nextGaussian();
            }
        }
        var dbscan = new Dbscan(EPS_METRES, MIN_REPORTS);
        var points = new ClusteredPoints(x, y, dbscan.cluster(x, y).members());
        Exposure exposure = Exposure.of(streets[0], streets[1], x, y, REACH_METRES);
        return Significance.of(points, exposure, dbscan, EPS_METRES, RUNS, 5);
    }

    /** East and north of positions along all streets. */
    private static double[][] streets() {
        int lines = (int) (SIDE_METRES / BLOCK_METRES) + 1;
        int steps = (int) (SIDE_METRES / STEP_METRES);
        double[][] positions = new double[2][2 * lines * steps];
        for (int i = 0; i < lines * steps; i++) {
            int line = i / steps;
            double across = BLOCK_METRES * line;
            double along = STEP_METRES * (i % steps);
            positions[0][2 * i] = along;
            positions[1][2 * i] = across;
            positions[0][2 * i + 1] = across;
            positions[1][2 * i + 1] = along;
        }
        return positions;
    }
}
