package se.lykta.hotspot;

import java.util.List;
import java.util.stream.IntStream;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.confidence.ClusteredPoints;
import se.lykta.hotspot.confidence.Exposure;
import se.lykta.hotspot.confidence.Significance;
import se.lykta.hotspot.confidence.Stability;
import se.lykta.hotspot.density.Dbscan;

/**
 * Finds out how far the clusters of one search can be trusted: some hundred searches more, so it is made beside the
 * requests.
 *
 * <p>The more reports, the fewer runs, down to what still means something. The seeds are fixed: the same reports give the
 * same answer in every process. Immutable.
 */
final class Assessment {

    private static final long SEED = 20_071_964;
    private static final int MOST_RECOUNTS = 100;
    private static final int LEAST_RECOUNTS = 20;
    private static final int[] CHANCE_RUNS = {199, 99, 39};
    /** With fewer, no p could be as small as the level. */
    private static final int LEAST_RUNS_PER_MAP = 20;

    private static final int REPORTS_IN_ALL = 10_000_000;

    /** Over this distance the town is taken as even; several times the distance that links reports. */
    private static final double LEAST_REACH_METRES = 300;

    private static final double REACH_IN_EPS = 6;

    private final Streets streets;
    private final MetricCrs crs;

    Assessment(Streets streets, MetricCrs crs) {
        this.streets = streets;
        this.crs = crs;
    }

    /**
     * The confidence of each cluster, in their order.
     *
     * @param maps how many selections are looked at; where it is each group of causes on its own, p is for all of their maps
     *     together (Bonferroni), or five maps would show what chance makes five times as often
     */
    List<Confidence> of(Selection selection, List<Cluster> clusters, HotspotParameters parameters, int maps) {
        if (clusters.isEmpty()) {
            return List.of();
        }
        double eps = parameters.epsMetres();
        var dbscan = new Dbscan(eps, parameters.minReports());
        int[][] members = clusters.stream().map(Cluster::members).toArray(int[][]::new);
        var points = new ClusteredPoints(selection.x, selection.y, members);
        double[][] positions = streets.positions(crs);
        double reach = Math.max(LEAST_REACH_METRES, REACH_IN_EPS * eps);
        Exposure exposure = Exposure.of(positions[0], positions[1], selection.x, selection.y, reach);
        int recounts = recounts(selection.x.length);
        int[] found = Stability.of(points, dbscan, recounts, SEED);
        int runs = Math.max(chanceRuns(selection.x.length), LEAST_RUNS_PER_MAP * maps - 1);
        double[] p = Significance.of(points, exposure, dbscan, eps, runs, SEED + 1);
        return IntStream.range(0, clusters.size())
                .mapToObj(i -> new Confidence(found[i], recounts, Math.min(1, maps * p[i])))
                .toList();
    }

    private static int recounts(int reports) {
        return Math.max(LEAST_RECOUNTS, Math.min(MOST_RECOUNTS, REPORTS_IN_ALL / Math.max(1, reports)));
    }

    private static int chanceRuns(int reports) {
        for (int runs : CHANCE_RUNS) {
            if ((long) runs * reports <= 2L * REPORTS_IN_ALL) {
                return runs;
            }
        }
        return CHANCE_RUNS[CHANCE_RUNS.length - 1];
    }
}
