package se.lykta.hotspot.cells;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;

/**
 * The cells of a study area: all that have a point of it, whether or not any report lies there.
 *
 * <p>Exists because zeros are data: a map of only the cells with reports has no chance to compare with. The area, not the
 * reports, decides what cells there are, so a stray point 1 000 km away is counted as outside and changes nothing. Cells
 * are numbered by i, then j, and so is every array that speaks of cells. Immutable, safe for use by many threads.
 */
public final class StudyCells {

    /** More cells are refused: no map shows them, and statistics of empty cells mean little. */
    public static final int MOST_CELLS = 1_000_000;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final CellShape shape;
    private final long[] keys;
    private final double[] inside;

    private StudyCells(CellShape shape, long[] keys, double[] inside) {
        this.shape = shape;
        this.keys = keys;
        this.inside = inside;
    }

    /**
     * The cells of an area in metric coordinates.
     *
     * @param area valid polygons, not empty
     * @throws IllegalArgumentException if it is not, or has more than {@link #MOST_CELLS} cells
     */
    public static StudyCells of(CellShape shape, Geometry area) {
        if (!(area instanceof Polygonal) || area.isEmpty() || !area.isValid()) {
            throw new IllegalArgumentException("the study area is not of valid polygons but %s, %d corners"
                    .formatted(area.getGeometryType(), area.getNumPoints()));
        }
        List<AreaCells.AreaCell> found = new AreaCells(shape, area, MOST_CELLS)
                .find().stream()
                        .sorted(Comparator.comparingLong(AreaCells.AreaCell::key))
                        .toList();
        return new StudyCells(
                shape,
                found.stream().mapToLong(AreaCells.AreaCell::key).toArray(),
                found.stream().mapToDouble(AreaCells.AreaCell::inside).toArray());
    }

    /** What the cells look like. */
    public CellShape shape() {
        return shape;
    }

    /** Number of cells. */
    public int size() {
        return keys.length;
    }

    /** The first index of a cell. */
    public int i(int cell) {
        return CellShape.i(keys[cell]);
    }

    /** The second index of a cell. */
    public int j(int cell) {
        return CellShape.j(keys[cell]);
    }

    /** The x of a cell's centre, wherever the area lies in the cell. */
    public double centreX(int cell) {
        return shape.centreX(i(cell), j(cell));
    }

    /** The y of a cell's centre. */
    public double centreY(int cell) {
        return shape.centreY(j(cell));
    }

    /** Square metres of the study area in a cell, 0 where it only touches. */
    public double areaInside(int cell) {
        return inside[cell];
    }

    /** Square metres of the study area in every cell. */
    public double[] areasInside() {
        return inside.clone();
    }

    /** The whole cell, also the part outside the area. */
    public Polygon polygon(int cell) {
        return polygon(shape, i(cell), j(cell));
    }

    /** The cell with these indexes, or -1. */
    public int indexOf(int i, int j) {
        return indexOf(CellShape.key(i, j));
    }

    /** The cell of a position, or -1 if it is outside all cells. */
    public int cellAt(double x, double y) {
        return indexOf(shape.cellAt(x, y));
    }

    private int indexOf(long key) {
        return Math.max(-1, Arrays.binarySearch(keys, key));
    }

    /**
     * Counts points by cell.
     *
     * @param x coordinates in metres, finite
     * @param y as many as {@code x}
     */
    public CellCounts count(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("%d x and %d y are no points".formatted(x.length, y.length));
        }
        int[] counts = new int[keys.length];
        int outside = 0;
        for (int point = 0; point < x.length; point++) {
            if (!Double.isFinite(x[point]) || !Double.isFinite(y[point])) {
                throw new IllegalArgumentException("point %s, %s is not finite".formatted(x[point], y[point]));
            }
            int cell = cellAt(x[point], y[point]);
            if (cell < 0) {
                outside++;
            } else {
                counts[cell]++;
            }
        }
        return new CellCounts(counts, outside);
    }

    static Polygon polygon(CellShape shape, int i, int j) {
        double[] corners = shape.corners();
        Coordinate[] ring = new Coordinate[corners.length / 2 + 1];
        for (int k = 0; k < ring.length; k++) {
            int at = 2 * k % corners.length;
            ring[k] = new Coordinate(corners[at] + shape.centreX(i, j), corners[at + 1] + shape.centreY(j));
        }
        return FACTORY.createPolygon(ring);
    }
}
