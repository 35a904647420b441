package se.lykta.hotspot.density;

import java.util.Arrays;
import java.util.List;

/**
 * The hierarchy of clusters that have at least minPts points: at which distance each begins, where it ends by splitting,
 * and how much of it there is in between (Campello, Moulavi, Sander 2013, section 4).
 *
 * <p>Clusters are runs of a {@link ReachabilityOrder}, taken apart from the greatest step down. A part with less than
 * minPts points falls off and still belongs to the cluster it fell from. As in R dbscan, a point leaves its cluster where it
 * stands alone or, if that is earlier, where the cluster splits; the paper lets a small part leave as a whole. Cluster 0 is
 * all points, parents have lower numbers than children. Linear but for a sort. Immutable.
 */
final class ClusterTree {

    /** The cluster of all points. */
    static final int ROOT = 0;

    private final MergeTree merges;
    private final int minPts;
    private final MergeTree.Run[] runs;
    private final int[] parent;
    private final double[] birth;
    private final double[] death;
    private final boolean[] leaf;
    private int size;

    /** The cluster from which each point of the order falls off. */
    private final int[] clusterOf;
    /** The distance at which it does. */
    private final double[] exit;

    ClusterTree(ReachabilityOrder order, int minPts, Hdbscan.Ties ties) {
        int points = order.steps.length;
        int most = 2 * (points / minPts) + 1;
        this.merges = new MergeTree(order.steps);
        this.minPts = minPts;
        this.runs = new MergeTree.Run[most];
        this.parent = new int[most];
        this.birth = new double[most];
        this.death = new double[most];
        this.leaf = new boolean[most];
        this.clusterOf = new int[points];
        this.exit = new double[points];
        add(merges.whole(), ROOT, merges.step(merges.whole()));
        for (int cluster = ROOT; cluster < size; cluster++) {
            leaf[cluster] = !splits(cluster, ties);
        }
        findExits(order.steps);
    }

    private void add(MergeTree.Run run, int above, double distance) {
        runs[size] = run;
        parent[size] = above;
        birth[size++] = distance;
    }

    /** Takes a cluster apart until it splits or nothing large is left; says whether it splits. */
    private boolean splits(int cluster, Hdbscan.Ties ties) {
        MergeTree.Run run = runs[cluster];
        int large = 1;
        while (large == 1) {
            double step = merges.step(run);
            List<MergeTree.Run> parts = ties == Hdbscan.Ties.TOGETHER ? merges.parts(run) : merges.halves(run);
            large = 0;
            for (MergeTree.Run part : parts) {
                if (part.size() >= minPts) {
                    large++;
                    run = part;
                } else {
                    Arrays.fill(clusterOf, part.from(), part.to() + 1, cluster);
                }
            }
            if (large > 1) {
                death[cluster] = step;
                for (MergeTree.Run part : parts) {
                    if (part.size() >= minPts) {
                        add(part, cluster, step);
                    }
                }
            }
        }
        return large > 1;
    }

    private void findExits(double[] steps) {
        for (int cluster = ROOT; cluster < size; cluster++) {
            if (leaf[cluster]) {
                death[cluster] = Double.POSITIVE_INFINITY;
            }
        }
        for (int place = 0; place < exit.length; place++) {
            double next = place + 1 < steps.length ? steps[place + 1] : Double.POSITIVE_INFINITY;
            double alone = Math.min(steps[place], next);
            int cluster = clusterOf[place];
            if (leaf[cluster]) {
                exit[place] = alone;
                death[cluster] = Math.min(death[cluster], alone);
            } else {
                exit[place] = Math.max(alone, death[cluster]);
            }
        }
    }

    /** How many clusters there are, the root included. */
    int size() {
        return size;
    }

    int parent(int cluster) {
        return parent[cluster];
    }

    boolean isLeaf(int cluster) {
        return leaf[cluster];
    }

    /** The distance below which a cluster is there. */
    double birth(int cluster) {
        return birth[cluster];
    }

    /** The cluster from which a point of the order falls off. */
    int clusterOf(int place) {
        return clusterOf[place];
    }

    /**
     * The stability of each cluster: for how much density, 1/distance, each of its points stays, summed (formula 3). It is
     * infinite where minPts points share a position. Summed from near to far, so that the order of points changes nothing.
     */
    double[] stability() {
        double[] stability = new double[size];
        for (int place :
                RadixSort.order(Arrays.stream(exit).mapToLong(RadixSort::key).toArray())) {
            int cluster = clusterOf[place];
            stability[cluster] += 1 / exit[place] - 1 / birth[cluster];
        }
        for (int cluster = ROOT + 1; cluster < size; cluster++) {
            int above = parent[cluster];
            stability[above] += runs[cluster].size() * (1 / death[above] - 1 / birth[above]);
        }
        return stability;
    }

    /**
     * The outlier score of each point of the order, GLOSH: 1 - (where the densest part of its cluster ends / where the
     * point leaves it), so 0 in the densest part and near 1 far from it (Campello, Moulavi, Zimek, Sander 2015, formula 8).
     */
    double[] outlierScores() {
        double[] densest = Arrays.copyOf(death, size);
        for (int cluster = size - 1; cluster > ROOT; cluster--) {
            densest[parent[cluster]] = Math.min(densest[parent[cluster]], densest[cluster]);
        }
        double[] scores = new double[exit.length];
        for (int place = 0; place < scores.length; place++) {
            scores[place] = exit[place] == 0 ? 0 : 1 - densest[clusterOf[place]] / exit[place];
        }
        return scores;
    }
}
