package se.lykta.hotspot.density;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

/**
 * Exact hierarchical density-based clustering, HDBSCAN*: clusters of different densities, without a distance to choose.
 *
 * <p>Definition (Campello, Moulavi, Sander 2013): the core distance of a point is how far it has to reach for minPts
 * points, itself included; the tree of clusters comes from the minimum spanning tree of mutual reachability; of this tree
 * the clusters are chosen that last longest, no two of which lie within each other. Membership, outlier score and what
 * happens to small parts are those of R dbscan.
 *
 * <p>On a dense city this finds two clusters and no noise, or hundreds of addresses: then choose the leaves, or say below
 * which distance clusters are not parted. About O(n √n) in the number of different positions, linear in that of points;
 * 100 000 positions take a second or two. Immutable, safe for use by many threads.
 */
public final class Hdbscan {

    /** Which clusters of the tree are the answer. */
    public enum Selection {
        /** Those that last longest, by the sum over their points. */
        EXCESS_OF_MASS,
        /** Those that do not split: many small ones, all of about the same size. */
        LEAVES
    }

    /** What happens where several steps of the hierarchy are equally large. */
    public enum Ties {
        /**
         * They are taken one by one, in the order in which the tree grows from the first row: what R dbscan does. Rows in
         * the order of their ids give the same answer in whatever order they came.
         */
        BY_ROW,
        /** They are taken at once, as in the paper: the order of rows means nothing. */
        TOGETHER
    }

    private final int minPts;
    private final Selection selection;
    private final double minDistance;
    private final Ties ties;

    private Hdbscan(int minPts, Selection selection, double minDistance, Ties ties) {
        this.minPts = minPts;
        this.selection = selection;
        this.minDistance = minDistance;
        this.ties = ties;
    }

    /**
     * A clustering by excess of mass, ties by row.
     *
     * @param minPts how many points a cluster has at least and a core distance reaches, itself included; at least 2
     */
    public Hdbscan(int minPts) {
        this(minPts, Selection.EXCESS_OF_MASS, 0, Ties.BY_ROW);
        if (minPts < 2) {
            throw new IllegalArgumentException("minPts " + minPts + " is less than 2");
        }
    }

    /** The same with another choice of clusters. */
    public Hdbscan selecting(Selection other) {
        return new Hdbscan(minPts, other, minDistance, ties);
    }

    /**
     * The same, where clusters that part at less than a distance stay together (Malzer and Baum 2020, section III).
     *
     * @param metres 0 or more, in the unit of the coordinates
     */
    public Hdbscan together(double metres) {
        if (!(metres >= 0 && Double.isFinite(metres))) {
            throw new IllegalArgumentException("least distance " + metres + " is not a distance of 0 or more");
        }
        return new Hdbscan(minPts, selection, metres, ties);
    }

    /** The same with another rule for ties. */
    public Hdbscan breaking(Ties other) {
        return new Hdbscan(minPts, selection, minDistance, other);
    }

    /**
     * Clusters points of the plane.
     *
     * @param x coordinates in metres, finite
     * @param y as many as {@code x}
     */
    public HdbscanClustering cluster(double[] x, double[] y) {
        return cluster(x, y, share -> {});
    }

    /**
     * Clusters points of the plane and tells how far it is.
     *
     * @param progress hears the share that is done, 0..1, growing
     * @throws CancellationException if the thread is interrupted
     */
    public HdbscanClustering cluster(double[] x, double[] y, DoubleConsumer progress) {
        var tree = new SpotTree(Spots.of(x, y));
        double[] core = CoreDistances.of(tree, minPts);
        int[] labels = new int[x.length];
        Arrays.fill(labels, Clustering.NOISE);
        double[] coreDistances = new double[x.length];
        Arrays.setAll(coreDistances, row -> core[tree.spots.spotOf[row]]);
        double[] outlierScores = new double[x.length];
        if (x.length < minPts) {
            return new HdbscanClustering(labels, 0, coreDistances, outlierScores, 0);
        }
        ReachabilityOrder order = ReachabilityOrder.of(tree, core, progress);
        var clusters = new ClusterTree(order, minPts, ties);
        int[] chosen = ClusterChoice.of(clusters, selection, minDistance);
        double[] scores = clusters.outlierScores();
        for (int place = 0; place < x.length; place++) {
            labels[order.rows[place]] = chosen[clusters.clusterOf(place)];
            outlierScores[order.rows[place]] = scores[place];
        }
        int count = tree.spots.renumber(labels, row -> tree.spots.spotOf[row]);
        progress.accept(1);
        return new HdbscanClustering(labels, count, coreDistances, outlierScores, order.weight());
    }
}
