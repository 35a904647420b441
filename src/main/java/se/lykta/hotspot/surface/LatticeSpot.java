package se.lykta.hotspot.surface;

/**
 * One spot on its way along the rows of a lattice, from south to north: the factors of a Gaussian for its columns and the
 * row it is at, and the run of places there within reach.
 *
 * <p>The ends of the run move by a column or two from row to row, so they are followed, not searched. Used by one thread,
 * for one spot after another.
 */
final class LatticeSpot {

    private final double reach;
    private final Gaussian gaussian;
    private final Sites sites;

    private double x;
    private double y;
    private double weight;
    /** The first column within reach in this row, and the first one east of these. */
    private int west;

    private int east;

    /** exp(−dx²/2σ²) of the columns within reach. */
    final double[] columnFactor;
    /** w exp(−dy²/2σ²) of this row. */
    double rowFactor;
    /** The places of this row within reach. */
    int first;

    int end;

    LatticeSpot(double sigma, Sites sites) {
        this.reach = Kernel.GAUSSIAN_REACH * sigma;
        this.gaussian = new Gaussian(sigma);
        this.sites = sites;
        this.columnFactor = new double[sites.columnX.length];
    }

    /** Takes the place of another spot, before its first row. */
    void become(double spotX, double spotY, double spotWeight) {
        x = spotX;
        y = spotY;
        weight = spotWeight;
        west = sites.firstColumnFrom(x);
        east = west;
        double[] columnX = sites.columnX;
        // the same comparisons as where the run of a row ends: columns beyond hold factors of the spot before
        int column = sites.firstColumnFrom(x - reach);
        while (column < columnX.length && columnX[column] <= x + reach) {
            double dx = columnX[column] - x;
            columnFactor[column++] = gaussian.at(dx * dx);
        }
    }

    double south() {
        return y - reach;
    }

    double north() {
        return y + reach;
    }

    /** Goes to a row. */
    void enter(int row) {
        double dy = sites.rowY[row] - y;
        double left = reach * reach - dy * dy;
        first = sites.firstOfRow[row];
        end = first;
        if (left >= 0) {
            rowFactor = weight * gaussian.at(dy * dy);
            follow(Math.sqrt(left));
            first = sites.firstInColumn(row, west);
            end = sites.firstInColumn(row, east);
        }
    }

    private void follow(double half) {
        double[] columnX = sites.columnX;
        while (west > 0 && columnX[west - 1] >= x - half) {
            west--;
        }
        while (west < columnX.length && columnX[west] < x - half) {
            west++;
        }
        while (east < columnX.length && columnX[east] <= x + half) {
            east++;
        }
        while (east > 0 && columnX[east - 1] > x + half) {
            east--;
        }
    }
}
