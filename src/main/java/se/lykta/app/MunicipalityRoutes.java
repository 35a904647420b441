package se.lykta.app;

import com.fasterxml.jackson.core.JsonGenerator;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.geo.Bbox;
import se.lykta.geo.GeoJsonGeometry;
import se.lykta.http.JsonAnswer;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;
import se.lykta.index.Extent;
import se.lykta.index.Indexes;
import se.lykta.index.Snapshot;
import se.lykta.place.Area;
import se.lykta.place.Municipality;
import se.lykta.place.area.AreaGeoJson;

/** What the page has to know before it draws anything: {@code GET /api/municipality}. */
final class MunicipalityRoutes implements Routes {

    private final JsonAnswer answer;
    private final Territory territory;
    private final Indexes indexes;
    private final Audiences audiences;
    private final BooleanSupplier walks;
    private final Cache<Snapshot, Optional<Extent>> extents =
            Caffeine.newBuilder().weakKeys().build();

    /** The routes; {@code walks} says whether walks can be planned now. */
    MunicipalityRoutes(
            JsonAnswer answer, Territory territory, Indexes indexes, Audiences audiences, BooleanSupplier walks) {
        this.answer = answer;
        this.territory = territory;
        this.indexes = indexes;
        this.audiences = audiences;
        this.walks = walks;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/municipality", this::show);
    }

    private void show(Context context) {
        QueryParameters.of(context, Audiences.PARAMETER).check();
        Audience audience = audiences.of(context);
        Optional<Extent> extent = extents.get(indexes.snapshot(audience), Extent::of);
        context.header("Vary", "Accept-Encoding, Authorization, Cookie");
        answer.send(context, body(audience, extent), "application/json", JsonAnswer.PRIVATE);
    }

    private byte[] body(Audience audience, Optional<Extent> extent) {
        Territory.Known now = territory.now();
        Municipality municipality = now.municipality();
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = answer.mapper().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("name", municipality.name());
            json.writeBooleanField("fictional", municipality.fictional());
            json.writeBooleanField("demo", audiences.isDemo());
            json.writeStringField("audience", audience.name().toLowerCase(Locale.ROOT));
            writeBox(json, municipality.outline().isPresent() ? municipality.bbox() : box(municipality, extent));
            json.writeFieldName("start");
            GeoJsonGeometry.writePosition(
                    json, municipality.start().lonDeg(), municipality.start().latDeg());
            json.writeFieldName("outline");
            GeoJsonGeometry.write(json, municipality.outline().orElse(null));
            writeAreas(json, now.areas());
            json.writeStringField("areasVersion", Long.toString(now.areasVersion()));
            json.writeStringField("attribution", Attribution.of(municipality));
            json.writeNumberField("reports", extent.map(Extent::reports).orElse(0));
            writeDate(json, "firstDate", extent.map(Extent::firstMinute), municipality);
            writeDate(json, "lastDate", extent.map(Extent::lastMinute), municipality);
            json.writeBooleanField("walks", walks.getAsBoolean());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Bbox box(Municipality municipality, Optional<Extent> extent) {
        return extent.map(Extent::box).orElseGet(municipality::bbox);
    }

    private static void writeBox(JsonGenerator json, Bbox box) throws IOException {
        json.writeFieldName("bbox");
        double[] edges = {box.westDeg(), box.southDeg(), box.eastDeg(), box.northDeg()};
        json.writeArray(edges, 0, edges.length);
    }

    private static void writeAreas(JsonGenerator json, List<Area> areas) throws IOException {
        json.writeObjectFieldStart("areas");
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
        for (Area area : areas) {
            json.writeStartObject();
            AreaGeoJson.writeMembers(json, area);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeDate(JsonGenerator json, String name, Optional<Integer> minute, Municipality municipality)
            throws IOException {
        if (minute.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        Instant instant = Instant.EPOCH.plus(Duration.ofMinutes(minute.get()));
        json.writeStringField(
                name, instant.atZone(municipality.timeZone()).toLocalDate().toString());
    }
}
