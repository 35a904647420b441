package se.lykta.place;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;

/** Geometries in longitude and latitude turned into metres, so that distances mean something. Immutable. */
public final class MetricGeometry {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final MetricCrs crs;

    /** Into and out of one system. */
    public MetricGeometry(MetricCrs crs) {
        this.crs = crs;
    }

    /** Metres of a position. */
    public Coordinate project(LonLat position) {
        double[] xy = crs.project(position.lonDeg(), position.latDeg());
        return new Coordinate(xy[0], xy[1]);
    }

    /** The same as a point. */
    public Point point(LonLat position) {
        return FACTORY.createPoint(project(position));
    }

    /** The position of metres. */
    public LonLat unproject(Coordinate metres) {
        return crs.unproject(metres.x, metres.y);
    }

    /** A copy in metres. */
    public Geometry project(Geometry lonLat) {
        Geometry copy = lonLat.copy();
        copy.apply(new Transformation(crs::project));
        copy.geometryChanged();
        return copy;
    }

    /** A copy in longitude and latitude. */
    public Geometry unproject(Geometry metres) {
        Geometry copy = metres.copy();
        copy.apply(new Transformation((x, y) -> {
            LonLat position = crs.unproject(x, y);
            return new double[] {position.lonDeg(), position.latDeg()};
        }));
        copy.geometryChanged();
        return copy;
    }

    private record Transformation(Mapping mapping) implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            double[] xy = mapping.of(sequence.getX(i), sequence.getY(i));
            sequence.setOrdinate(i, 0, xy[0]);
            sequence.setOrdinate(i, 1, xy[1]);
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

    /** From one pair of coordinates to another. */
    private interface Mapping {

        double[] of(double x, double y);
    }
}
