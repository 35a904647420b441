package se.lykta.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import se.lykta.geo.LonLat;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/**
 * Reads a GeoJSON feature collection of polygons (RFC 7946) and tells all its faults at once, with their places.
 *
 * <p>A polygon that crosses itself is repaired if that changes its area by at most 1 %, else refused: a repair must not
 * quietly move a border. Used by one thread.
 */
final class AreaFile {

    private static final double MOST_CHANGE = 0.01;
    private static final List<String> NAME_FIELDS = List.of("name", "namn", "precinct", "NAME");

    private final GeoJsonPolygons polygons = new GeoJsonPolygons();
    private final List<Fault> unreadable = new ArrayList<>();
    private final List<Fault> invalid = new ArrayList<>();

    /** All features in the order of the file. */
    List<AreaFeature> read(byte[] geoJson) {
        JsonNode root = parse(geoJson);
        JsonNode list = root.path("features");
        if (!root.path("type").asText().equals("FeatureCollection") || !list.isArray() || list.isEmpty()) {
            unreadable.add(new Fault("type", "not a GeoJSON FeatureCollection with at least one feature"));
        }
        List<AreaFeature> features = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            feature("features/" + i, list.get(i)).ifPresent(features::add);
        }
        refuse("areas-unreadable", unreadable);
        refuse("areas-invalid", invalid);
        return features;
    }

    private static void refuse(String code, List<Fault> faults) {
        if (!faults.isEmpty()) {
            String detail = faults.get(0).field() + ": " + faults.get(0).message();
            String more = faults.size() == 1 ? "" : " (and %d more)".formatted(faults.size() - 1);
            throw new ApiException(ApiException.Kind.UNPROCESSABLE, code, detail + more, faults);
        }
    }

    private JsonNode parse(byte[] geoJson) {
        try {
            return new JsonMapper().readTree(geoJson);
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            long line = location == null ? 1 : location.getLineNr();
            throw ApiException.invalid("areas-unreadable", List.of(new Fault("line " + line, "not JSON")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<AreaFeature> feature(String place, JsonNode feature) {
        try {
            Geometry geometry = polygons.read(feature.path("geometry"));
            JsonNode properties = feature.path("properties");
            return repaired(place, geometry)
                    .map(good -> new AreaFeature(
                            properties.path("kind").asText(""),
                            name(properties),
                            properties.path("fictional").asBoolean(false),
                            start(properties.path("start")),
                            good));
        } catch (IllegalArgumentException e) {
            unreadable.add(new Fault(place, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Optional<Geometry> repaired(String place, Geometry geometry) {
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error == null) {
            return Optional.of(geometry);
        }
        Geometry fixed = GeometryFixer.fix(geometry);
        double change = Math.abs(fixed.getArea() - geometry.getArea());
        if (fixed.getDimension() == 2 && change <= MOST_CHANGE * fixed.getArea()) {
            return Optional.of(fixed);
        }
        invalid.add(new Fault(
                place,
                String.format(
                        Locale.ROOT,
                        "%s at %.6f,%.6f",
                        error.getMessage().toLowerCase(Locale.ROOT),
                        error.getCoordinate().x,
                        error.getCoordinate().y)));
        return Optional.empty();
    }

    /** The name: a well-known field, else the first text of all. */
    private static Optional<String> name(JsonNode properties) {
        for (String field : NAME_FIELDS) {
            if (properties.path(field).isTextual()) {
                return Optional.of(properties.path(field).asText());
            }
        }
        for (JsonNode value : properties) {
            if (value.isTextual()) {
                return Optional.of(value.asText());
            }
        }
        return Optional.empty();
    }

    private static Optional<LonLat> start(JsonNode position) {
        return position.isArray() && position.size() >= 2
                ? Optional.of(
                        new LonLat(position.get(0).asDouble(), position.get(1).asDouble()))
                : Optional.empty();
    }
}
