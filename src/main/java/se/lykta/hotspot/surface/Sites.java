package se.lykta.hotspot.surface;

import java.util.Arrays;
import java.util.stream.IntStream;
import se.lykta.hotspot.cells.StudyCells;
import se.lykta.hotspot.density.RowSort;

/**
 * The places at which a density is asked for, such as the centres of cells.
 *
 * <p>Kept as rows of equal y, each sorted by x, so that the places near a spot are a few runs found by binary search: fast
 * for lattices of squares and hexagons, right for any places. Values are given and taken in the order of the input.
 * Immutable; the arrays are shared inside this package, not copied.
 */
public final class Sites {

    /** By row, then x. */
    final double[] x;
    /** Which different x each one has. */
    final int[] column;
    /** The different x of all rows, ascending. */
    final double[] columnX;
    /** The y of each row, ascending. */
    final double[] rowY;
    /** First place of each row, and one more entry: the number of places. */
    final int[] firstOfRow;

    private final int[] inputRow;
    /** How many places up to each one are not in the column after the one before. */
    private final int[] jumps;

    /**
     * Sorts places.
     *
     * @param siteX coordinates in metres, finite
     * @param siteY as many
     */
    public Sites(double[] siteX, double[] siteY) {
        requirePlaces(siteX, siteY);
        int n = siteX.length;
        inputRow = RowSort.sort(n, (a, b) -> siteY[a] < siteY[b] || (siteY[a] == siteY[b] && siteX[a] < siteX[b]));
        x = new double[n];
        double[] y = new double[n];
        int[] firsts = new int[n + 1];
        int rows = 0;
        for (int i = 0; i < n; i++) {
            x[i] = siteX[inputRow[i]];
            y[i] = siteY[inputRow[i]];
            if (i == 0 || y[i] != y[i - 1]) {
                firsts[rows++] = i;
            }
        }
        firsts[rows] = n;
        firstOfRow = Arrays.copyOf(firsts, rows + 1);
        rowY = new double[rows];
        for (int row = 0; row < rows; row++) {
            rowY[row] = y[firstOfRow[row]];
        }
        columnX = Arrays.stream(x).sorted().distinct().toArray();
        column = new int[n];
        for (int i = 0; i < n; i++) {
            column[i] = Arrays.binarySearch(columnX, x[i]);
        }
        jumps = new int[n];
        for (int i = 1; i < n; i++) {
            jumps[i] = jumps[i - 1] + (column[i] == column[i - 1] + 1 ? 0 : 1);
        }
    }

    private static void requirePlaces(double[] siteX, double[] siteY) {
        if (siteY.length != siteX.length) {
            throw new IllegalArgumentException("%d x and %d y are no places".formatted(siteX.length, siteY.length));
        }
        for (int i = 0; i < siteX.length; i++) {
            if (!Double.isFinite(siteX[i]) || !Double.isFinite(siteY[i])) {
                throw new IllegalArgumentException("place %s, %s is not finite".formatted(siteX[i], siteY[i]));
            }
        }
    }

    /** The centres of cells, by their numbers. */
    public static Sites of(StudyCells cells) {
        return new Sites(
                IntStream.range(0, cells.size()).mapToDouble(cells::centreX).toArray(),
                IntStream.range(0, cells.size()).mapToDouble(cells::centreY).toArray());
    }

    /** Number of places. */
    public int size() {
        return x.length;
    }

    int rows() {
        return rowY.length;
    }

    /** Says whether the places share their coordinates, as in a lattice: then there are few different x and y. */
    boolean isLattice() {
        return columnX.length + rowY.length <= size();
    }

    /** Says whether the box around all places is this near to a position in x and in y; never if there is none. */
    boolean areWithin(double metres, double nearX, double nearY) {
        return size() > 0
                && columnX[0] <= nearX + metres
                && columnX[columnX.length - 1] >= nearX - metres
                && rowY[0] <= nearY + metres
                && rowY[rowY.length - 1] >= nearY - metres;
    }

    /** The first row with y of at least this. */
    int firstRowFrom(double y) {
        return firstFrom(rowY, 0, rowY.length, y);
    }

    /** The first place of a row with x of at least this. */
    int firstFrom(int row, double fromX) {
        return firstFrom(x, firstOfRow[row], firstOfRow[row + 1], fromX);
    }

    /** The first place of a row in this column or east of it. */
    int firstInColumn(int row, int fromColumn) {
        int start = firstOfRow[row];
        int end = firstOfRow[row + 1];
        if (areNeighbours(start, end)) {
            return Math.min(end, start + Math.max(0, fromColumn - column[start]));
        }
        return fromColumn == columnX.length ? end : firstFrom(row, columnX[fromColumn]);
    }

    /** Says whether the places from the first to before the end of a row, at least one, are in columns without a gap. */
    boolean areNeighbours(int start, int end) {
        return jumps[start] == jumps[end - 1];
    }

    /** The first different x of at least this. */
    int firstColumnFrom(double fromX) {
        return firstFrom(columnX, 0, columnX.length, fromX);
    }

    private static int firstFrom(double[] sorted, int start, int end, double value) {
        int low = start;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Brings values by row into the order of the input, each times a factor. */
    double[] inInputOrder(double[] values, double factor) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[inputRow[i]] = values[i] * factor;
        }
        return result;
    }
}
