package se.lykta.hotspot.density;

/**
 * Exact density-based clustering in space and time, ST-DBSCAN: places that were bad for a while.
 *
 * <p>DBSCAN where neighbours are at most eps apart in the plane and, besides, at most so long apart in time (Birant and
 * Kut 2007, section 3, without their test of a value's mean, as it is mostly used). Cores, borders and the rules for ties
 * are those of {@link Dbscan}; of two clusters whose westernmost cores share a place, the earlier is the lower.
 *
 * <p>Method: the cells of {@link Dbscan}, each cut into slabs of time in which all times are near each other. About linear
 * in the number of different points. Immutable, safe for use by many threads.
 */
public final class StDbscan {

    private final Nearness near;
    private final int minPts;

    /**
     * A clustering with fixed parameters.
     *
     * @param epsMetres greatest distance of neighbours, above 0; in the unit of the coordinates
     * @param epsTime greatest difference of their times, 0 or more; in the unit of the times
     * @param minPts how many points make a core, itself included, at least 1
     */
    public StDbscan(double epsMetres, long epsTime, int minPts) {
        this.near = new Nearness(epsMetres, epsTime);
        this.minPts = DbscanRun.requireMinPts(minPts);
    }

    /**
     * Clusters points of the plane and of time.
     *
     * @param x coordinates in metres, finite
     * @param y as many as {@code x}
     * @param time as many as {@code x}, in whole minutes, days or any other unit
     */
    public Clustering cluster(double[] x, double[] y, long[] time) {
        return new DbscanRun(Spots.of(x, y, time), near, minPts).clustering();
    }
}
