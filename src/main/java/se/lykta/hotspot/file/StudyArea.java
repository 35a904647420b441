package se.lykta.hotspot.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import se.lykta.geo.MetricCrs;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.place.MetricGeometry;
import se.lykta.place.area.PolygonRepair;

/**
 * Reads the study area of an analysis: all polygons of a GeoJSON file as one.
 *
 * <p>Longitude and latitude as in RFC 7946, or the system that a {@code crs} member names, as GDAL and QGIS still write it.
 * Polygons that cross themselves are repaired or refused, see {@link PolygonRepair}.
 */
public final class StudyArea {

    private static final Pattern LON_LAT = Pattern.compile("|.*CRS84|.*EPSG:([^:]*:)?4326");
    private static final Envelope DEGREES = new Envelope(-180, 180, -90, 90);
    private static final Pattern EPSG = Pattern.compile(".*EPSG:(?:[^:]*:)?([0-9]+)");

    private StudyArea() {}

    /**
     * The area in metres; corners are projected, edges stay straight.
     *
     * @throws ApiException {@code area-unreadable}, {@code area-invalid} with the place of the fault
     */
    public static Geometry read(Path geoJson, MetricCrs crs) throws IOException {
        JsonNode root = parse(Files.readString(geoJson, StandardCharsets.UTF_8));
        UnaryOperator<Geometry> toMetres = toMetres(root, crs);
        List<?> polygons = PolygonExtracter.getPolygons(geometry(root));
        if (polygons.isEmpty()) {
            throw refused("area-unreadable", "the file has no polygon");
        }
        return UnaryUnionOp.union(polygons.stream()
                .map(Geometry.class::cast)
                .map(StudyArea::repaired)
                .map(toMetres)
                .toList());
    }

    private static JsonNode parse(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw refused("area-unreadable", "the file is no JSON: " + e.getOriginalMessage());
        }
    }

    private static UnaryOperator<Geometry> toMetres(JsonNode root, MetricCrs crs) {
        String name = root.path("crs").path("properties").path("name").asText("");
        var metric = new MetricGeometry(crs);
        if (LON_LAT.matcher(name).matches()) {
            return geometry -> metric.project(requireLonLat(geometry));
        }
        Matcher code = EPSG.matcher(name);
        if (!code.matches()) {
            throw refused("area-unreadable", "the coordinate reference system " + name + " has no EPSG code");
        }
        try {
            MetricCrs own = MetricCrs.of("EPSG:" + code.group(1));
            var ownMetric = new MetricGeometry(own);
            return own.name().equals(crs.name())
                    ? geometry -> geometry
                    : geometry -> metric.project(ownMetric.unproject(geometry));
        } catch (IllegalArgumentException e) {
            throw refused("area-unreadable", String.valueOf(e.getMessage()));
        }
    }

    private static Geometry requireLonLat(Geometry geometry) {
        for (Coordinate corner : geometry.getCoordinates()) {
            if (!DEGREES.contains(corner)) {
                throw refused(
                        "area-invalid",
                        "%s, %s is no longitude and latitude; metres need a crs member that names their system"
                                .formatted(corner.x, corner.y));
            }
        }
        return geometry;
    }

    /** The library knows no names of systems but its own, so they are taken out before. */
    private static Geometry geometry(JsonNode root) {
        if (root instanceof ObjectNode object) {
            object.remove("crs");
        }
        try {
            return new GeoJsonReader().read(root.toString());
        } catch (ParseException | RuntimeException e) { // the library lets casts and lookups of wrong JSON fail
            throw refused("area-unreadable", "the file is no GeoJSON: " + e.getMessage());
        }
    }

    private static Geometry repaired(Geometry polygon) {
        try {
            return PolygonRepair.repaired(polygon);
        } catch (IllegalArgumentException e) {
            throw refused("area-invalid", String.valueOf(e.getMessage()));
        }
    }

    private static ApiException refused(String code, String message) {
        return ApiException.invalid(code, List.of(new Fault("area", message)));
    }
}
