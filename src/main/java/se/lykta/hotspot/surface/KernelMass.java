package se.lykta.hotspot.surface;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * How much of a kernel's mass lies inside the study area.
 *
 * <p>In polar coordinates around the kernel's middle the mass inside is 1/2π times the integral, along the border, of the
 * mass within r by the angle (Green's theorem; borders with the area to their left). The mass within r is 1 beyond the
 * reach, so only edges within reach are visited: their angles are exact, what remains is smooth and integrated by Gauss and
 * Legendre, exactly for the quartic, to 10⁻¹⁰ for the Gaussian. A middle exactly on the border is moved by a billionth of
 * the reach. O(log e + k) for e edges, k of them within reach. Immutable, safe for use by many threads.
 */
public final class KernelMass {

    /** Nodes and weights of Gauss and Legendre for eight points, the positive half (Abramowitz and Stegun, table 25.4). */
    private static final double[] NODES = {
        0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
    };

    private static final double[] WEIGHTS = {
        0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
    };

    private static final double NUDGE = 1e-9;

    private final Kernel kernel;
    private final IndexedPointInAreaLocator locator;
    private final STRtree edges = new STRtree();

    /**
     * The masses of a kernel in an area.
     *
     * @param area valid polygons in metres
     */
    public KernelMass(Kernel kernel, Geometry area) {
        if (!(area instanceof Polygonal) || area.isEmpty()) {
            throw new IllegalArgumentException("the study area is not of polygons but " + area.getGeometryType());
        }
        this.kernel = kernel;
        this.locator = new IndexedPointInAreaLocator(area);
        for (int part = 0; part < area.getNumGeometries(); part++) {
            Polygon polygon = (Polygon) area.getGeometryN(part);
            addRing(polygon.getExteriorRing(), true);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                addRing(polygon.getInteriorRingN(hole), false);
            }
        }
        edges.build();
    }

    private void addRing(LinearRing ring, boolean counterClockwise) {
        Coordinate[] corners = ring.getCoordinates();
        boolean forward = Orientation.isCCW(corners) == counterClockwise;
        for (int i = 1; i < corners.length; i++) {
            Coordinate from = corners[forward ? i - 1 : i];
            Coordinate to = corners[forward ? i : i - 1];
            if (!from.equals2D(to)) {
                edges.insert(new Envelope(from, to), new LineSegment(from, to));
            }
        }
    }

    /** Says whether a place is inside the area or on its border. */
    boolean covers(double x, double y) {
        return locator.locate(new Coordinate(x, y)) != Location.EXTERIOR;
    }

    /** The mass inside of a kernel around a place, 0..1. */
    public double at(double x, double y) {
        int location = locator.locate(new Coordinate(x, y));
        if (location == Location.BOUNDARY) {
            double nudge = NUDGE * kernel.reachMetres();
            return at(x + nudge, y + 0.618 * nudge, locator.locate(new Coordinate(x + nudge, y + 0.618 * nudge)));
        }
        return at(x, y, location);
    }

    private double at(double x, double y, int location) {
        double reach = kernel.reachMetres();
        double[] lost = new double[1];
        edges.query(
                new Envelope(x - reach, x + reach, y - reach, y + reach),
                edge -> lost[0] += lost((LineSegment) edge, x, y));
        double mass = (location == Location.INTERIOR ? 1 : 0) - lost[0] / (2 * Math.PI);
        return Math.max(0, Math.min(1, mass));
    }

    /** The integral by the angle, along an edge, of the mass beyond r. */
    private double lost(LineSegment edge, double x, double y) {
        double length = edge.getLength();
        double alongX = (edge.p1.x - edge.p0.x) / length;
        double alongY = (edge.p1.y - edge.p0.y) / length;
        double fromX = edge.p0.x - x;
        double fromY = edge.p0.y - y;
        double away = fromX * alongY - fromY * alongX;
        double chordSquared = kernel.reachMetres() * kernel.reachMetres() - away * away;
        double half = Math.sqrt(Math.max(0, chordSquared));
        double start = Math.max(-half, fromX * alongX + fromY * alongY);
        double end = Math.min(half, fromX * alongX + fromY * alongY + length);
        if (start >= end) {
            return 0;
        }
        double angle = StrictMath.atan2(away * (end - start), away * away + start * end);
        return angle + away * integralOfSlope(away * away, start, end);
    }

    /** ∫ slopeOfMass(away² + t²) dt, in pieces of at most two sigma or so. */
    private double integralOfSlope(double awaySquared, double start, double end) {
        int pieces = (int) Math.ceil((end - start) / (kernel.reachMetres() / 4));
        double half = (end - start) / (2 * pieces);
        double sum = 0;
        for (int piece = 0; piece < pieces; piece++) {
            double middle = start + (2 * piece + 1) * half;
            for (int node = 0; node < NODES.length; node++) {
                double one = middle - NODES[node] * half;
                double other = middle + NODES[node] * half;
                sum += WEIGHTS[node]
                        * (kernel.slopeOfMass(awaySquared + one * one)
                                + kernel.slopeOfMass(awaySquared + other * other));
            }
        }
        return sum * half;
    }
}
