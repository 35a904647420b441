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
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.geo.GeoJsonGeometry;
import se.lykta.http.EntityTags;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;
import se.lykta.index.Filter;
import se.lykta.index.Filters;

/** {@code GET /api/hotspots}: the ranked hotspots of a filter as GeoJSON, with the method that found them. */
public final class HotspotRoutes implements Routes {

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
            out.writeStringField("attribution", attribution.get());
            for (Map.Entry<String, @Nullable Object> value :
                    Provenance.of(shown.hotspots()).entrySet()) {
                out.writePOJOField(value.getKey(), value.getValue());
            }
            out.writeStringField(
                    "computedAt", shown.at().truncatedTo(ChronoUnit.MILLIS).toString());
            writeFeatures(out, "features", shown.hotspots().list());
            writeFeatures(out, "former", shown.hotspots().former());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
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
