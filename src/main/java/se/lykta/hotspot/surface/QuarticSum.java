package se.lykta.hotspot.surface;

/** Σ w (1 − (d/h)²)² over spots with d &lt; h, at each place. Used by one thread, once. */
final class QuarticSum {

    private final double radius;
    private final Sites sites;
    private final double[] sums;

    QuarticSum(double radius, Sites sites) {
        this.radius = radius;
        this.sites = sites;
        this.sums = new double[sites.size()];
    }

    /** The sums by row of the places. */
    double[] of(Spots spots) {
        for (int spot = 0; spot < spots.size(); spot++) {
            Cancellation.check();
            double y = spots.y(spot);
            for (int row = sites.firstRowFrom(y - radius); row < sites.rows(); row++) {
                double dy = sites.rowY[row] - y;
                if (dy >= radius) {
                    break;
                }
                addRow(row, spots.x(spot), dy * dy, spots.weight(spot));
            }
        }
        return sums;
    }

    private void addRow(int row, double spotX, double dySquared, double weight) {
        double square = radius * radius;
        double half = Math.sqrt(Math.max(0, square - dySquared));
        int end = sites.firstOfRow[row + 1];
        double[] x = sites.x;
        for (int site = sites.firstFrom(row, spotX - half); site < end; site++) {
            double dx = x[site] - spotX;
            if (dx > half) {
                return;
            }
            double left = Math.max(0, 1 - (dx * dx + dySquared) / square);
            sums[site] += weight * left * left;
        }
    }
}
