package se.lykta.geo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes geometries as GeoJSON (RFC 7946), piece by piece.
 *
 * <p>Exists because hotspots, walks and exports all answer in GeoJSON and have to agree: longitude first, at most seven
 * decimals (1 cm; section 11.2) with trailing zeros cut, outer rings counter-clockwise and holes clockwise (section 3.1.6).
 * A missing or empty geometry is null (section 3.2).
 */
public final class GeoJsonGeometry {

    /** Decimals of a degree that are written. */
    public static final int DECIMALS = 7;

    private static final double SCALE = 1e7;

    private GeoJsonGeometry() {}

    /** Writes a geometry in longitude and latitude as the next JSON value. */
    public static void write(JsonGenerator json, @Nullable Geometry geometry) throws IOException {
        if (geometry == null || geometry.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("type", geometry.getGeometryType().replace("LinearRing", "LineString"));
        if (geometry.getClass() == GeometryCollection.class) {
            json.writeArrayFieldStart("geometries");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                write(json, geometry.getGeometryN(i));
            }
            json.writeEndArray();
        } else {
            json.writeFieldName("coordinates");
            writeCoordinates(json, geometry);
        }
        json.writeEndObject();
    }

    /** Writes one position, longitude first, as the next JSON value. */
    public static void writePosition(JsonGenerator json, double lonDeg, double latDeg) throws IOException {
        json.writeStartArray();
        writeDegrees(json, lonDeg);
        writeDegrees(json, latDeg);
        json.writeEndArray();
    }

    /** Writes an angle as the next JSON value: plain notation, at most seven decimals. */
    public static void writeDegrees(JsonGenerator json, double degrees) throws IOException {
        if (!Double.isFinite(degrees)) {
            throw new IllegalArgumentException("coordinate " + degrees + " is not finite");
        }
        BigDecimal value = BigDecimal.valueOf(Math.round(degrees * SCALE), DECIMALS);
        json.writeNumber(value.stripTrailingZeros().toPlainString());
    }

    private static void writeCoordinates(JsonGenerator json, Geometry geometry) throws IOException {
        if (geometry instanceof Point point) {
            writePosition(json, point.getX(), point.getY());
        } else if (geometry instanceof LineString line) {
            writeSequence(json, line.getCoordinateSequence());
        } else if (geometry instanceof Polygon polygon) {
            writeRings(json, polygon);
        } else if (isMulti(geometry)) {
            json.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                writeCoordinates(json, geometry.getGeometryN(i));
            }
            json.writeEndArray();
        } else {
            throw new IllegalArgumentException("GeoJSON does not know a " + geometry.getGeometryType());
        }
    }

    private static boolean isMulti(Geometry geometry) {
        return geometry instanceof MultiPoint
                || geometry instanceof MultiLineString
                || geometry instanceof MultiPolygon;
    }

    private static void writeRings(JsonGenerator json, Polygon polygon) throws IOException {
        json.writeStartArray();
        writeSequence(json, turned(polygon.getExteriorRing(), true));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            writeSequence(json, turned(polygon.getInteriorRingN(i), false));
        }
        json.writeEndArray();
    }

    private static CoordinateSequence turned(LinearRing ring, boolean counterClockwise) {
        boolean asWanted = Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise;
        return asWanted ? ring.getCoordinateSequence() : ring.reverse().getCoordinateSequence();
    }

    private static void writeSequence(JsonGenerator json, CoordinateSequence sequence) throws IOException {
        json.writeStartArray();
        for (int i = 0; i < sequence.size(); i++) {
            Coordinate at = sequence.getCoordinate(i);
            writePosition(json, at.x, at.y);
        }
        json.writeEndArray();
    }
}
