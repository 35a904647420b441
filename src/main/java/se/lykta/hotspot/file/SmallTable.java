package se.lykta.hotspot.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A table of few rows, which are all there: what a test or a search found. Immutable once it is handed out. */
final class SmallTable implements Table {

    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Object> facts = new LinkedHashMap<>();

    /** One row; values in the order of the columns. */
    private record Row(@Nullable Geometry geometry, List<@Nullable Object> values) {}

    SmallTable(String... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row of as many values as there are columns. */
    void add(@Nullable Geometry geometry, @Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("%d values for %d columns".formatted(values.length, columns.size()));
        }
        List<@Nullable Object> copy = new ArrayList<>();
        Collections.addAll(copy, values);
        rows.add(new Row(geometry, copy));
    }

    /** Adds a fact about the whole. */
    void fact(String name, Object value) {
        facts.put(name, value);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows.size();
    }

    @Override
    public @Nullable Object value(int row, int column) {
        return rows.get(row).values.get(column);
    }

    @Override
    public @Nullable Geometry geometry(int row) {
        return rows.get(row).geometry;
    }

    @Override
    public Map<String, Object> facts() {
        return Collections.unmodifiableMap(facts);
    }
}
