package se.lykta.hotspot.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.surface.Raster;

/**
 * What a method found, row by row, made when asked for, so that millions of rows need no memory of their own.
 *
 * <p>Immutable, safe for use by many threads.
 */
public interface Table {

    /** The names of the columns; those of the reference files of other packages where there are any. */
    List<String> columns();

    /** How many rows there are. */
    int rows();

    /** A value: text, whole number, number, truth value, or null for none. */
    @Nullable Object value(int row, int column);

    /** Where a row is, in metres of the input's system; null for rows that are nowhere. */
    @Nullable Geometry geometry(int row);

    /** What was done and found as a whole: parameters as they were used, n, sums, warnings; flat values in fixed order. */
    Map<String, Object> facts();

    /** Whether it is a surface of square cells, which can be a raster file; most tables are not. */
    default boolean isSurface() {
        return false;
    }

    /**
     * The surface that the table is, for a raster file, if {@link #isSurface()}.
     *
     * @param crs the input's system
     */
    default Optional<Raster> raster(MetricCrs crs) {
        return Optional.empty();
    }
}
