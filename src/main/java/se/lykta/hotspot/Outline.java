package se.lykta.hotspot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
 * characterizing the shape of a set of points; JTS {@link ConcaveHull}), widened so that one spot becomes a small disc. Each
 * member is given to the hull as a small square: the hull of a bent line of bare points would be filled, because a simple
 * polygon can't be folded to a line. The hull costs O(n log n) with a large constant, so members are thinned first to one in
 * a square; what thinning moved is added to the widening, so that no member falls outside. Immutable.
 */
final class Outline {

    /** With more members than this the hull would take longer than the clustering. */
    static final int MOST_SPOTS = 800;

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
        List<Coordinate> spots = new ArrayList<>(members.length);
        for (int member : members) {
            spots.add(new Coordinate(x[member], y[member]));
        }
        spots = thinned(spots, square);
        while (spots.size() > MOST_SPOTS) {
            square *= 2;
            spots = thinned(spots, square);
        }
        double half = eps / 8;
        double moved = square * Math.sqrt(2);
        double longestEdge = eps + 2 * moved + 2 * half * Math.sqrt(2);
        Geometry hull = ConcaveHull.concaveHullByLength(corners(spots, half), longestEdge);
        Geometry outline = hull.buffer(eps / 8 + moved, QUADRANT_SEGMENTS);
        return toLonLat(withoutHoles(largest(DouglasPeuckerSimplifier.simplify(outline, eps / 50))));
    }

    /** One spot of each square of a grid: the westernmost, then southernmost one. Grids of doubled squares nest. */
    private static List<Coordinate> thinned(List<Coordinate> spots, double square) {
        Map<Long, Coordinate> kept = new HashMap<>();
        for (Coordinate spot : spots) {
            long column = (long) Math.floor(spot.x / square);
            long row = (long) Math.floor(spot.y / square);
            kept.merge(column << 32 | (row & 0xffff_ffffL), spot, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
        return kept.values().stream().sorted().toList();
    }

    private static MultiPoint corners(List<Coordinate> spots, double half) {
        return GEOMETRIES.createMultiPointFromCoords(spots.stream()
                .flatMap(spot -> Stream.of(
                        new Coordinate(spot.x - half, spot.y - half),
                        new Coordinate(spot.x - half, spot.y + half),
                        new Coordinate(spot.x + half, spot.y - half),
                        new Coordinate(spot.x + half, spot.y + half)))
                .toArray(Coordinate[]::new));
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
