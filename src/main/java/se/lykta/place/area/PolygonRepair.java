package se.lykta.place.area;

import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Makes polygons valid if that hardly changes them.
 *
 * <p>Borders drawn by hand often cross themselves in some corner. A repair must not quietly move a border, so it may change
 * the area by at most 1 %.
 */
public final class PolygonRepair {

    private static final double MOST_CHANGE = 0.01;

    private PolygonRepair() {}

    /**
     * The same polygons, or valid ones that nearly equal them.
     *
     * @throws IllegalArgumentException saying what is wrong, and where, if they can't be repaired
     */
    public static Geometry repaired(Geometry polygons) {
        TopologyValidationError error = new IsValidOp(polygons).getValidationError();
        if (error == null) {
            return polygons;
        }
        Geometry fixed = GeometryFixer.fix(polygons);
        double change = Math.abs(fixed.getArea() - polygons.getArea());
        if (fixed.getDimension() == 2 && change <= MOST_CHANGE * fixed.getArea()) {
            return fixed;
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "%s at %.6f,%.6f",
                error.getMessage().toLowerCase(Locale.ROOT),
                error.getCoordinate().x,
                error.getCoordinate().y));
    }
}
