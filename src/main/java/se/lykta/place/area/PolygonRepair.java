package se.lykta.place.area;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import se.lykta.geo.LonLat;
import se.lykta.http.Fault;

/**
 * Makes polygons valid if that hardly changes them.
 *
 * <p>Borders drawn by hand often cross themselves in some corner. A repair must not quietly move a border, so it may change
 * the area by at most 1 %; what it would change more is refused with the places of all faults.
 */
public final class PolygonRepair {

    private static final double MOST_CHANGE = 0.01;

    /** Nobody's hand slips more often; to repair what crosses itself everywhere may take all memory. */
    private static final int MOST_REPAIRED = 1_000;

    private static final int MOST_TOLD = 20;

    private PolygonRepair() {}

    /**
     * The same polygons, or valid ones that nearly equal them.
     *
     * @throws IllegalArgumentException saying what is wrong, and where first, if they can't be repaired
     */
    public static Geometry repaired(Geometry polygons) {
        Outcome outcome = Outcome.of(polygons);
        return outcome.valid()
                .orElseThrow(() -> new IllegalArgumentException(
                        outcome.text(outcome.places().get(0))));
    }

    /**
     * The same polygons, or valid ones that nearly equal them; empty, and all faults noted, if they can't be repaired.
     *
     * @param field what the faults concern
     * @param polygons in longitude and latitude
     */
    static Optional<Geometry> repaired(String field, Geometry polygons, List<Fault> faults) {
        Outcome outcome = Outcome.of(polygons);
        outcome.places().stream()
                .limit(MOST_TOLD)
                .map(at -> Fault.at(new LonLat(at.x, at.y), field, outcome.text(at)))
                .forEach(faults::add);
        return outcome.valid();
    }

    /**
     * What became of polygons.
     *
     * @param valid empty if they can't be repaired
     * @param what is wrong then
     * @param places where it is; at least one then
     */
    private record Outcome(Optional<Geometry> valid, String what, List<Coordinate> places) {

        static Outcome of(Geometry polygons) {
            TopologyValidationError error = new IsValidOp(polygons).getValidationError();
            if (error == null) {
                return new Outcome(Optional.of(polygons), "", List.of());
            }
            List<Coordinate> places = Crossings.of(polygons, MOST_REPAIRED);
            Optional<Geometry> fixed = places.size() < MOST_REPAIRED ? fixed(polygons) : Optional.empty();
            List<Coordinate> told = places.isEmpty() ? List.of(error.getCoordinate()) : places;
            String what = error.getMessage().toLowerCase(Locale.ROOT);
            return fixed.isPresent() ? new Outcome(fixed, "", List.of()) : new Outcome(fixed, what, told);
        }

        private static Optional<Geometry> fixed(Geometry polygons) {
            Geometry fixed = GeometryFixer.fix(polygons);
            double change = Math.abs(fixed.getArea() - polygons.getArea());
            boolean small = !fixed.isEmpty() && fixed.getDimension() == 2 && change <= MOST_CHANGE * fixed.getArea();
            return small ? Optional.of(fixed) : Optional.empty();
        }

        String text(Coordinate at) {
            return String.format(Locale.ROOT, "%s at %.6f,%.6f", what, at.x, at.y);
        }
    }
}
