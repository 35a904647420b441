package se.lykta.hotspot.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.file.Table;
import se.lykta.hotspot.surface.Raster;

/** A result whose facts also tell what was done on what, so that a file that was sent around can be made again. Immutable. */
public record DescribedTable(Analysis analysis, Result result) implements Table {

    /** The result of an analysis that has ended. */
    public static DescribedTable of(Analysis analysis) {
        return new DescribedTable(analysis, analysis.result());
    }

    @Override
    public List<String> columns() {
        return result.table().columns();
    }

    @Override
    public int rows() {
        return result.table().rows();
    }

    @Override
    public @Nullable Object value(int row, int column) {
        return result.table().value(row, column);
    }

    @Override
    public @Nullable Geometry geometry(int row) {
        return result.table().geometry(row);
    }

    @Override
    public boolean isSurface() {
        return result.table().isSurface();
    }

    @Override
    public Optional<Raster> raster(MetricCrs crs) {
        return result.table().raster(crs);
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("method", analysis.question().method().name());
        facts.put("parameters", new TreeMap<>(analysis.question().parameters()));
        facts.put("filter", new TreeMap<>(analysis.question().filterAsGiven()));
        facts.put("reports", result.reports());
        result.window().ifPresent(window -> {
            facts.put("from", window.from().toString());
            facts.put("to", window.to().toString());
        });
        facts.put("crs", result.crs().name());
        facts.put("snapshotVersion", analysis.snapshotVersion());
        facts.put("computedAt", result.computedAt().toString());
        facts.putAll(result.table().facts());
        return facts;
    }
}
