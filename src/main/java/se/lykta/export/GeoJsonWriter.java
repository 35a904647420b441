package se.lykta.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
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
 * <p>No crs member (section 4), attribution and method as foreign members (section 6.1), UTF-8. Only {@link #finish()} writes the end:
 * a collection that failed half-way stays cut off, so that nobody takes it for a whole one. Used by one thread.
 */
public final class GeoJsonWriter {

    /** Leaves brackets open and the stream as it is when a writer is dropped half-way. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final JsonGenerator json;

    /**
     * Begins a collection.
     *
     * @param out stays open
     * @param attribution whom to thank for the data
     * @param provenance how the features were found, written as foreign members
     */
    public GeoJsonWriter(OutputStream out, String attribution, Map<String, @Nullable Object> provenance)
            throws IOException {
        json = JSON.createGenerator(out);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeStringField("attribution", attribution);
        writeMembers(provenance);
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
        writeMembers(feature.properties());
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

    private void writeMembers(Map<?, ?> members) throws IOException {
        for (Map.Entry<?, ?> member : members.entrySet()) {
            json.writeFieldName(String.valueOf(member.getKey()));
            writeValue(member.getValue());
        }
    }

    /** Only values that mean the same everywhere. */
    private void writeValue(@Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Number number) {
            writeNumber(number);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                writeValue(element);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> members) {
            json.writeStartObject();
            writeMembers(members);
            json.writeEndObject();
        } else {
            throw new IllegalArgumentException(
                    "GeoJSON properties don't hold a " + value.getClass().getName());
        }
    }

    /** NaN and the infinities are no JSON, so they become null. */
    private void writeNumber(Number number) throws IOException {
        if (number instanceof Integer || number instanceof Long) {
            json.writeNumber(number.longValue());
        } else if (Double.isFinite(number.doubleValue())) {
            json.writeNumber(number.doubleValue());
        } else {
            json.writeNull();
        }
    }
}
