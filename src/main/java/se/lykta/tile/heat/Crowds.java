package se.lykta.tile.heat;

import se.lykta.geo.Morton;
import se.lykta.geo.WebMercator;
import se.lykta.index.Filter;
import se.lykta.index.Mass;
import se.lykta.index.Snapshot;

/**
 * Gathers the reports of a window cell by cell.
 *
 * <p>A walk down the quadtree of Morton ranges: parts without reports or outside the window are left at once. Inside it, a
 * part with few rows for each cell is one linear pass, as the cells of its rows follow each other; one with many goes down
 * to the cells, which the index sums up without looking at every row if the filter is the usual one. O(cells + rows) at
 * worst. Used by one thread.
 */
final class Crowds {

    private static final double HALF = 0.5;

    /** From so many rows for each cell on, sums of the index are cheaper than a pass. */
    private static final int MANY_ROWS = 64;

    private final Snapshot snapshot;
    private final Filter filter;
    private final Window window;
    private final Crowd crowd;
    private final double cellSize;

    private final Mass mass = new Mass();
    private long cell = -1;
    private int count;
    private long sumX;
    private long sumY;

    private Crowds(Snapshot snapshot, Filter filter, Window window, Crowd crowd) {
        this.snapshot = snapshot;
        this.filter = filter;
        this.window = window;
        this.crowd = crowd;
        this.cellSize = 1L << window.shift();
    }

    /** Hands every cell of the window that has reports to the crowd, once. */
    static void forEach(Snapshot snapshot, Filter filter, Window window, Crowd crowd) {
        var crowds = new Crowds(snapshot, filter, window, crowd);
        crowds.descend(0, WebMercator.BITS - window.shift(), 0, snapshot.size());
        crowds.finishCell();
    }

    /**
     * One square of the quadtree.
     *
     * @param square Morton code of the square among those of its size
     * @param bits its side is 2^bits cells of the grid
     */
    private void descend(long square, int bits, int firstRow, int endRow) {
        if (firstRow == endRow) {
            return;
        }
        int side = 1 << bits;
        int x = Morton.x(square) << bits;
        int y = Morton.y(square) << bits;
        if (!window.touches(x, y, side)) {
            return;
        }
        boolean inside = window.contains(x, y) && window.contains(x + side - 1, y + side - 1);
        if (inside && endRow - firstRow < (long) MANY_ROWS * side * side) {
            pass(square, bits);
            return;
        }
        if (bits == 0) {
            sum(firstRow, endRow);
            return;
        }
        for (int child = 0; child < 4; child++) {
            long code = (square << 2) + child;
            int codeBits = 2 * (bits - 1 + window.shift());
            int first = child == 0 ? firstRow : snapshot.firstAtOrAfter(code << codeBits);
            int end = child == 3 ? endRow : snapshot.firstAtOrAfter((code + 1) << codeBits);
            descend(code, bits - 1, first, end);
        }
    }

    private void pass(long square, int bits) {
        int shift = 2 * (bits + window.shift());
        snapshot.forEach(filter, square << shift, (square + 1) << shift, row -> add(snapshot.morton(row)));
    }

    /** All rows of one cell. */
    private void sum(int firstRow, int endRow) {
        finishCell();
        mass.clear();
        snapshot.summariseRows(filter, firstRow, endRow, mass);
        count = mass.count();
        sumX = mass.sumX();
        sumY = mass.sumY();
        finishCell();
        cell = -1;
    }

    private void add(long morton) {
        long code = morton >>> (2 * window.shift());
        if (code != cell) {
            finishCell();
            cell = code;
        }
        count++;
        sumX += Morton.x(morton);
        sumY += Morton.y(morton);
    }

    private void finishCell() {
        if (count > 0) {
            crowd.add(count, (sumX / (double) count + HALF) / cellSize, (sumY / (double) count + HALF) / cellSize);
        }
        count = 0;
        sumX = 0;
        sumY = 0;
    }
}
