package se.lykta.hotspot.density;

import java.util.Arrays;

/** Chooses the clusters of a tree that are the answer: none lies within another, and the root is never one. */
final class ClusterChoice {

    private ClusterChoice() {}

    /**
     * The chosen cluster that each cluster of the tree is or lies in, {@link Clustering#NOISE} for none.
     *
     * @param minDistance what parts at a smaller distance stays together, metres
     */
    static int[] of(ClusterTree tree, Hdbscan.Selection selection, double minDistance) {
        int[] within = within(tree, selection == Hdbscan.Selection.LEAVES ? leaves(tree) : lasting(tree));
        boolean[] chosen = new boolean[tree.size()];
        for (int cluster : within) {
            if (cluster != Clustering.NOISE) {
                chosen[ancestor(tree, cluster, minDistance)] = true;
            }
        }
        return within(tree, chosen);
    }

    /** The first cluster upwards that was born at a sufficient distance, or the last one below the root. */
    private static int ancestor(ClusterTree tree, int cluster, double minDistance) {
        int found = cluster;
        while (tree.birth(found) < minDistance && tree.parent(found) != ClusterTree.ROOT) {
            found = tree.parent(found);
        }
        return found;
    }

    private static boolean[] leaves(ClusterTree tree) {
        boolean[] leaves = new boolean[tree.size()];
        for (int cluster = ClusterTree.ROOT + 1; cluster < leaves.length; cluster++) {
            leaves[cluster] = tree.isLeaf(cluster);
        }
        return leaves;
    }

    /**
     * Those at least as stable as the best choice below them: excess of mass, section 5 of the paper. Where minPts points
     * share a position, that spot is infinitely stable; then the cluster around it is taken, as R dbscan does, or else
     * snapped data would be nothing but spots.
     */
    private static boolean[] lasting(ClusterTree tree) {
        double[] own = tree.stability();
        double[] below = new double[tree.size()];
        boolean[] lasting = new boolean[tree.size()];
        for (int cluster = tree.size() - 1; cluster > ClusterTree.ROOT; cluster--) {
            boolean comparable = Double.isFinite(below[cluster]);
            lasting[cluster] = tree.isLeaf(cluster) || !comparable || own[cluster] >= below[cluster];
            below[tree.parent(cluster)] += lasting[cluster] ? own[cluster] : below[cluster];
        }
        return lasting;
    }

    /** For each cluster the uppermost marked one that it is or lies in. */
    private static int[] within(ClusterTree tree, boolean[] marked) {
        int[] within = new int[tree.size()];
        Arrays.fill(within, Clustering.NOISE);
        for (int cluster = ClusterTree.ROOT + 1; cluster < within.length; cluster++) {
            int above = within[tree.parent(cluster)];
            within[cluster] = above == Clustering.NOISE && marked[cluster] ? cluster : above;
        }
        return within;
    }
}
