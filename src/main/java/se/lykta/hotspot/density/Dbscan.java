package se.lykta.hotspot.density;

/**
 * Exact density-based clustering, DBSCAN, in the plane.
 *
 * <p>Definition (Ester, Kriegel, Sander, Xu 1996, section 3): a point is <em>core</em> if at least {@code minPts} points,
 * itself included, lie at a distance of at most {@code eps}; core points within eps of each other are in one cluster; any
 * other point within eps of a core is a <em>border</em> point; the rest is noise. What the paper leaves to chance is fixed
 * here, so that the result is the same for any order of the input: a border point belongs to its nearest core, of equally
 * near ones to the lowest cluster, and clusters are numbered by their westernmost (then southernmost) core point.
 *
 * <p>Method (Gunawan 2013, section 3): cells of side eps/√2. A cell with minPts points has only core points, and all core
 * points of one cell are in one cluster, so clusters are connected cells. About linear in the number of distinct spots;
 * only two crowded cells that face each other at slightly more than eps cost the product of their crowds.
 *
 * <p>A chain of reports along a busy street is one cluster however long it gets: that is the definition, not a fault.
 * Immutable, safe for use by many threads.
 */
public final class Dbscan {

    private final Nearness near;
    private final int minPts;

    /**
     * A clustering with fixed parameters.
     *
     * @param epsMetres greatest distance of neighbours, above 0; in the unit of the coordinates
     * @param minPts how many points make a core, itself included, at least 1
     */
    public Dbscan(double epsMetres, int minPts) {
        this.near = new Nearness(epsMetres, 0);
        this.minPts = DbscanRun.requireMinPts(minPts);
    }

    /**
     * Clusters points of the plane.
     *
     * @param x coordinates in metres, finite
     * @param y as many as {@code x}
     */
    public Clustering cluster(double[] x, double[] y) {
        return new DbscanRun(Spots.of(x, y), near, minPts).clustering();
    }
}
