package se.lykta.walk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import se.lykta.geo.GeoJsonGeometry;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;
import se.lykta.walk.network.FootLeg;
import se.lykta.walk.network.FootStep;
import se.lykta.walk.plan.Departure;
import se.lykta.walk.plan.LeftOut;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkPlan;
import se.lykta.walk.plan.WalkStop;
import se.lykta.walk.plan.WalkTotals;

/**
 * A walk as GeoJSON (RFC 7946): for each group its route as a line and its stops as points, what was left out beside them.
 */
final class WalkGeoJson {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final JsonFactory json = new JsonFactory();
    private final Supplier<String> attribution;

    WalkGeoJson(Supplier<String> attribution) {
        this.attribution = attribution;
    }

    /** The same bytes for the same walk. */
    byte[] write(StoredWalk stored) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = json.createGenerator(bytes)) {
            WalkPlan plan = stored.plan();
            out.writeStartObject();
            out.writeStringField("type", "FeatureCollection");
            out.writeStringField("id", stored.id());
            out.writeStringField("attribution", attribution.get());
            out.writeNumberField("version", stored.version());
            out.writeStringField("created", stored.created().toString());
            out.writeFieldName("parameters");
            WalkRequestJson.write(out, plan.request());
            writeDeparture(out, plan.departure());
            writeTotals(out, plan);
            writeLeftOut(out, plan.leftOut());
            out.writeArrayFieldStart("features");
            for (Loop loop : plan.loops()) {
                writeLoop(out, stored, loop);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeDeparture(JsonGenerator out, Departure departure) throws IOException {
        LocalDateTime dusk = departure.civilDusk();
        out.writeObjectFieldStart("departure");
        out.writeStringField("start", departure.start().format(MINUTE));
        out.writeStringField("civilDusk", dusk == null ? null : dusk.format(MINUTE));
        out.writeStringField("light", departure.dark() ? "dark" : "light");
        out.writeEndObject();
    }

    /** What all groups see together, and when the last one is back. */
    private static void writeTotals(JsonGenerator out, WalkPlan plan) throws IOException {
        List<WalkTotals> totals = plan.loops().stream().map(Loop::totals).toList();
        out.writeObjectFieldStart("totals");
        out.writeNumberField("groups", totals.size());
        out.writeNumberField("stops", plan.stopCount());
        out.writeNumberField(
                "score", totals.stream().mapToInt(WalkTotals::reports).sum());
        out.writeNumberField(
                "metres", totals.stream().mapToInt(WalkTotals::metres).sum());
        out.writeNumberField(
                "litMetres", totals.stream().mapToInt(WalkTotals::litMetres).sum());
        out.writeNumberField(
                "minutes",
                minutes(totals.stream().mapToInt(WalkTotals::seconds).max().orElse(0)));
        out.writeNumberField("plannedMinutes", minutes(plan.request().plannedSeconds()));
        out.writeEndObject();
    }

    private static void writeLeftOut(JsonGenerator out, List<LeftOut> leftOut) throws IOException {
        out.writeArrayFieldStart("left_out");
        for (LeftOut one : leftOut) {
            out.writeStartObject();
            out.writeStringField("hotspot", one.hotspot());
            write(out, "name", one.name());
            out.writeStringField("reason", one.reason());
            write(out, "reason", one.explanation());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeLoop(JsonGenerator out, StoredWalk stored, Loop loop) throws IOException {
        writeRoute(out, stored, loop);
        for (WalkStop stop : loop.stops()) {
            writeStop(out, stop, loop.group(), stored.plan().departure().start());
        }
    }

    private static void writeRoute(JsonGenerator out, StoredWalk stored, Loop loop) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "Feature");
        out.writeStringField("id", "route-" + loop.group());
        writeLine(out, loop.legs());
        out.writeObjectFieldStart("properties");
        out.writeStringField("kind", "route");
        out.writeStringField("walk", stored.id());
        out.writeNumberField("group", loop.group());
        writeTotals(out, loop);
        out.writeFieldName("start");
        write(out, loop.start());
        out.writeFieldName("end");
        write(out, loop.end());
        writeLegs(out, loop.legs());
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void writeTotals(JsonGenerator out, Loop loop) throws IOException {
        WalkTotals totals = loop.totals();
        out.writeNumberField("metres", totals.metres());
        out.writeNumberField("litMetres", totals.litMetres());
        out.writeNumberField(
                "stepMetres", loop.legs().stream().mapToInt(FootLeg::stepMetres).sum());
        out.writeNumberField("seconds", totals.seconds());
        out.writeNumberField("minutes", minutes(totals.seconds()));
        out.writeNumberField("walkMinutes", minutes(totals.walkSeconds()));
        out.writeNumberField("stopMinutes", minutes(totals.stopSeconds()));
        out.writeNumberField("plannedMinutes", minutes(totals.plannedSeconds()));
        out.writeNumberField("stops", loop.stops().size());
        out.writeNumberField("score", totals.reports());
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
            out.writeNumberField("stepMetres", leg.stepMetres());
            out.writeNumberField("seconds", leg.seconds());
            out.writeNumberField("minutes", minutes(leg.seconds()));
            out.writeNumberField("positions", leg.line().size());
            out.writeArrayFieldStart("steps");
            for (FootStep step : leg.steps()) {
                writeStep(out, step);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeStep(JsonGenerator out, FootStep step) throws IOException {
        out.writeStartObject();
        write(out, "text", step.text());
        out.writeNumberField("metres", step.metres());
        out.writeNumberField("seconds", step.seconds());
        out.writeFieldName("position");
        write(out, step.position());
        out.writeEndObject();
    }

    private static void writeStop(JsonGenerator out, WalkStop stop, int group, LocalDateTime start) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "Feature");
        out.writeStringField("id", "stop-%d-%d".formatted(group, stop.number()));
        out.writeObjectFieldStart("geometry");
        out.writeStringField("type", "Point");
        out.writeFieldName("coordinates");
        write(out, stop.position());
        out.writeEndObject();
        out.writeObjectFieldStart("properties");
        out.writeStringField("kind", "stop");
        out.writeNumberField("group", group);
        out.writeNumberField("number", stop.number());
        write(out, "name", stop.name());
        out.writeStringField("arrival", start.plusSeconds(stop.arrivalSeconds()).format(CLOCK));
        out.writeNumberField("arrivalMinute", stop.arrivalSeconds() / 60);
        out.writeNumberField("arrivalSeconds", stop.arrivalSeconds());
        out.writeNumberField("minutes", stop.minutes());
        write(out, "why", stop.why());
        out.writeNumberField("reports", stop.reports());
        out.writeStringField("hotspot", stop.hotspot());
        out.writeBooleanField("pinned", stop.pinned());
        out.writeFieldName("place");
        write(out, stop.place());
        out.writeNumberField("offMetres", stop.offMetres());
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, String member, Name name) throws IOException {
        out.writeStringField(member + "_sv", name.sv());
        out.writeStringField(member + "_en", name.en());
    }

    private static void write(JsonGenerator out, LonLat position) throws IOException {
        GeoJsonGeometry.writePosition(out, position.lonDeg(), position.latDeg());
    }

    /** Tenths of a minute, rounded up: so pages that round up to whole ones say the same as paper. */
    private static double minutes(int seconds) {
        return Math.ceil(seconds / 6.0) / 10.0;
    }
}
