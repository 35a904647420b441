package se.lykta.hotspot.density;

import java.util.Arrays;

/**
 * Spots in boxes of space and time so small that two spots of one box, a cell, are always neighbours.
 *
 * <p>A cell is a square of eps/√2 by a slab of time. Spots are sorted by their cell: by slab, row, column. Cells are
 * half-open. Immutable; the arrays are shared inside this package, not copied.
 */
final class CellGrid {

    /**
     * Cells are slightly narrower than eps/√2, so that rounding can't put two points into one cell that are more than eps
     * apart; far more than the rounding error of a coordinate within 2³¹ cells.
     */
    private static final double NARROWER = 1 - 1e-5;

    /** No neighbour is more than two rows or columns away: eps is less than 1.4143 cells. */
    static final int REACH = 2;

    /** No neighbour is more than one slab away. */
    static final int SLAB_REACH = 1;

    private static final long MOST_CELLS = Integer.MAX_VALUE - REACH;

    final Spots spots;
    /** First spot of each cell, and one more entry: the number of spots. */
    final int[] firstSpot;
    /** The place of each cell, ascending; made by {@link #key}. */
    final long[] keys;

    private final int columnBits;
    private final int rowBits;
    private final Boxes boxes;

    /** Sorts spots into cells for distances in metres and in time; two times of one slab are at most epsTime apart. */
    CellGrid(Spots unsorted, double eps, long epsTime) {
        int n = unsorted.size();
        double side = eps / Math.sqrt(2) * NARROWER;
        int[] columns = indices(unsorted.x, side);
        int[] rows = indices(unsorted.y, side);
        int[] slabs = slabs(unsorted.time, epsTime);
        columnBits = bits(columns, REACH);
        rowBits = bits(rows, REACH);
        if (columnBits + rowBits + bits(slabs, SLAB_REACH) >= Long.SIZE) {
            throw new IllegalArgumentException("the points are too far apart in space and time for the distances");
        }
        long[] keyOf = new long[n];
        for (int spot = 0; spot < n; spot++) {
            keyOf[spot] = key(slabs[spot], rows[spot], columns[spot]);
        }
        int[] order = RadixSort.order(keyOf);
        spots = unsorted.reordered(order);
        long[] found = new long[n];
        int[] first = new int[n + 1];
        int cells = 0;
        for (int i = 0; i < n; i++) {
            long key = keyOf[order[i]];
            if (cells == 0 || found[cells - 1] != key) {
                found[cells] = key;
                first[cells++] = i;
            }
        }
        first[cells] = n;
        keys = Arrays.copyOf(found, cells);
        firstSpot = Arrays.copyOf(first, cells + 1);
        boxes = new Boxes(cells);
        for (int cell = 0; cell < cells; cell++) {
            boxes.set(cell, spots.x, spots.y, firstSpot[cell], firstSpot[cell + 1]);
        }
    }

    private static int[] indices(double[] coordinates, double side) {
        double least = Double.POSITIVE_INFINITY;
        for (double coordinate : coordinates) {
            least = Math.min(least, coordinate);
        }
        int[] indices = new int[coordinates.length];
        for (int i = 0; i < indices.length; i++) {
            double cell = Math.floor((coordinates[i] - least) / side);
            if (!(cell < MOST_CELLS)) {
                throw new IllegalArgumentException(
                        "a point %s m from the outermost one is too far away for the distance"
                                .formatted(coordinates[i] - least));
            }
            indices[i] = (int) cell;
        }
        return indices;
    }

    private static int[] slabs(long[] times, long epsTime) {
        long least = Long.MAX_VALUE;
        for (long time : times) {
            least = Math.min(least, time);
        }
        int[] slabs = new int[times.length];
        for (int i = 0; i < slabs.length; i++) {
            long since = times[i] - least;
            if (since < 0 || since / (epsTime + 1) >= MOST_CELLS) {
                throw new IllegalArgumentException("time %d is too long after %d".formatted(times[i], least));
            }
            slabs[i] = (int) (since / (epsTime + 1));
        }
        return slabs;
    }

    /** How many bits hold every index and those that are looked at beyond the last one. */
    private static int bits(int[] indices, int reach) {
        int most = 0;
        for (int index : indices) {
            most = Math.max(most, index);
        }
        return Integer.SIZE - Integer.numberOfLeadingZeros(most + reach);
    }

    int cells() {
        return keys.length;
    }

    /** How many points lie in a cell. */
    long weight(int cell) {
        long weight = 0;
        for (int spot = firstSpot[cell]; spot < firstSpot[cell + 1]; spot++) {
            weight += spots.weight[spot];
        }
        return weight;
    }

    /** Says whether times differ so much that there is more than one slab. */
    boolean hasSlabs() {
        return keys.length > 0 && slab(keys[keys.length - 1]) > 0;
    }

    long key(int slab, int row, int column) {
        return ((long) slab << (rowBits + columnBits)) | ((long) row << columnBits) | column;
    }

    int column(long key) {
        return (int) (key & ((1L << columnBits) - 1));
    }

    int row(long key) {
        return (int) ((key >>> columnBits) & ((1L << rowBits) - 1));
    }

    int slab(long key) {
        return (int) (key >>> (rowBits + columnBits));
    }

    /** The square of the distance from a spot to the box around a cell's spots. */
    double squaredDistance(int spot, int cell) {
        return boxes.squaredDistance(cell, spots.x[spot], spots.y[spot]);
    }
}
