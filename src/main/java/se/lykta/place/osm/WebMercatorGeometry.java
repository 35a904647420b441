package se.lykta.place.osm;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Geometries in longitude and latitude turned into Web Mercator metres (EPSG:3857), as base tiles need them. */
final class WebMercatorGeometry {

    private static final double RADIUS_METRES = 6_378_137;
    private static final double LAST_LAT_DEG = 85.06;

    private WebMercatorGeometry() {}

    /** A copy in metres. */
    static Geometry of(Geometry lonLat) {
        Geometry copy = lonLat.copy();
        copy.apply(new Projection());
        copy.geometryChanged();
        return copy;
    }

    private static final class Projection implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            double latDeg = Math.max(-LAST_LAT_DEG, Math.min(LAST_LAT_DEG, sequence.getY(i)));
            double sin = Math.sin(Math.toRadians(latDeg));
            sequence.setOrdinate(i, 0, Math.toRadians(sequence.getX(i)) * RADIUS_METRES);
            sequence.setOrdinate(i, 1, 0.5 * Math.log((1 + sin) / (1 - sin)) * RADIUS_METRES);
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
