package se.lykta.place.area.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/** Reads a GeoJSON feature collection of polygons and tells all its faults at once. Used by one thread. */
final class GeoJsonAreas {

    private final List<Fault> faults;

    /** {@code faults} gets what is wrong. */
    GeoJsonAreas(List<Fault> faults) {
        this.faults = faults;
    }

    /**
     * All features that can be read.
     *
     * @throws ApiException {@code areas-unreadable} for what is no JSON
     */
    RawAreas read(byte[] geoJson) {
        JsonNode root = parse(geoJson);
        JsonNode list = root.path("features");
        if (!root.path("type").asText().equals("FeatureCollection") || !list.isArray() || list.isEmpty()) {
            faults.add(new Fault("type", "not a GeoJSON FeatureCollection with at least one feature"));
        }
        String crs = root.path("crs").path("properties").path("name").asText(RawAreas.LON_LAT);
        var polygons = new GeoJsonPolygons(crs.equals(RawAreas.LON_LAT));
        List<RawAreas.Feature> features = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String place = "features/" + i;
            try {
                Geometry geometry = polygons.read(list.get(i).path("geometry"));
                features.add(new RawAreas.Feature(place, attributes(list.get(i).path("properties")), geometry));
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(place, String.valueOf(e.getMessage())));
            }
        }
        return new RawAreas(crs, features);
    }

    private static JsonNode parse(byte[] geoJson) {
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

    private static Map<String, String> attributes(JsonNode properties) {
        Map<String, String> attributes = new LinkedHashMap<>();
        properties.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (!value.isNull()) {
                attributes.put(field.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        });
        return attributes;
    }
}
