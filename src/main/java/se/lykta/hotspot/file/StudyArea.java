package se.lykta.hotspot.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import se.lykta.geo.MetricCrs;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.place.MetricGeometry;

/** Reads the study area of an analysis: all polygons of a GeoJSON file (RFC 7946, longitude and latitude) as one. */
public final class StudyArea {

    private StudyArea() {}

    /**
     * The area in metres; corners are projected, edges stay straight.
     *
     * @throws ApiException {@code area-unreadable}, {@code area-invalid} with the place of the fault
     */
    public static Geometry read(Path geoJson, MetricCrs crs) throws IOException {
        List<?> polygons = PolygonExtracter.getPolygons(parse(Files.readString(geoJson, StandardCharsets.UTF_8)));
        if (polygons.isEmpty()) {
            throw refused("area-unreadable", "the file has no polygon");
        }
        var metric = new MetricGeometry(crs);
        return UnaryUnionOp.union(polygons.stream()
                .map(Geometry.class::cast)
                .map(StudyArea::checked)
                .map(metric::project)
                .toList());
    }

    private static Geometry parse(String text) {
        try {
            return new GeoJsonReader().read(text);
        } catch (ParseException | RuntimeException e) { // the library lets casts and lookups of wrong JSON fail
            throw refused("area-unreadable", "the file is no GeoJSON: " + e.getMessage());
        }
    }

    private static Geometry checked(Geometry lonLat) {
        TopologyValidationError error = new IsValidOp(lonLat).getValidationError();
        if (error != null) {
            throw refused(
                    "area-invalid",
                    String.format(
                            Locale.ROOT,
                            "%s at %.6f,%.6f",
                            error.getMessage().toLowerCase(Locale.ROOT),
                            error.getCoordinate().x,
                            error.getCoordinate().y));
        }
        return lonLat;
    }

    private static ApiException refused(String code, String message) {
        return ApiException.invalid(code, List.of(new Fault("area", message)));
    }
}
