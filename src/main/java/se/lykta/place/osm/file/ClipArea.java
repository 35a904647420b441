package se.lykta.place.osm.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import se.lykta.http.ApiException;

/**
 * The part of the earth that is cut out of an extract: the polygons of a GeoJSON file and a margin around them.
 *
 * <p>The margin is measured on a plane that is true at the middle of the polygons, which is exact to some per cent for a
 * municipality. Safe for use by one thread.
 */
final class ClipArea {

    private static final double METRES_PER_DEGREE = 111_320;

    private final Geometry area;
    private final Envelope box;
    private final IndexedPointInAreaLocator locator;

    /** Polygons in longitude and latitude with a margin. */
    ClipArea(Geometry polygons, double marginMetres) {
        Envelope inner = polygons.getEnvelopeInternal();
        double squash = Math.cos(Math.toRadians(inner.centre().y));
        Geometry plane = AffineTransformation.scaleInstance(squash, 1).transform(polygons);
        Geometry wide = plane.buffer(marginMetres / METRES_PER_DEGREE);
        this.area = AffineTransformation.scaleInstance(1 / squash, 1).transform(wide);
        this.box = area.getEnvelopeInternal();
        this.locator = new IndexedPointInAreaLocator(area);
    }

    /**
     * Reads a file.
     *
     * @throws ApiException {@code clip-unreadable} if it is not GeoJSON with polygons
     */
    static ClipArea read(Path geoJson, double marginMetres) {
        try {
            Geometry all = new GeoJsonReader().read(Files.readString(geoJson, StandardCharsets.UTF_8));
            List<?> polygons = PolygonExtracter.getPolygons(all);
            Geometry area = GeometryFixer.fix(new GeometryFactory().buildGeometry(polygons));
            Envelope box = area.getEnvelopeInternal();
            boolean onEarth = new Envelope(-180, 180, -85, 85).contains(box);
            if (area.isEmpty() || !onEarth) {
                throw unreadable(geoJson, area.isEmpty() ? "it has no polygon" : "it is not in degrees");
            }
            return new ClipArea(area, marginMetres);
        } catch (ParseException | RuntimeException e) {
            throw e instanceof ApiException known ? known : unreadable(geoJson, "it is not GeoJSON");
        } catch (IOException e) {
            throw unreadable(geoJson, "it can't be opened");
        }
    }

    /** The polygons with the margin. */
    Geometry geometry() {
        return area;
    }

    boolean contains(double lonDeg, double latDeg) {
        return box.contains(lonDeg, latDeg) && locator.locate(new Coordinate(lonDeg, latDeg)) != Location.EXTERIOR;
    }

    private static ApiException unreadable(Path file, String why) {
        return new ApiException(
                ApiException.Kind.UNPROCESSABLE,
                "clip-unreadable",
                "%s can't be cut along: %s".formatted(file.getFileName(), why),
                List.of());
    }
}
