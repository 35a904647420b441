package se.lykta.walk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import se.lykta.geo.GeoJsonGeometry;
import se.lykta.geo.LonLat;

/** A walk as GeoJSON (RFC 7946): the route as a line, the stops as points, what was left out beside them. */
final class WalkGeoJson {

    private final JsonFactory json = new JsonFactory();
    private final Supplier<String> attribution;

    WalkGeoJson(Supplier<String> attribution) {
        this.attribution = attribution;
    }

    /** The same bytes for the same walk. */
    byte[] write(StoredWalk stored) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("type", "FeatureCollection");
            out.writeStringField("id", stored.id());
            out.writeStringField("attribution", attribution.get());
            out.writeNumberField("version", stored.version());
            out.writeStringField("created", stored.created().toString());
            writeParameters(out, stored.plan().request());
            writeTotals(out, stored.plan().loops().get(0));
            writeLeftOut(out, stored.plan().leftOut());
            out.writeArrayFieldStart("features");
            writeRoute(out, stored);
            for (WalkStop stop : stored.plan().loops().get(0).stops()) {
                writeStop(out, stop);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeParameters(JsonGenerator out, WalkRequest request) throws IOException {
        out.writeObjectFieldStart("parameters");
        out.writeFieldName("start");
        write(out, request.start());
        out.writeNumberField("minutes", request.pace().minutes());
        out.writeNumberField("minutesPerStop", request.pace().minutesPerStop());
        out.writeNumberField("maxStops", request.limits().maxStops());
        out.writeNumberField("speedKmh", request.pace().speedKmh());
        out.writeNumberField("maxKilometres", request.limits().maxKilometres());
        out.writeBooleanField("stepFree", request.stepFree());
        out.writeStringField("score", "number of reports");
        out.writeEndObject();
    }

    private static void writeTotals(JsonGenerator out, Loop walk) throws IOException {
        out.writeObjectFieldStart("totals");
        writeTotalFields(out, walk);
        out.writeEndObject();
    }

    private static void writeTotalFields(JsonGenerator out, Loop walk) throws IOException {
        WalkTotals totals = walk.totals();
        out.writeNumberField("metres", totals.metres());
        out.writeNumberField("litMetres", totals.litMetres());
        out.writeNumberField("minutes", minutes(totals.seconds()));
        out.writeNumberField("walkMinutes", minutes(totals.walkSeconds()));
        out.writeNumberField("stopMinutes", minutes(totals.stopSeconds()));
        out.writeNumberField("plannedMinutes", minutes(totals.plannedSeconds()));
        out.writeNumberField("stops", walk.stops().size());
        out.writeNumberField("score", totals.reports());
    }

    private static void writeLeftOut(JsonGenerator out, List<LeftOut> leftOut) throws IOException {
        out.writeArrayFieldStart("left_out");
        for (LeftOut one : leftOut) {
            out.writeStartObject();
            out.writeStringField("hotspot", one.hotspot());
            out.writeStringField("name_sv", one.name().sv());
            out.writeStringField("name_en", one.name().en());
            out.writeStringField("reason", one.reason());
            out.writeStringField("reason_sv", one.explanation().sv());
            out.writeStringField("reason_en", one.explanation().en());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeRoute(JsonGenerator out, StoredWalk stored) throws IOException {
        Loop loop = stored.plan().loops().get(0);
        out.writeStartObject();
        out.writeStringField("type", "Feature");
        out.writeStringField("id", "route");
        writeLine(out, loop.legs());
        out.writeObjectFieldStart("properties");
        out.writeStringField("kind", "route");
        out.writeStringField("walk", stored.id());
        writeTotalFields(out, loop);
        out.writeFieldName("start");
        write(out, loop.start());
        writeLegs(out, loop.legs());
        out.writeEndObject();
        out.writeEndObject();
    }

    /** One line; a leg begins where the one before it ends. */
    private static void writeLine(JsonGenerator out, List<FootLeg> legs) throws IOException {
        out.writeObjectFieldStart("geometry");
        out.writeStringField("type", "LineString");
        out.writeArrayFieldStart("coordinates");
        for (int leg = 0; leg < legs.size(); leg++) {
            List<LonLat> line = legs.get(leg).line();
            for (LonLat position : leg == 0 ? line : line.subList(1, line.size())) {
                write(out, position);
            }
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void writeLegs(JsonGenerator out, List<FootLeg> legs) throws IOException {
        out.writeArrayFieldStart("legs");
        for (FootLeg leg : legs) {
            out.writeStartObject();
            out.writeNumberField("metres", leg.metres());
            out.writeNumberField("litMetres", leg.litMetres());
            out.writeNumberField("minutes", minutes(leg.seconds()));
            out.writeNumberField("positions", leg.line().size());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeStop(JsonGenerator out, WalkStop stop) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "Feature");
        out.writeStringField("id", "stop-" + stop.number());
        out.writeObjectFieldStart("geometry");
        out.writeStringField("type", "Point");
        out.writeFieldName("coordinates");
        write(out, stop.position());
        out.writeEndObject();
        out.writeObjectFieldStart("properties");
        out.writeStringField("kind", "stop");
        out.writeNumberField("number", stop.number());
        out.writeStringField("name_sv", stop.name().sv());
        out.writeStringField("name_en", stop.name().en());
        out.writeNumberField("arrivalMinute", stop.arrivalSeconds() / 60);
        out.writeStringField("why_sv", stop.why().sv());
        out.writeStringField("why_en", stop.why().en());
        out.writeNumberField("reports", stop.reports());
        out.writeStringField("hotspot", stop.hotspot());
        out.writeNumberField("offMetres", stop.offMetres());
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, LonLat position) throws IOException {
        GeoJsonGeometry.writePosition(out, position.lonDeg(), position.latDeg());
    }

    /** Tenths of a minute. */
    private static double minutes(int seconds) {
        return Math.round(seconds / 6.0) / 10.0;
    }
}
