package se.lykta.hotspot.surface;

/** Σ w exp(−d²/2σ²) over spots within the reach of the kernel, at places of any kind. Used by one thread, once. */
final class GaussianSum {

    private final double reach;
    private final Gaussian gaussian;
    private final Sites sites;
    private final double[] sums;

    GaussianSum(double sigma, Sites sites) {
        this.reach = Kernel.GAUSSIAN_REACH * sigma;
        this.gaussian = new Gaussian(sigma);
        this.sites = sites;
        this.sums = new double[sites.size()];
    }

    /** The sums by row of the places. */
    double[] of(Spots spots) {
        for (int spot = 0; spot < spots.size(); spot++) {
            Cancellation.check();
            double y = spots.y(spot);
            for (int row = sites.firstRowFrom(y - reach); row < sites.rows(); row++) {
                double dy = sites.rowY[row] - y;
                if (dy > reach) {
                    break;
                }
                addRow(row, spots.x(spot), dy * dy, spots.weight(spot));
            }
        }
        return sums;
    }

    private void addRow(int row, double spotX, double dySquared, double weight) {
        double half = Math.sqrt(Math.max(0, reach * reach - dySquared));
        int end = sites.firstOfRow[row + 1];
        for (int site = sites.firstFrom(row, spotX - half); site < end; site++) {
            double dx = sites.x[site] - spotX;
            if (dx > half) {
                return;
            }
            sums[site] += weight * gaussian.at(dx * dx + dySquared);
        }
    }
}
