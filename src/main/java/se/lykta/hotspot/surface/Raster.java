package se.lykta.hotspot.surface;

import java.util.Arrays;
import java.util.stream.IntStream;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.cells.SquareCells;
import se.lykta.hotspot.cells.StudyCells;

/**
 * A surface as a rectangle of square cells, row by row from the north-west; not a number where there is no value.
 *
 * <p>Exists because files and contours want rectangles, while the cells of a study area have any shape. Immutable.
 */
public final class Raster {

    /** More cells are refused: the study area is not what the points span. */
    private static final long MOST_CELLS = 100_000_000;

    private final MetricCrs crs;
    private final double west;
    private final double north;
    private final double cellMetres;
    private final int columns;
    private final float[] values;

    private Raster(MetricCrs crs, double west, double north, double cellMetres, int columns, float[] values) {
        this.crs = crs;
        this.west = west;
        this.north = north;
        this.cellMetres = cellMetres;
        this.columns = columns;
        this.values = values;
    }

    /**
     * The rectangle around the square cells of a study area.
     *
     * @param values of each cell, in {@code crs}
     * @throws IllegalArgumentException if the cells are no squares
     */
    public static Raster of(MetricCrs crs, StudyCells cells, double[] values) {
        if (!(cells.shape() instanceof SquareCells squares)) {
            throw new IllegalArgumentException("a raster has square cells, these are hexagons");
        }
        int[] i = IntStream.range(0, cells.size()).map(cells::i).toArray();
        int[] j = IntStream.range(0, cells.size()).map(cells::j).toArray();
        return ofCells(crs, squares.sizeMetres(), i, j, values);
    }

    /**
     * The rectangle around some square cells; those that are not among them have no value.
     *
     * @param crs of the coordinates, metric
     * @param cellMetres side of a cell
     * @param i column of each cell: it reaches from i to i + 1 sides east of the origin
     * @param j row of each cell, counted to the north
     * @param values of each cell
     */
    static Raster ofCells(MetricCrs crs, double cellMetres, int[] i, int[] j, double[] values) {
        if (i.length == 0 || i.length != j.length || i.length != values.length) {
            throw new IllegalArgumentException(
                    "%d columns, %d rows and %d values are no cells".formatted(i.length, j.length, values.length));
        }
        if (!(cellMetres > 0 && crs.isMetric())) {
            throw new IllegalArgumentException("cells of %s m in %s are not metric".formatted(cellMetres, crs.name()));
        }
        int first = Arrays.stream(i).min().orElseThrow();
        int top = Arrays.stream(j).max().orElseThrow();
        long width = 1L + Arrays.stream(i).max().orElseThrow() - first;
        long height = 1L + top - Arrays.stream(j).min().orElseThrow();
        if (width * height > MOST_CELLS) {
            throw new IllegalArgumentException(
                    "%d x %d cells are more than a raster of %d".formatted(width, height, MOST_CELLS));
        }
        float[] cells = new float[(int) (width * height)];
        Arrays.fill(cells, Float.NaN);
        for (int cell = 0; cell < i.length; cell++) {
            cells[(int) ((top - j[cell]) * width + i[cell] - first)] = (float) values[cell];
        }
        return new Raster(crs, first * cellMetres, (top + 1) * cellMetres, cellMetres, (int) width, cells);
    }

    /** The system of the coordinates. */
    public MetricCrs crs() {
        return crs;
    }

    /** The western edge, metres. */
    public double west() {
        return west;
    }

    /** The northern edge, metres. */
    public double north() {
        return north;
    }

    /** Side of a cell. */
    public double cellMetres() {
        return cellMetres;
    }

    /** Cells from west to east. */
    public int columns() {
        return columns;
    }

    /** Cells from north to south. */
    public int rows() {
        return values.length / columns;
    }

    /** A value, rows counted from the north; NaN where there is none, and outside. */
    public float value(int column, int row) {
        boolean inside = column >= 0 && row >= 0 && column < columns && row < rows();
        return inside ? values[row * columns + column] : Float.NaN;
    }
}
