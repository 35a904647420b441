package se.lykta.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lykta.account.Audience;
import se.lykta.hotspot.analysis.Analyses;
import se.lykta.hotspot.analysis.Analysis;
import se.lykta.hotspot.analysis.Result;
import se.lykta.hotspot.file.Table;
import se.lykta.hotspot.surface.Raster;
import se.lykta.place.MetricGeometry;

/**
 * What a method finds with parameters that suit most towns, as a layer: for staff, since it sees the exact reports.
 *
 * <p>Cells that say nothing (no report, nothing special) are left out: a municipality is mostly wood. Whoever wants them, or
 * other parameters, asks {@code /api/analyses}.
 */
public final class AnalysisLayer implements Layer {

    private final Analyses analyses;
    private final AnalysisSubject subject;

    /** The layer of one service. */
    public AnalysisLayer(Analyses analyses, AnalysisSubject subject) {
        this.analyses = analyses;
        this.subject = subject;
    }

    @Override
    public String id() {
        return subject.id();
    }

    @Override
    public String titleSv() {
        return subject.titleSv();
    }

    @Override
    public String titleEn() {
        return subject.titleEn();
    }

    @Override
    public Audience audience() {
        return Audience.STAFF;
    }

    @Override
    public Contents read(View view) {
        return new Found(analyses.compute(subject.question(view.filter())), subject);
    }

    private record Found(Analysis analysis, AnalysisSubject subject) implements Contents {

        @Override
        public String version() {
            return analysis.id();
        }

        @Override
        public void forEach(Consumer<Feature> consumer) {
            Result result = analysis.result();
            var metric = new MetricGeometry(result.crs());
            Table table = result.table();
            for (int row = 0; row < table.rows(); row++) {
                Geometry metres = table.geometry(row);
                if (metres != null && subject.isWorthShowing(table, row)) {
                    consumer.accept(new Feature(id(table, row), metric.unproject(metres), values(table, row)));
                }
            }
        }

        @Override
        public Optional<Raster> raster() {
            Result result = analysis.result();
            return result.table().raster(result.crs());
        }

        /** The indexes of a cell, which stay the same for ever; else the number of the row. */
        private static String id(Table table, int row) {
            List<String> columns = table.columns();
            int i = columns.indexOf("i");
            int j = columns.indexOf("j");
            return i < 0 || j < 0 ? Integer.toString(row) : table.value(row, i) + "_" + table.value(row, j);
        }

        private static Map<String, @Nullable Object> values(Table table, int row) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            List<String> columns = table.columns();
            for (int column = 0; column < columns.size(); column++) {
                values.put(columns.get(column), table.value(row, column));
            }
            return values;
        }
    }
}
