package se.lykta.tile;

import org.jspecify.annotations.Nullable;
import se.lykta.geo.Morton;
import se.lykta.geo.WebMercator;
import se.lykta.index.Aggregate;
import se.lykta.index.Filter;
import se.lykta.index.Mass;
import se.lykta.index.Snapshot;
import se.lykta.index.Summary;

/**
 * Weighs the cells of a {@link ClusterGrid}, each not before it is asked for.
 *
 * <p>Four cells that share a parent are one Morton range, and their rows are found together. With the default filter
 * only a cell's mass is taken, as a summary can be had again for little; with any other filter a summary is made in the same pass
 * over the rows, so that no row is looked at twice. Used by one thread.
 */
final class CellScale {

    private static final int WIDTH = ClusterGrid.WIDTH;
    private static final int QUADS = WIDTH / 2;

    private final Snapshot snapshot;
    private final Filter filter;
    private final int shift;
    private final int firstColumn;
    private final int firstLine;
    private final boolean[] found = new boolean[QUADS * QUADS];
    private final int[] firstRow = new int[WIDTH * WIDTH];
    private final int[] endRow = new int[WIDTH * WIDTH];

    /** Reports of each cell plus 1; 0 if it was not weighed. */
    private final int[] counts = new int[WIDTH * WIDTH];

    private final long[] sumX = new long[WIDTH * WIDTH];
    private final long[] sumY = new long[WIDTH * WIDTH];
    private final @Nullable Summary[] summaries = new @Nullable Summary[WIDTH * WIDTH];
    private final Mass mass = new Mass();

    /**
     * The scale of a square of cells.
     *
     * @param shift the bits by which a cell of Web Mercator is longer than one of these
     * @param firstColumn the first column of cells, even; may be outside the world, as may the first line
     */
    CellScale(Snapshot snapshot, Filter filter, int shift, int firstColumn, int firstLine) {
        this.snapshot = snapshot;
        this.filter = filter;
        this.shift = shift;
        this.firstColumn = firstColumn;
        this.firstLine = firstLine;
    }

    /** At most how many reports are in a cell: those of any kind. O(log n). */
    int most(int cell) {
        int quad = cell / WIDTH / 2 * QUADS + cell % WIDTH / 2;
        if (!found[quad]) {
            found[quad] = true;
            findRows(cell / WIDTH & -2, cell % WIDTH & -2);
        }
        return endRow[cell] - firstRow[cell];
    }

    /** How many reports are in a cell. */
    int count(int cell) {
        if (counts[cell] == 0) {
            weigh(cell);
        }
        return counts[cell] - 1;
    }

    /** The sum of the columns of Web Mercator of the reports of a cell that was weighed. */
    long sumX(int cell) {
        return sumX[cell];
    }

    /** The sum of their rows of Web Mercator. */
    long sumY(int cell) {
        return sumY[cell];
    }

    /** The mean of the columns of a cell that was found to have reports. */
    double meanX(int cell) {
        return (double) sumX[cell] / count(cell);
    }

    /** The mean of the rows of a cell that was found to have reports. */
    double meanY(int cell) {
        return (double) sumY[cell] / count(cell);
    }

    /** Adds the reports of a cell that was found to have some. */
    void addTo(Summary summary, int cell) {
        Summary known = summaries[cell];
        if (known != null) {
            summary.add(known);
        } else {
            snapshot.summariseRows(filter, firstRow[cell], endRow[cell], summary);
        }
    }

    /** The first row of a report at a place; there must be one. O(log n + reports at the same place). */
    int rowAt(int x, int y) {
        int row = snapshot.firstAtOrAfter(Morton.encode(x, y));
        while (!filter.test(snapshot, row)) {
            row++;
        }
        return row;
    }

    /** Finds the rows of the four cells from an even line and column on. */
    private void findRows(int line, int column) {
        long cells = (long) (WebMercator.CELLS / (1L << shift));
        int worldColumn = firstColumn + column;
        int worldLine = firstLine + line;
        if (worldColumn < 0 || worldLine < 0 || worldColumn >= cells || worldLine >= cells) {
            return;
        }
        long code = Morton.encode(worldColumn, worldLine);
        int row = snapshot.firstAtOrAfter(code << (2 * shift));
        int lastRow = snapshot.firstAtOrAfter((code + 4) << (2 * shift));
        for (int i = 0; i < 4 && row < lastRow; i++) {
            int end = i == 3 ? lastRow : snapshot.firstAtOrAfter((code + i + 1) << (2 * shift));
            int cell = (line + i / 2) * WIDTH + column + i % 2;
            firstRow[cell] = row;
            endRow[cell] = end;
            row = end;
        }
    }

    private void weigh(int cell) {
        counts[cell] = 1;
        if (most(cell) == 0) {
            return;
        }
        Aggregate aggregate = mass;
        if (filter.isCounting()) {
            mass.clear();
        } else {
            aggregate = new Summary();
            summaries[cell] = (Summary) aggregate;
        }
        snapshot.summariseRows(filter, firstRow[cell], endRow[cell], aggregate);
        counts[cell] += aggregate.count();
        sumX[cell] = aggregate.sumX();
        sumY[cell] = aggregate.sumY();
    }
}
