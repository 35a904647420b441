package se.lykta.hotspot;

import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import se.lykta.geo.GeoJsonGeometry;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;

/**
 * Draws the outline of a cluster: a valid polygon without holes around every member, however few they are.
 *
 * <p>Concave hull of the members with edges up to eps (Duckham et al. 2008, Efficient generation of simple polygons for
 * characterizing the shape of a set of points; JTS {@link ConcaveHull}), widened so that one spot becomes a small disc.
 * The hull costs O(n log n) with a large constant, so members are thinned first to one in a square until few thousand are
 * left; what thinning moved is added to the widening, so that no member falls outside. Immutable.
 */
final class Outline {

    /** With more members than this the hull would take longer than the clustering. */
    static final int MOST_HULL_POINTS = 4000;

    private static final int QUADRANT_SEGMENTS = 4;
    private static final double DEGREE_SCALE = Math.pow(10, GeoJsonGeometry.DECIMALS);
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final double eps;
    private final MetricCrs crs;

    /**
     * A way to draw outlines.
     *
     * @param epsMetres the distance that links members; a quarter of it is added around them
     * @param crs the system of the members' coordinates
     */
    Outline(double epsMetres, MetricCrs crs) {
        this.eps = epsMetres;
        this.crs = crs;
    }

    /** The outline in longitude and latitude of members in metres, at least one. */
    Polygon around(double[] x, double[] y, int[] members) {
        double square = eps / 8;
        Coordinate[] spots = thinned(x, y, members, square);
        while (spots.length > MOST_HULL_POINTS) {
            square *= 2;
            spots = thinned(x, y, members, square);
        }
        double widening = eps / 4 + square * Math.sqrt(2);
        Geometry hull = ConcaveHull.concaveHullByLength(points(spots), eps + 2 * square * Math.sqrt(2));
        Geometry simpler = DouglasPeuckerSimplifier.simplify(hull.buffer(widening, QUADRANT_SEGMENTS), eps / 50);
        return toLonLat(withoutHoles(largest(simpler)));
    }

    /** One member of each square of a grid: the westernmost, then southernmost one, whatever the order of members. */
    private static Coordinate[] thinned(double[] x, double[] y, int[] members, double square) {
        Map<Long, Coordinate> kept = new HashMap<>();
        for (int member : members) {
            long column = (long) Math.floor(x[member] / square);
            long row = (long) Math.floor(y[member] / square);
            var spot = new Coordinate(x[member], y[member]);
            kept.merge(column << 32 | (row & 0xffff_ffffL), spot, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
        Coordinate[] spots = kept.values().toArray(new Coordinate[0]);
        java.util.Arrays.sort(spots);
        return spots;
    }

    private static MultiPoint points(Coordinate[] spots) {
        return GEOMETRIES.createMultiPointFromCoords(spots);
    }

    /** The hull is connected, so there is one part; simplifying may at worst cut off a sliver. */
    private static Polygon largest(Geometry geometry) {
        Geometry best = geometry.getGeometryN(0);
        for (int i = 1; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            best = part.getArea() > best.getArea() ? part : best;
        }
        return (Polygon) best;
    }

    private static Polygon withoutHoles(Polygon polygon) {
        return GEOMETRIES.createPolygon(polygon.getExteriorRing());
    }

    private Polygon toLonLat(Polygon metres) {
        Polygon outline = ring(metres.getExteriorRing());
        if (outline.isValid()) {
            return outline;
        }
        // rounding to a centimetre can at worst fold a needle of the ring onto itself
        return ring(((Polygon) metres.convexHull()).getExteriorRing());
    }

    private Polygon ring(LinearRing metres) {
        Coordinate[] corners = metres.getCoordinates();
        for (int i = 0; i < corners.length; i++) {
            LonLat at = crs.unproject(corners[i].x, corners[i].y);
            corners[i] = new Coordinate(rounded(at.lonDeg()), rounded(at.latDeg()));
        }
        return GEOMETRIES.createPolygon(corners);
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DEGREE_SCALE) / DEGREE_SCALE;
    }
}
