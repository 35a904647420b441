package se.lykta.walk;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.lykta.geo.GeoJsonGeometry;
import se.lykta.geo.LonLat;
import se.lykta.taxonomy.Light;
import se.lykta.walk.plan.WalkRequest;

/** Writes what was asked for by the names of a request's body, so that it can be sent again. */
final class WalkRequestJson {

    private WalkRequestJson() {}

    static void write(JsonGenerator out, WalkRequest request) throws IOException {
        out.writeStartObject();
        writePosition(out, "start", request.start());
        LonLat end = request.end();
        if (end != null) {
            writePosition(out, "end", end);
        }
        out.writeNumberField("minutes", request.pace().minutes());
        out.writeNumberField("minutesPerStop", request.pace().minutesPerStop());
        out.writeNumberField("speedKmh", request.pace().speedKmh());
        out.writeNumberField("groups", request.limits().groups());
        out.writeNumberField("maxStops", request.limits().maxStops());
        out.writeNumberField("maxKilometres", request.limits().maxKilometres());
        writeWhen(out, request.when());
        out.writeBooleanField("stepFree", request.stepFree());
        out.writeBooleanField("preferLit", request.preferLit());
        writeWishes(out, request.wishes());
        for (Map.Entry<String, String> member : request.filter().entrySet()) {
            out.writeStringField(member.getKey(), member.getValue());
        }
        out.writeEndObject();
    }

    private static void writeWhen(JsonGenerator out, WalkRequest.When when) throws IOException {
        Light light = when.light();
        LocalTime time = when.time();
        if (light != null) {
            out.writeStringField("light", light.name().toLowerCase(Locale.ROOT));
        }
        out.writeStringField("date", when.date().toString());
        if (time != null) {
            out.writeStringField("time", time.toString());
        }
    }

    private static void writeWishes(JsonGenerator out, WalkRequest.Wishes wishes) throws IOException {
        writeList(out, "pinned", wishes.pinned());
        writeList(out, "banned", wishes.banned());
        out.writeArrayFieldStart("order");
        for (List<String> ids : wishes.order()) {
            out.writeArray(ids.toArray(String[]::new), 0, ids.size());
        }
        out.writeEndArray();
    }

    private static void writeList(JsonGenerator out, String member, List<String> ids) throws IOException {
        out.writeFieldName(member);
        out.writeArray(ids.toArray(String[]::new), 0, ids.size());
    }

    private static void writePosition(JsonGenerator out, String member, LonLat position) throws IOException {
        out.writeFieldName(member);
        GeoJsonGeometry.writePosition(out, position.lonDeg(), position.latDeg());
    }
}
