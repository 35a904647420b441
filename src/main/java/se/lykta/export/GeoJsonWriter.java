package se.lykta.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lykta.geo.GeoJsonGeometry;
import se.lykta.layer.Feature;

/**
 * Writes a feature collection (RFC 7946), feature by feature, in memory that doesn't depend on their number.
 *
 * <p>No crs member (section 4), attribution as a foreign member (section 6.1), UTF-8. Only {@link #finish()} writes the end:
 * a collection that failed half-way stays cut off, so that nobody takes it for a whole one. Used by one thread.
 */
public final class GeoJsonWriter {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final JsonGenerator json;

    /**
     * Begins a collection.
     *
     * @param out stays open
     * @param attribution whom to thank for the data
     */
    public GeoJsonWriter(OutputStream out, String attribution) throws IOException {
        json = JSON.createGenerator(out);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeStringField("attribution", attribution);
        json.writeArrayFieldStart("features");
    }

    /** Writes one feature on its own line. */
    public void write(Feature feature) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", feature.id());
        json.writeFieldName("geometry");
        GeoJsonGeometry.write(json, feature.geometry());
        json.writeObjectFieldStart("properties");
        for (Map.Entry<String, @Nullable Object> property : feature.properties().entrySet()) {
            json.writeFieldName(property.getKey());
            writeValue(property.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Ends the collection; without this call it is no JSON. */
    public void finish() throws IOException {
        json.writeRaw('\n');
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    /** Only values that mean the same everywhere; a number that is none is no JSON, so it becomes null. */
    private void writeValue(@Nullable Object value) throws IOException {
        if (value instanceof Double number && !Double.isFinite(number)) {
            json.writeNull();
        } else if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            json.writePOJO(value);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                writeValue(element);
            }
            json.writeEndArray();
        } else {
            throw new IllegalArgumentException(
                    "GeoJSON properties don't hold a " + value.getClass().getName());
        }
    }
}
