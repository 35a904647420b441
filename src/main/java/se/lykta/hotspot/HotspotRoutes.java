package se.lykta.hotspot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.geo.GeoJsonGeometry;
import se.lykta.http.EntityTags;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;
import se.lykta.index.Filter;
import se.lykta.index.Filters;
import se.lykta.taxonomy.Severity;

/** {@code GET /api/hotspots}: the ranked hotspots of a filter as GeoJSON, with the method that found them. */
public final class HotspotRoutes implements Routes {

    private static final String PAPER = "Ester, Kriegel, Sander, Xu 1996";
    private static final String[] OWN = Stream.concat(
                    HotspotParameters.PARAMETERS.stream(), Stream.of(Audiences.PARAMETER))
            .toArray(String[]::new);

    private final HotspotBoard board;
    private final Audiences audiences;
    private final Filters filters;
    private final ZoneId zone;
    private final Supplier<String> attribution;
    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * The routes of one service.
     *
     * @param zone whose days are told
     * @param attribution whom to thank for the data, told with every answer
     */
    public HotspotRoutes(
            HotspotBoard board, Audiences audiences, Filters filters, ZoneId zone, Supplier<String> attribution) {
        this.board = board;
        this.audiences = audiences;
        this.filters = filters;
        this.zone = zone;
        this.attribution = attribution;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/hotspots", this::list);
    }

    private void list(Context context) {
        QueryParameters query = QueryParameters.of(context, Filter.parametersAnd(OWN));
        Filter filter = filters.parse(query);
        HotspotParameters parameters = HotspotParameters.parse(query);
        query.check();
        Audience audience = audiences.of(context);
        HotspotBoard.Shown shown = board.show(audience, filter, parameters);
        String tag = "hotspots." + shown.version() + "." + shown.at().toEpochMilli();
        context.header("Cache-Control", "private, no-cache").header("Vary", "Accept-Encoding, Authorization, Cookie");
        if (!EntityTags.answeredWeakly(context, tag)) {
            context.contentType("application/geo+json").result(written(shown));
        }
    }

    /** The collection as a whole: at most a thousand features, so it needs no streaming. */
    private byte[] written(HotspotBoard.Shown shown) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("type", "FeatureCollection");
            writeMethod(out, shown);
            writeFeatures(out, "features", shown.hotspots().list());
            writeFeatures(out, "former", shown.hotspots().former());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void writeMethod(JsonGenerator out, HotspotBoard.Shown shown) throws IOException {
        Hotspots hotspots = shown.hotspots();
        HotspotParameters parameters = hotspots.parameters();
        out.writeStringField("attribution", attribution.get());
        out.writeObjectFieldStart("method");
        out.writeStringField("name", "dbscan");
        out.writeNumberField("eps", parameters.epsMetres());
        out.writeNumberField("minReports", parameters.minReports());
        out.writeNumberField("minReporters", parameters.minReporters());
        out.writeStringField("by", parameters.byGroup() ? "group" : "all");
        writeWeights(out, parameters.weights());
        out.writeStringField("crs", hotspots.crs());
        out.writeStringField("paper", PAPER);
        out.writeEndObject();
        out.writePOJOField(
                "from", hotspots.window().map(w -> w.from().toString()).orElse(null));
        out.writePOJOField("to", hotspots.window().map(w -> w.to().toString()).orElse(null));
        out.writeNumberField("total", hotspots.total());
        out.writeNumberField("snapshotVersion", hotspots.snapshotVersion());
        out.writeStringField(
                "computedAt", shown.at().truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private static void writeWeights(JsonGenerator out, Weights weights) throws IOException {
        out.writeObjectFieldStart("weights");
        if (weights.bySeverity()) {
            out.writeObjectFieldStart("severity");
            for (Severity severity : Severity.values()) {
                out.writeNumberField(Integer.toString(severity.code()), severity.weight());
            }
            out.writeEndObject();
        } else {
            out.writeNullField("severity");
        }
        OptionalInt halfLife = weights.halfLifeDays();
        out.writePOJOField("halfLife", halfLife.isPresent() ? halfLife.getAsInt() : null);
        out.writeEndObject();
    }

    private void writeFeatures(JsonGenerator out, String field, List<Hotspot> hotspots) throws IOException {
        out.writeArrayFieldStart(field);
        for (Hotspot hotspot : hotspots) {
            writeFeature(out, hotspot);
        }
        out.writeEndArray();
    }

    private void writeFeature(JsonGenerator out, Hotspot hotspot) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "Feature");
        out.writeStringField("id", hotspot.id());
        out.writeFieldName("geometry");
        GeoJsonGeometry.write(out, hotspot.outline());
        out.writePOJOField("properties", HotspotProperties.of(hotspot, zone));
        out.writeEndObject();
    }
}
