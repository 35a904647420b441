package se.lykta.hotspot.surface;

import java.util.Arrays;
import java.util.stream.IntStream;
import se.lykta.hotspot.density.RowSort;

/**
 * Σ w exp(−d²/2σ²) over spots within the reach of the kernel, at the places of a lattice. Used by one thread, once.
 *
 * <p>The Gaussian is a product of one factor for x and one for y, so a spot needs an exponential only for each column and
 * row within reach. What is left is a product of matrices: {@value #GROUP} neighbouring spots at a time go along the rows,
 * and places that all of them reach are loaded and stored once. The neighbours are found by strips of about 2√s of the s
 * spots from south to north, in each strip from west to east; each place adds in this order, which no order of the input
 * changes.
 */
final class LatticeGaussianSum {

    private static final int GROUP = 4;

    private final double reach;
    private final Sites sites;
    private final LatticeSpot[] group = new LatticeSpot[GROUP];
    private final double[] sums;

    LatticeGaussianSum(double sigma, Sites sites) {
        this.reach = Kernel.GAUSSIAN_REACH * sigma;
        this.sites = sites;
        this.sums = new double[sites.size()];
        Arrays.setAll(group, k -> new LatticeSpot(sigma, sites));
    }

    /** The sums by row of the places. */
    double[] of(Spots spots) {
        int[] order = byStrip(spots);
        for (int from = 0; from < order.length; from += GROUP) {
            Cancellation.check();
            int size = Math.min(GROUP, order.length - from);
            for (int k = 0; k < size; k++) {
                int spot = order[from + k];
                group[k].become(spots.x(spot), spots.y(spot), spots.weight(spot));
            }
            addGroup(size);
        }
        return sums;
    }

    /** Without the spots that reach no place: they must not change who is a neighbour of whom. */
    private int[] byStrip(Spots spots) {
        int[] near = IntStream.range(0, spots.size())
                .filter(spot -> sites.areWithin(reach, spots.x(spot), spots.y(spot)))
                .toArray();
        int strip = 1 + (int) (2 * Math.sqrt(near.length));
        int[] order = RowSort.sort(near.length, (a, b) -> {
            if (a / strip != b / strip) {
                return a / strip < b / strip;
            }
            double aX = spots.x(near[a]);
            double bX = spots.x(near[b]);
            return aX < bX || (aX == bX && a < b);
        });
        return Arrays.stream(order).map(i -> near[i]).toArray();
    }

    private void addGroup(int size) {
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            south = Math.min(south, group[k].south());
            north = Math.max(north, group[k].north());
        }
        for (int row = sites.firstRowFrom(south); row < sites.rows() && sites.rowY[row] <= north; row++) {
            for (int k = 0; k < size; k++) {
                group[k].enter(row);
            }
            addRow(row, size);
        }
    }

    /** Places that only some of the group reach, then those that all reach. */
    private void addRow(int row, int size) {
        int low = sites.firstOfRow[row];
        int high = sites.firstOfRow[row + 1];
        for (int k = 0; k < size; k++) {
            low = Math.max(low, group[k].first);
            high = Math.min(high, group[k].end);
        }
        boolean isShared = size == GROUP && low < high && sites.areNeighbours(low, high);
        for (int k = 0; k < size; k++) {
            add(group[k], group[k].first, isShared ? low : group[k].end);
            add(group[k], isShared ? high : group[k].end, group[k].end);
        }
        if (isShared) {
            addAll(low, high - low, sites.column[low]);
        }
    }

    private void add(LatticeSpot spot, int from, int to) {
        for (int site = from; site < to; site++) {
            sums[site] += spot.rowFactor * spot.columnFactor[sites.column[site]];
        }
    }

    private void addAll(int from, int size, int column) {
        double[] a = group[0].columnFactor;
        double[] b = group[1].columnFactor;
        double[] c = group[2].columnFactor;
        double[] d = group[3].columnFactor;
        double aRow = group[0].rowFactor;
        double bRow = group[1].rowFactor;
        double cRow = group[2].rowFactor;
        double dRow = group[3].rowFactor;
        for (int i = 0; i < size; i++) {
            int at = column + i;
            sums[from + i] += aRow * a[at] + bRow * b[at] + cRow * c[at] + dRow * d[at];
        }
    }
}
