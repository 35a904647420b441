package se.lykta.hotspot.density;

/**
 * Which cluster every point belongs to, as {@link Dbscan} or {@link StDbscan} found it.
 *
 * <p>Points are known by their row in the input. Immutable.
 */
public final class Clustering {

    /** The label of a point that belongs to no cluster. */
    public static final int NOISE = -1;

    private final int[] labels;
    private final boolean[] core;
    private final byte[] adjacent;
    private final int clusters;

    /** Takes over the arrays: the maker must not keep them. */
    Clustering(int[] labels, boolean[] core, byte[] adjacent, int clusters) {
        this.labels = labels;
        this.core = core;
        this.adjacent = adjacent;
        this.clusters = clusters;
    }

    /** Number of points, noise included. */
    public int size() {
        return labels.length;
    }

    /** Number of clusters; they are numbered 0..clusters-1. */
    public int clusters() {
        return clusters;
    }

    /** The cluster of a point, or {@link #NOISE}. */
    public int label(int row) {
        return labels[row];
    }

    /** Says whether a point has at least minPts points around it, itself included. */
    public boolean isCore(int row) {
        return core[row];
    }

    /**
     * How many clusters have a core point within eps of a point: 0 for noise, 1 for a core. A border point with more than
     * one might as well belong to another of them, and other programs may choose another.
     */
    public int adjacentClusters(int row) {
        return adjacent[row];
    }

    /** The rows of each cluster, ascending. */
    public int[][] members() {
        int[] counts = new int[clusters];
        for (int label : labels) {
            if (label != NOISE) {
                counts[label]++;
            }
        }
        int[][] members = new int[clusters][];
        for (int cluster = 0; cluster < clusters; cluster++) {
            members[cluster] = new int[counts[cluster]];
        }
        for (int row = labels.length - 1; row >= 0; row--) {
            int label = labels[row];
            if (label != NOISE) {
                members[label][--counts[label]] = row;
            }
        }
        return members;
    }
}
