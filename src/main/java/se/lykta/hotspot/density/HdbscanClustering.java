package se.lykta.hotspot.density;

/**
 * Which cluster every point belongs to and how much, as {@link Hdbscan} found it.
 *
 * <p>Points are known by their row in the input. Immutable.
 */
public final class HdbscanClustering {

    private final int[] labels;
    private final int clusters;
    private final double[] coreDistances;
    private final double[] memberships;
    private final double[] outlierScores;
    private final double treeWeight;

    /** Takes over the arrays: the maker must not keep them. */
    HdbscanClustering(int[] labels, int clusters, double[] coreDistances, double[] outlierScores, double treeWeight) {
        this.labels = labels;
        this.clusters = clusters;
        this.coreDistances = coreDistances;
        this.outlierScores = outlierScores;
        this.treeWeight = treeWeight;
        this.memberships = memberships(labels, clusters, coreDistances);
    }

    private static double[] memberships(int[] labels, int clusters, double[] coreDistances) {
        double[] greatest = new double[clusters];
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] != Clustering.NOISE) {
                greatest[labels[row]] = Math.max(greatest[labels[row]], coreDistances[row]);
            }
        }
        double[] memberships = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] != Clustering.NOISE) {
                double most = greatest[labels[row]];
                memberships[row] = most == 0 ? 1 : (most - coreDistances[row]) / most;
            }
        }
        return memberships;
    }

    /** Number of points, noise included. */
    public int size() {
        return labels.length;
    }

    /** Number of clusters; they are numbered 0..clusters-1 from west to east by their westernmost points. */
    public int clusters() {
        return clusters;
    }

    /** The cluster of a point, or {@link Clustering#NOISE}. */
    public int label(int row) {
        return labels[row];
    }

    /**
     * How much a point belongs to its cluster, as R dbscan has it: 1 - (its core distance / the greatest one in the
     * cluster), so 0 for the loosest member, 1 on crowded spots; 0 for noise.
     */
    public double membership(int row) {
        return memberships[row];
    }

    /** GLOSH: 0 in the densest part of the surroundings, near 1 for an outlier (Campello et al. 2015, formula 8). */
    public double outlierScore(int row) {
        return outlierScores[row];
    }

    /** How far a point reaches for minPts points, itself included; infinite if there are not so many. Metres. */
    public double coreDistance(int row) {
        return coreDistances[row];
    }

    /** The sum of the minimum spanning tree of mutual reachability, metres; 0 if there are less than minPts points. */
    public double treeWeight() {
        return treeWeight;
    }
}
