package se.lykta.place.search;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import se.lykta.geo.Bbox;
import se.lykta.geo.GeoJsonGeometry;
import se.lykta.geo.LonLat;
import se.lykta.http.JsonAnswer;
import se.lykta.http.QueryParameters;
import se.lykta.http.RateLimit;
import se.lykta.http.Routes;
import se.lykta.place.PlaceName;

/**
 * {@code GET /api/search}: places and addresses by name as GeoJSON, the same for everybody: it knows the map, and nothing of
 * the reports.
 */
public final class SearchRoutes implements Routes {

    private static final int MOST_LETTERS = 100;
    private static final int USUAL_ZOOM = 13;
    private static final int DEEPEST_ZOOM = 22;
    private static final int USUAL_LIMIT = 8;
    private static final int MOST_ANSWERS = 50;

    private final JsonAnswer answer;
    private final PlaceSearch search;
    private final RateLimit limit;
    private final Surroundings surroundings;

    /**
     * What is known beside the names.
     *
     * @param start the middle of the map of somebody who does not tell theirs
     * @param area the name of the part of the municipality that a position lies in
     * @param name what people call a position
     * @param attribution whom to thank for the data
     */
    public record Surroundings(
            Supplier<LonLat> start,
            Function<LonLat, Optional<String>> area,
            Function<LonLat, Optional<PlaceName>> name,
            Supplier<String> attribution) {}

    /** The route of one service. */
    public SearchRoutes(JsonAnswer answer, PlaceSearch search, RateLimit limit, Surroundings surroundings) {
        this.answer = answer;
        this.search = search;
        this.limit = limit;
        this.surroundings = surroundings;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/search", this::find);
    }

    private void find(Context context) {
        QueryParameters parameters = QueryParameters.of(context, "q", "lat", "lon", "zoom", "limit");
        SearchQuery query = query(parameters);
        parameters.check();
        limit.check(context);
        answer.send(context, written(query, search.find(query)), "application/geo+json", JsonAnswer.PUBLIC);
    }

    private SearchQuery query(QueryParameters parameters) {
        String text = parameters
                .find("q", SearchRoutes::text, "text of at most " + MOST_LETTERS + " characters")
                .orElse("");
        if (parameters.find("q").isEmpty()) {
            parameters.fault("q", "missing: what to look for");
        }
        LonLat start = surroundings.start().get();
        boolean both =
                parameters.find("lat").isPresent() == parameters.find("lon").isPresent();
        if (!both) {
            parameters.fault("lat", "lat and lon are given together or not at all");
        }
        double lat = parameters.number("lat", start.latDeg(), -90, 90);
        double lon = parameters.number("lon", start.lonDeg(), -180, 180);
        int zoom = parameters.integer("zoom", USUAL_ZOOM, 0, DEEPEST_ZOOM);
        int most = parameters.integer("limit", USUAL_LIMIT, 1, MOST_ANSWERS);
        return new SearchQuery(text, new LonLat(lon, lat), zoom, most);
    }

    private static String text(String given) {
        if (given.length() > MOST_LETTERS || given.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not a name");
        }
        return given;
    }

    private byte[] written(SearchQuery query, List<Found> found) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = answer.mapper().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeStringField("attribution", surroundings.attribution().get());
            json.writeStringField("query", query.text());
            json.writeArrayFieldStart("features");
            for (Found one : found) {
                writeFeature(json, one);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void writeFeature(JsonGenerator json, Found found) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        Bbox box = found.bbox();
        if (box.westDeg() < box.eastDeg() || box.southDeg() < box.northDeg()) {
            json.writeFieldName("bbox");
            double[] edges = {box.westDeg(), box.southDeg(), box.eastDeg(), box.northDeg()};
            json.writeArray(edges, 0, edges.length);
        }
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeFieldName("coordinates");
        GeoJsonGeometry.writePosition(
                json, found.position().lonDeg(), found.position().latDeg());
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("name", found.name());
        json.writeStringField("kind", found.kind().code());
        json.writeStringField("match", found.match().code());
        SearchLabel label = SearchLabel.of(found, surroundings.area(), surroundings.name());
        json.writeStringField("label_sv", label.sv());
        json.writeStringField("label_en", label.en());
        json.writeEndObject();
        json.writeEndObject();
    }
}
