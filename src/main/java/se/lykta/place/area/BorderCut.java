package se.lykta.place.area;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Polygons cut along the border of the municipality: what lies inside, and what does not.
 *
 * <p>Exists because nobody draws or maps the same border twice: an area that mostly lies inside ends at the border, one that
 * mostly lies outside is another municipality's. Less than a thousandth outside is the same border in other digits and
 * is left as it is. Shares are of degrees, which is the same as of metres within one municipality. Immutable.
 *
 * @param inside polygons; the whole if it keeps the border
 * @param outside polygons, empty if it keeps the border
 * @param share how much of it lies inside, 0..1
 */
record BorderCut(Geometry inside, Geometry outside, double share) {

    private static final double NOISE = 0.001;
    private static final double LEAST = 0.5;

    /** Cuts valid polygons. */
    static BorderCut of(Geometry polygons, Geometry border) {
        Geometry inside = overlay(polygons, border, OverlayNG.INTERSECTION);
        double share = inside.getArea() / polygons.getArea();
        return share > 1 - NOISE
                ? new BorderCut(polygons, polygons.getFactory().createPolygon(), 1)
                : new BorderCut(inside, overlay(polygons, border, OverlayNG.DIFFERENCE), share);
    }

    /** Whether at least half of it lies inside. */
    boolean belongs() {
        return share >= LEAST;
    }

    /** Whether something was cut away. */
    boolean isCut() {
        return !outside.isEmpty();
    }

    /** The polygons of an overlay of two geometries, without points and lines where they only touch. */
    static Geometry overlay(Geometry one, Geometry other, int operation) {
        Geometry all = OverlayNGRobust.overlay(one, other, operation);
        return all.getFactory().buildGeometry(PolygonExtracter.getPolygons(all));
    }
}
