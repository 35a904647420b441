package se.lykta.hotspot.confidence;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import se.lykta.hotspot.density.Clustering;
import se.lykta.hotspot.density.Dbscan;

/**
 * How often a cluster is found again when the reports are drawn anew.
 *
 * <p>Nonparametric bootstrap (Hennig 2007, Cluster-wise assessment of cluster stability, section 3): as many points are
 * drawn with replacement, clustered the same way, and a cluster counts as found again if the Jaccard coefficient of its
 * drawn members with those of some new cluster is above 1/2. A place that rests on a few reports falls apart when two of
 * them are left out. Costs a clustering a run. Holds no state.
 */
public final class Stability {

    private static final double FOUND_AGAIN = 0.5;

    private Stability() {}

    /**
     * The number of runs that find each cluster again.
     *
     * @param points in any fixed order
     * @param runs at least 1
     * @param seed the same seed and points give the same answer
     * @return for each cluster 0..runs
     */
    public static int[] of(ClusteredPoints points, Dbscan dbscan, int runs, long seed) {
        int[] kept = new int[points.clusters()];
        var random = new SplittableRandom(seed);
        for (int run = 0; run < runs; run++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the stability is left unfinished");
            }
            resample(points, dbscan, random.split(), kept);
        }
        return kept;
    }

    private static void resample(ClusteredPoints points, Dbscan dbscan, SplittableRandom random, int[] kept) {
        int n = points.size();
        double[] x = new double[n];
        double[] y = new double[n];
        int[] before = new int[n];
        for (int i = 0; i < n; i++) {
            int drawn = random.nextInt(n);
            x[i] = points.x(drawn);
            y[i] = points.y(drawn);
            before[i] = points.cluster(drawn);
        }
        Clustering now = dbscan.cluster(x, y);
        int[] drawnOf = new int[kept.length];
        Arrays.stream(before).filter(cluster -> cluster >= 0).forEach(cluster -> drawnOf[cluster]++);
        int[] common = new int[kept.length];
        for (int[] members : now.members()) {
            Arrays.stream(members)
                    .map(member -> before[member])
                    .filter(cluster -> cluster >= 0)
                    .forEach(cluster -> common[cluster]++);
            for (int member : members) {
                int cluster = before[member];
                if (cluster >= 0 && common[cluster] > 0) {
                    int union = drawnOf[cluster] + members.length - common[cluster];
                    kept[cluster] += common[cluster] > FOUND_AGAIN * union ? 1 : 0;
                    common[cluster] = 0;
                }
            }
        }
    }
}
