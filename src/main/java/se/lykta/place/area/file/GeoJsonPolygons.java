package se.lykta.place.area.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import se.lykta.geo.LonLat;

/**
 * Reads GeoJSON polygons (RFC 7946, section 3.1.6) strictly, x before y; longitude and latitude unless the file names
 * another system, as the first version of GeoJSON allowed. Immutable.
 */
public final class GeoJsonPolygons {

    private final GeometryFactory factory = new GeometryFactory();
    private final boolean lonLat;

    /**
     * A reader.
     *
     * @param lonLat whether numbers have to be degrees
     */
    public GeoJsonPolygons(boolean lonLat) {
        this.lonLat = lonLat;
    }

    /**
     * A Polygon or MultiPolygon.
     *
     * @throws IllegalArgumentException saying what is wrong, for anything else
     */
    public Geometry read(JsonNode geometry) {
        String type = geometry.path("type").asText("none");
        JsonNode coordinates = geometry.path("coordinates");
        return switch (type) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> factory.createMultiPolygon(each(coordinates, this::polygon, Polygon[]::new));
            default -> throw new IllegalArgumentException("geometry is " + type + ", expected Polygon or MultiPolygon");
        };
    }

    private Polygon polygon(JsonNode rings) {
        LinearRing[] made = each(rings, this::ring, LinearRing[]::new);
        LinearRing[] holes = Arrays.copyOfRange(made, 1, made.length);
        return factory.createPolygon(made[0], holes);
    }

    private LinearRing ring(JsonNode positions) {
        Coordinate[] ring = each(positions, this::position, Coordinate[]::new);
        if (ring.length < 4 || !ring[0].equals2D(ring[ring.length - 1])) {
            throw new IllegalArgumentException("a ring of %d positions is not closed".formatted(ring.length));
        }
        return factory.createLinearRing(ring);
    }

    private Coordinate position(JsonNode position) {
        if (position.size() < 2
                || !position.get(0).isNumber()
                || !position.get(1).isNumber()) {
            throw new IllegalArgumentException("a position is not [longitude, latitude]");
        }
        var read = new Coordinate(position.get(0).asDouble(), position.get(1).asDouble());
        if (lonLat) {
            var unused = new LonLat(read.x, read.y); // refuses what is not on earth
        }
        return read;
    }

    private static <T> T[] each(JsonNode list, Function<JsonNode, T> reader, IntFunction<T[]> array) {
        if (!list.isArray() || list.isEmpty()) {
            throw new IllegalArgumentException("coordinates are missing or empty");
        }
        return StreamSupport.stream(list.spliterator(), false).map(reader).toArray(array);
    }
}
