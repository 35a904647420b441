package se.lykta.hotspot.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.cells.SquareCells;
import se.lykta.hotspot.cells.StudyCells;
import se.lykta.hotspot.surface.Raster;

/** A table whose columns are functions of the row. Filled by its maker, then not changed any more. */
final class ColumnTable implements Table {

    private final int rows;
    private final IntFunction<@Nullable Geometry> geometry;
    private final List<String> names = new ArrayList<>();
    private final List<IntFunction<? extends @Nullable Object>> columns = new ArrayList<>();
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private Optional<Function<MetricCrs, Raster>> maker = Optional.empty();

    ColumnTable(int rows, IntFunction<@Nullable Geometry> geometry) {
        this.rows = rows;
        this.geometry = geometry;
    }

    /** Adds a column. */
    ColumnTable column(String name, IntFunction<? extends @Nullable Object> value) {
        names.add(name);
        columns.add(value);
        return this;
    }

    /** Makes it a surface, if the cells are squares; a value for each. */
    ColumnTable surface(StudyCells cells, double[] values) {
        if (cells.shape() instanceof SquareCells) {
            maker = Optional.of(crs -> Raster.of(crs, cells, values));
        }
        return this;
    }

    /** Adds what is known of the whole. */
    ColumnTable fact(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    @Override
    public List<String> columns() {
        return List.copyOf(names);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public @Nullable Object value(int row, int column) {
        return columns.get(column).apply(row);
    }

    @Override
    public @Nullable Geometry geometry(int row) {
        return geometry.apply(row);
    }

    @Override
    public boolean isSurface() {
        return maker.isPresent();
    }

    @Override
    public Optional<Raster> raster(MetricCrs crs) {
        return maker.map(known -> known.apply(crs));
    }

    @Override
    public Map<String, Object> facts() {
        return new LinkedHashMap<>(facts);
    }
}
