package se.lykta.hotspot.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lykta.geo.GeoJsonGeometry;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.surface.GeoTiff;
import se.lykta.hotspot.surface.Raster;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.place.MetricGeometry;

/** Writes a table as CSV, numbers so exact that they read back the same, or as GeoJSON (RFC 7946), row by row; surfaces as GeoTIFF, too. */
public final class TableFile {

    private final Table table;
    private final MetricCrs crs;
    private final MetricGeometry metric;

    /** A writer of one table in metres of a system. */
    public TableFile(Table table, MetricCrs crs) {
        this.table = table;
        this.crs = crs;
        this.metric = new MetricGeometry(crs);
    }

    /**
     * Writes it in the format that a file's name tells.
     *
     * @throws ApiException {@code out-unknown} for any other ending, and for a raster of what is none
     */
    public void write(String fileName, OutputStream out) throws IOException {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            writeCsv(out);
        } else if (name.endsWith(".geojson") || name.endsWith(".json")) {
            writeGeoJson(out);
        } else if (name.endsWith(".tif") || name.endsWith(".tiff")) {
            out.write(GeoTiff.of(raster()));
        } else {
            throw refused(fileName + " does not end in .csv, .geojson or .tif");
        }
    }

    private Raster raster() {
        return table.raster(crs)
                .orElseThrow(() -> refused("the result is no surface of square cells, so it can't be a .tif"));
    }

    private static ApiException refused(String message) {
        return ApiException.invalid("out-unknown", List.of(new Fault("out", message)));
    }

    private void writeCsv(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(table.columns());
        String[] record = new String[table.columns().size()];
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < record.length; column++) {
                Object value = table.value(row, column);
                record[column] = value == null ? "" : value.toString();
            }
            csv.writeRecord(record);
        }
        csv.flush();
        text.flush();
    }

    private void writeGeoJson(OutputStream out) throws IOException {
        JsonFactory factory = new JsonMapper().getFactory();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writePOJOField("facts", table.facts());
            json.writeArrayFieldStart("features");
            for (int row = 0; row < table.rows(); row++) {
                writeFeature(json, row);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void writeFeature(JsonGenerator json, int row) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeFieldName("geometry");
        GeoJsonGeometry.write(json, lonLat(table.geometry(row)));
        json.writeObjectFieldStart("properties");
        List<String> columns = table.columns();
        for (int column = 0; column < columns.size(); column++) {
            json.writePOJOField(columns.get(column), finite(table.value(row, column)));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private @Nullable Geometry lonLat(@Nullable Geometry metres) {
        return metres == null ? null : metric.unproject(metres);
    }

    /** JSON knows no infinite numbers. */
    private static @Nullable Object finite(@Nullable Object value) {
        return value instanceof Double number && !Double.isFinite(number) ? null : value;
    }
}
