package se.lykta.place.osm;

import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import se.lykta.geo.LonLat;

/** Geometries in longitude and latitude turned into Web Mercator metres (EPSG:3857), as base tiles need them. */
final class WebMercatorGeometry {

    private static final double RADIUS_METRES = 6_378_137;
    private static final double LAST_LAT_DEG = 85.06;

    /** A straight line of so many degrees leaves that of the other plane by less than a decimetre. */
    private static final double STRAIGHT_DEG = 0.01;

    private WebMercatorGeometry() {}

    /** A copy in metres. */
    static Geometry of(Geometry lonLat) {
        Geometry copy = lonLat.copy();
        copy.apply(new Projection());
        copy.geometryChanged();
        return copy;
    }

    /** The same of an area whose long sides stay where they are. */
    static Geometry ofArea(Geometry lonLat) {
        return of(lonLat.isRectangle() ? lonLat : Densifier.densify(lonLat, STRAIGHT_DEG));
    }

    /** A position in metres. */
    static Coordinate of(Coordinate lonLat) {
        return new CoordinateXY(x(lonLat.x), y(lonLat.y));
    }

    /** Where a position in metres is on earth. */
    static LonLat lonLat(Coordinate metres) {
        double latRadians = 2 * Math.atan(Math.exp(metres.y / RADIUS_METRES)) - Math.PI / 2;
        return new LonLat(Math.toDegrees(metres.x / RADIUS_METRES), Math.toDegrees(latRadians));
    }

    private static double x(double lonDeg) {
        return Math.toRadians(lonDeg) * RADIUS_METRES;
    }

    private static double y(double latDeg) {
        double within = Math.max(-LAST_LAT_DEG, Math.min(LAST_LAT_DEG, latDeg));
        double sin = Math.sin(Math.toRadians(within));
        return 0.5 * Math.log((1 + sin) / (1 - sin)) * RADIUS_METRES;
    }

    private static final class Projection implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            sequence.setOrdinate(i, 0, x(sequence.getX(i)));
            sequence.setOrdinate(i, 1, y(sequence.getY(i)));
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
