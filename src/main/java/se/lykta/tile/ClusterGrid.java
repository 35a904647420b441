package se.lykta.tile;

import java.util.ArrayList;
import java.util.List;
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
 * of a single report stands at its exact place and may).
 *
 * <p>Cells beyond the edge are weighed only where a circle can reach them. With the default filter O(log n) for each cell
 * that is weighed, with any other one pass over their rows. Used by one thread.
 */
final class ClusterGrid {

    static final int CELLS_PER_SIDE = 4;
    static final int HALO = 2;

    /** The side of a cell on a tile of 256 pixels. */
    static final int CELL_PIXELS = 256 / CELLS_PER_SIDE;

    static final int WIDTH = CELLS_PER_SIDE + 2 * HALO;

    private static final int CELL_LEVEL = Integer.numberOfTrailingZeros(CELLS_PER_SIDE);
    private static final byte NOBODY = -1;
    private static final byte NOT_ASKED = 0;
    private static final int[] NEIGHBOURS = {-WIDTH - 1, -WIDTH, -WIDTH + 1, -1, 1, WIDTH - 1, WIDTH, WIDTH + 1};

    private final int shift;
    private final int firstColumn;
    private final int firstLine;
    private final CellScale scale;

    /** For each cell the one it would like to join, {@link #NOBODY}, or {@link #NOT_ASKED}: no cell joins number 0. */
    private final byte[] wishes = new byte[WIDTH * WIDTH];

    /** The grid of one tile; nothing is weighed yet. */
    ClusterGrid(Snapshot snapshot, Filter filter, TileId tile) {
        this.shift = tile.shift() - CELL_LEVEL;
        this.firstColumn = tile.x() * CELLS_PER_SIDE - HALO;
        this.firstLine = tile.y() * CELLS_PER_SIDE - HALO;
        this.scale = new CellScale(snapshot, filter, shift, firstColumn, firstLine);
    }

    /** A cluster and the middle of its circle, in cells of Web Mercator. */
    record Placed(Cluster cluster, double x, double y) {}

    /** The clusters that belong to the tile, line by line of their cells. */
    List<Placed> clusters() {
        List<Placed> clusters = new ArrayList<>();
        for (int line = HALO; line < HALO + CELLS_PER_SIDE; line++) {
            for (int column = HALO; column < HALO + CELLS_PER_SIDE; column++) {
                int cell = line * WIDTH + column;
                if (scale.count(cell) > 0 && !joins(cell)) {
                    clusters.add(grow(cell));
                }
            }
        }
        return clusters;
    }

    private boolean joins(int cell) {
        int neighbour = wish(cell);
        return neighbour != NOBODY && wish(neighbour) == NOBODY;
    }

    /** The greatest of the neighbours that are greater than the cell and overlap it, or {@link #NOBODY}. */
    private int wish(int cell) {
        if (wishes[cell] == NOT_ASKED) {
            wishes[cell] = (byte) greatestOverlapping(cell);
        }
        return wishes[cell];
    }

    private int greatestOverlapping(int cell) {
        int greatest = NOBODY;
        for (int offset : NEIGHBOURS) {
            int neighbour = cell + offset;
            int most = scale.most(neighbour);
            if (most >= scale.count(cell)
                    && canReach(cell, neighbour, radiusPixels(most))
                    && scale.count(neighbour) > 0
                    && isGreater(neighbour, cell)
                    && (greatest == NOBODY || isGreater(neighbour, greatest))
                    && overlap(cell, neighbour)) {
                greatest = neighbour;
            }
        }
        return greatest;
    }

    private boolean isGreater(int cell, int other) {
        int more = Integer.compare(scale.count(cell), scale.count(other));
        return more > 0 || (more == 0 && cell < other);
    }

    private boolean overlap(int cell, int other) {
        double dx = scale.meanX(cell) - scale.meanX(other);
        double dy = scale.meanY(cell) - scale.meanY(other);
        double reach = cellsOf(radiusPixels(scale.count(cell)) + radiusPixels(scale.count(other)));
        return dx * dx + dy * dy < reach * reach;
    }

    /** Says whether a circle of at most so many pixels somewhere in a neighbour can overlap the cell's own; asks nothing of it. */
    private boolean canReach(int cell, int neighbour, int radiusPixels) {
        double dx = distance(scale.meanX(cell), firstColumn + neighbour % WIDTH);
        double dy = distance(scale.meanY(cell), firstLine + neighbour / WIDTH);
        double reach = cellsOf(radiusPixels(scale.count(cell)) + radiusPixels);
        return dx * dx + dy * dy < reach * reach;
    }

    /** How far a coordinate is from a column or line of cells. */
    private double distance(double coordinate, int columnOrLine) {
        double start = (double) ((long) columnOrLine << shift);
        return Math.max(0, Math.max(start - coordinate, coordinate - (start + (1L << shift) - 1)));
    }

    private Placed grow(int root) {
        var cluster = new Cluster(scale);
        cluster.add(root);
        int radius = radiusPixels(scale.count(root));
        if (wish(root) == NOBODY) {
            for (int offset : NEIGHBOURS) {
                int neighbour = root + offset;
                int most = scale.most(neighbour);
                if (most > 0
                        && canReach(root, neighbour, Math.min(radius, radiusPixels(most)))
                        && scale.count(neighbour) > 0
                        && wish(neighbour) == root) {
                    cluster.add(neighbour);
                }
            }
        }
        return placed(root, cluster);
    }

    private Placed placed(int root, Cluster cluster) {
        if (cluster.count() == 1) {
            return new Placed(cluster, cluster.meanX() + 0.5, cluster.meanY() + 0.5);
        }
        double radius = cellsOf(radiusPixels(cluster.count()));
        return new Placed(
                cluster,
                kept(cluster.meanX(), firstColumn + root % WIDTH, radius),
                kept(cluster.meanY(), firstLine + root / WIDTH, radius));
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
