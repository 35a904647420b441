package se.lykta.tile;

import java.util.ArrayList;
import java.util.List;
import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.geo.WebMercator;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;

/**
 * The clusters of one tile.
 *
 * <p>Idea: the world is cut into fixed square cells, {@value #CELLS_PER_SIDE} × {@value #CELLS_PER_SIDE} per tile, each one
 * Morton range. A cell joins its greatest neighbour (more reports; ties: first in rows, then columns) whose circle would
 * overlap its own, if that one joins nobody; so a place on the corner of four cells is one cluster. A cluster's
 * circle is kept inside the cell it grew from.
 *
 * <p>Invariants: the outcome depends on zoom, filter and reports only, never on the tile that asks, because a tile
 * looks at {@value #HALO} cells beyond its edges; every report is in exactly one cluster and every cluster in exactly
 * one tile, so counts sum up; circles never overlap and never reach beyond their tile, so no buffer is needed (the dot
 * of a single report stands at its exact place and may). O(rows of
 * the tile and its halo).
 */
final class ClusterGrid {

    static final int CELLS_PER_SIDE = 4;
    static final int HALO = 2;

    /** The side of a cell on a tile of 256 pixels. */
    static final int CELL_PIXELS = 256 / CELLS_PER_SIDE;

    private static final int CELL_LEVEL = Integer.numberOfTrailingZeros(CELLS_PER_SIDE);
    private static final int WIDTH = CELLS_PER_SIDE + 2 * HALO;
    private static final int NOBODY = -1;
    private static final int[] NEIGHBOURS = {-WIDTH - 1, -WIDTH, -WIDTH + 1, -1, 1, WIDTH - 1, WIDTH, WIDTH + 1};

    private final Snapshot snapshot;
    private final Filter filter;
    private final int shift;
    private final int firstColumn;
    private final int firstLine;
    private final int[] firstRow = new int[WIDTH * WIDTH];
    private final int[] endRow = new int[WIDTH * WIDTH];
    private final int[] counts = new int[WIDTH * WIDTH];
    private final long[] sumX = new long[WIDTH * WIDTH];
    private final long[] sumY = new long[WIDTH * WIDTH];

    ClusterGrid(Snapshot snapshot, Filter filter, TileId tile) {
        this.snapshot = snapshot;
        this.filter = filter;
        this.shift = tile.shift() - CELL_LEVEL;
        this.firstColumn = tile.x() * CELLS_PER_SIDE - HALO;
        this.firstLine = tile.y() * CELLS_PER_SIDE - HALO;
        for (int cell = 0; cell < counts.length; cell++) {
            weigh(cell);
        }
    }

    /** A cluster and the middle of its circle, in cells of Web Mercator. */
    record Placed(Cluster cluster, double x, double y) {}

    /** The clusters that belong to the tile, line by line of their cells. */
    List<Placed> clusters() {
        List<Placed> clusters = new ArrayList<>();
        for (int line = HALO; line < HALO + CELLS_PER_SIDE; line++) {
            for (int column = HALO; column < HALO + CELLS_PER_SIDE; column++) {
                int cell = line * WIDTH + column;
                if (counts[cell] > 0 && !joins(cell)) {
                    clusters.add(grow(cell));
                }
            }
        }
        return clusters;
    }

    private void weigh(int cell) {
        int column = firstColumn + cell % WIDTH;
        int line = firstLine + cell / WIDTH;
        int cells = (int) (WebMercator.CELLS / (1L << shift));
        if (column < 0 || line < 0 || column >= cells || line >= cells) {
            return;
        }
        long code = Morton.encode(column, line);
        firstRow[cell] = snapshot.firstAtOrAfter(code << (2 * shift));
        endRow[cell] = snapshot.firstAtOrAfter((code + 1) << (2 * shift));
        for (int row = firstRow[cell]; row < endRow[cell]; row++) {
            if (filter.test(snapshot, row)) {
                counts[cell]++;
                sumX[cell] += Morton.x(snapshot.morton(row));
                sumY[cell] += Morton.y(snapshot.morton(row));
            }
        }
    }

    private boolean joins(int cell) {
        int neighbour = greatestOverlapping(cell);
        return neighbour != NOBODY && greatestOverlapping(neighbour) == NOBODY;
    }

    /** The greatest of the neighbours that are greater than the cell and overlap it, or {@link #NOBODY}. */
    private int greatestOverlapping(int cell) {
        int greatest = NOBODY;
        for (int offset : NEIGHBOURS) {
            int neighbour = cell + offset;
            if (counts[neighbour] > 0
                    && isGreater(neighbour, cell)
                    && (greatest == NOBODY || isGreater(neighbour, greatest))
                    && overlap(cell, neighbour)) {
                greatest = neighbour;
            }
        }
        return greatest;
    }

    private boolean isGreater(int cell, int other) {
        return counts[cell] > counts[other] || (counts[cell] == counts[other] && cell < other);
    }

    private boolean overlap(int cell, int other) {
        double dx = (double) sumX[cell] / counts[cell] - (double) sumX[other] / counts[other];
        double dy = (double) sumY[cell] / counts[cell] - (double) sumY[other] / counts[other];
        double reach = cellsOf(radiusPixels(counts[cell]) + radiusPixels(counts[other]));
        return dx * dx + dy * dy < reach * reach;
    }

    private Placed grow(int root) {
        var cluster = new Cluster();
        cluster.add(snapshot, filter, firstRow[root], endRow[root]);
        long x = sumX[root];
        long y = sumY[root];
        boolean alone = greatestOverlapping(root) != NOBODY;
        for (int offset : NEIGHBOURS) {
            int neighbour = root + offset;
            if (!alone && counts[neighbour] > 0 && greatestOverlapping(neighbour) == root) {
                cluster.add(snapshot, filter, firstRow[neighbour], endRow[neighbour]);
                x += sumX[neighbour];
                y += sumY[neighbour];
            }
        }
        double middleX = (double) x / cluster.count();
        double middleY = (double) y / cluster.count();
        if (cluster.count() == 1) {
            return new Placed(cluster, middleX + 0.5, middleY + 0.5);
        }
        double radius = cellsOf(radiusPixels(cluster.count()));
        return new Placed(
                cluster,
                kept(middleX, firstColumn + root % WIDTH, radius),
                kept(middleY, firstLine + root / WIDTH, radius));
    }

    /** The coordinate nearest to the given one at which a circle lies inside a column or line of cells. */
    private double kept(double coordinate, int columnOrLine, double radius) {
        double start = (double) ((long) columnOrLine << shift);
        return Math.max(start + radius, Math.min(start + (1L << shift) - radius, coordinate + 0.5));
    }

    private double cellsOf(int pixels) {
        return (double) pixels / CELL_PIXELS * (1L << shift);
    }

    /** The side of a cluster cell at a zoom, in cells of Web Mercator. */
    static long cellSide(int zoom) {
        return 1L << (WebMercator.BITS - zoom - CELL_LEVEL);
    }

    /** The radius of the circle for a number of reports, pixels of a 256 pixel tile; at most 3/8 of a cell's side. */
    static int radiusPixels(int count) {
        if (count == 1) {
            return 6;
        }
        return count < 10 ? 12 : count < 100 ? 15 : count < 1000 ? 18 : count < 10_000 ? 21 : 24;
    }
}
