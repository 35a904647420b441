package se.lykta.hotspot.density;

import java.util.Arrays;

/**
 * Points in square cells so small that two points of one cell are always neighbours.
 *
 * <p>Points on exactly the same spot are collapsed into one with a weight: 305 000 published reports may sit on 22 130
 * spots, and that must cost nothing. Spots are ordered by cell (row, column), then x, then y, so nothing depends on the
 * order of the input. Cells are half-open. Immutable; the arrays are shared inside this package, not copied.
 */
final class CellGrid {

    /**
     * Cells are slightly narrower than eps/√2, so that rounding can't put two points into one cell that are more than eps
     * apart; far more than the rounding error of a coordinate within 2³¹ cells.
     */
    private static final double NARROWER = 1 - 1e-5;

    /** No neighbour is more than two cells away: eps is less than 1.4143 cells. */
    private static final int REACH = 2;

    /** The most cells that can touch the neighbourhood of one, itself included. */
    static final int MOST_NEIGHBOURS = (2 * REACH + 1) * (2 * REACH + 1);

    final double[] x;
    final double[] y;
    /** How many points lie on each spot. */
    final int[] weight;
    /** The spot of every point of the input. */
    final int[] spotOf;
    /** First spot of each cell, and one more entry: the number of spots. */
    final int[] firstSpot;

    private final long[] cellKeys;

    /** Sorts points into cells for a distance in metres; coordinates in metres, finite. */
    CellGrid(double[] pointX, double[] pointY, double eps) {
        long[] keys = keys(pointX, pointY, eps / Math.sqrt(2) * NARROWER);
        int[] order = RowSort.sort(pointX.length, (a, b) -> {
            if (keys[a] != keys[b]) {
                return keys[a] < keys[b];
            }
            return pointX[a] < pointX[b] || (pointX[a] == pointX[b] && pointY[a] < pointY[b]);
        });
        int n = order.length;
        double[] spotX = new double[n];
        double[] spotY = new double[n];
        int[] spotWeight = new int[n];
        int[] firsts = new int[n + 1];
        long[] cells = new long[n];
        spotOf = new int[n];
        int spots = 0;
        int cellCount = 0;
        for (int row : order) {
            boolean sameCell = cellCount > 0 && cells[cellCount - 1] == keys[row];
            boolean sameSpot = sameCell && spotX[spots - 1] == pointX[row] && spotY[spots - 1] == pointY[row];
            if (!sameCell) {
                cells[cellCount] = keys[row];
                firsts[cellCount++] = spots;
            }
            if (!sameSpot) {
                spotX[spots] = pointX[row];
                spotY[spots++] = pointY[row];
            }
            spotWeight[spots - 1]++;
            spotOf[row] = spots - 1;
        }
        firsts[cellCount] = spots;
        x = Arrays.copyOf(spotX, spots);
        y = Arrays.copyOf(spotY, spots);
        weight = Arrays.copyOf(spotWeight, spots);
        firstSpot = Arrays.copyOf(firsts, cellCount + 1);
        cellKeys = Arrays.copyOf(cells, cellCount);
    }

    private static long[] keys(double[] x, double[] y, double side) {
        double leastX = Arrays.stream(x).min().orElse(0);
        double leastY = Arrays.stream(y).min().orElse(0);
        long[] keys = new long[x.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(index(y[i] - leastY, side), index(x[i] - leastX, side));
        }
        return keys;
    }

    private static int index(double offset, double side) {
        double cell = Math.floor(offset / side);
        if (!(cell < Integer.MAX_VALUE - REACH)) {
            throw new IllegalArgumentException(
                    "a point %s m from the outermost one is not finite or too far away for the distance"
                            .formatted(offset));
        }
        return (int) cell;
    }

    private static long key(int row, int column) {
        return ((long) row << 32) | column;
    }

    int spots() {
        return x.length;
    }

    int cells() {
        return cellKeys.length;
    }

    /** Writes the cells that can hold neighbours of a cell's points, itself included, and returns their number. */
    int neighbours(int cell, int[] into) {
        int row = (int) (cellKeys[cell] >>> 32);
        int column = (int) cellKeys[cell];
        int count = 0;
        for (int r = Math.max(0, row - REACH); r <= row + REACH; r++) {
            long last = key(r, column + REACH);
            for (int c = firstCellFrom(key(r, Math.max(0, column - REACH)));
                    c < cellKeys.length && cellKeys[c] <= last;
                    c++) {
                into[count++] = c;
            }
        }
        return count;
    }

    private int firstCellFrom(long key) {
        int found = Arrays.binarySearch(cellKeys, key);
        return found >= 0 ? found : -found - 1;
    }
}
