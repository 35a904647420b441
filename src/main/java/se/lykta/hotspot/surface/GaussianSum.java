package se.lykta.hotspot.surface;

/** Σ w exp(−d²/2σ²) over spots within the reach of the kernel, at each place. Used by one thread, once. */
final class GaussianSum {

    private final double reach;
    private final double exponent;
    private final Sites sites;
    private final double[] sums;
    private final boolean byColumn;
    /** exp(−dx²/2σ²) of the columns within reach of the spot, if the places are a lattice. */
    private final double[] columnFactor;
    /** How many places up to each one are not in the column after the one before. */
    private final int[] jumps;

    GaussianSum(double sigma, Sites sites) {
        this.reach = Kernel.GAUSSIAN_REACH * sigma;
        this.exponent = -1 / (2 * sigma * sigma);
        this.sites = sites;
        this.sums = new double[sites.size()];
        this.byColumn = sites.isLattice();
        this.columnFactor = new double[byColumn ? sites.columnX.length : 0];
        this.jumps = new int[byColumn ? sites.size() : 0];
        for (int site = 1; site < jumps.length; site++) {
            jumps[site] = jumps[site - 1] + (sites.column[site] == sites.column[site - 1] + 1 ? 0 : 1);
        }
    }

    /** The sums by row of the places. */
    double[] of(Spots spots) {
        for (int spot = 0; spot < spots.size(); spot++) {
            Cancellation.check();
            double y = spots.y(spot);
            int first = sites.firstRowFrom(y - reach);
            if (first < sites.rows() && sites.rowY[first] - y <= reach) {
                add(spots, spot, first);
            }
        }
        return sums;
    }

    private void add(Spots spots, int spot, int firstRow) {
        double spotX = spots.x(spot);
        double spotY = spots.y(spot);
        if (byColumn) {
            fillColumns(spotX);
        }
        for (int row = firstRow; row < sites.rows(); row++) {
            double dy = sites.rowY[row] - spotY;
            if (dy > reach) {
                return;
            }
            if (byColumn) {
                addByColumn(row, spotX, dy * dy, spots.weight(spot) * StrictMath.exp(exponent * dy * dy));
            } else {
                addRow(row, spotX, dy * dy, spots.weight(spot));
            }
        }
    }

    private void fillColumns(double spotX) {
        double[] columnX = sites.columnX;
        for (int column = sites.firstColumnFrom(spotX - reach); column < columnX.length; column++) {
            double dx = columnX[column] - spotX;
            if (dx > reach) {
                return;
            }
            columnFactor[column] = StrictMath.exp(exponent * dx * dx);
        }
    }

    private void addByColumn(int row, double spotX, double dySquared, double rowFactor) {
        double half = Math.sqrt(Math.max(0, reach * reach - dySquared));
        int first = sites.firstFrom(row, spotX - half);
        int end = sites.firstFrom(row, Math.nextUp(spotX + half));
        if (first == end) {
            return;
        }
        int[] column = sites.column;
        if (jumps[end - 1] == jumps[first]) {
            addRun(first, end, column[first], rowFactor);
            return;
        }
        for (int site = first; site < end; site++) {
            sums[site] += rowFactor * columnFactor[column[site]];
        }
    }

    /** Places of neighbouring columns: so plain a loop takes several at once. */
    private void addRun(int first, int end, int firstColumn, double rowFactor) {
        int size = end - first;
        for (int i = 0; i < size; i++) {
            sums[first + i] += rowFactor * columnFactor[firstColumn + i];
        }
    }

    private void addRow(int row, double spotX, double dySquared, double weight) {
        double half = Math.sqrt(Math.max(0, reach * reach - dySquared));
        int end = sites.firstOfRow[row + 1];
        for (int site = sites.firstFrom(row, spotX - half); site < end; site++) {
            double dx = sites.x[site] - spotX;
            if (dx > half) {
                return;
            }
            sums[site] += weight * StrictMath.exp(exponent * (dx * dx + dySquared));
        }
    }
}
