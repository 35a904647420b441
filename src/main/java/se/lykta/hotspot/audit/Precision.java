package se.lykta.hotspot.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds positions that are rounded to a lattice, or were moved to few common points.
 *
 * <p>Looks at the coordinates as they were given: lattices of 1 to 0.001 degrees, or of 10 km to 10 m. If 95 % of the spots
 * lie on one, it is that of all; on a coarser one lie more reports than the finer one explains only if some were rounded
 * further. Default geocodes must be left out before.
 */
final class Precision {

    private static final double[] DEGREES = {1, 0.1, 0.01, 0.001};
    private static final double[] METRES = {10_000, 1000, 100, 10};

    /** Steps from which on streets can't be told apart, in metres. */
    private static final double BLIND_METRES = 500;

    /** Steps up to which a place stays recognisable. */
    private static final double FINE_METRES = 10;

    private static final double METRES_PER_DEGREE = 111_195;
    private static final double NEARLY_ALL = 0.95;

    /** Fewer spots may lie on a lattice by chance. */
    private static final int FEWEST_SPOTS = 10;

    private static final double COARSE_SHARE = 0.01;
    private static final double COARSE_EXCESS = 3;
    private static final double SAME_LATTICE = 0.8;
    private static final double SNAPPED_SHARE = 0.8;
    private static final int SNAPPED_REPORTS = 100;

    private final AuditPoints points;
    private final Spots spots;
    private final int[] rows;
    private final double[] steps;

    /** A check of the reports in {@code rows}, which lie on {@code spots}. */
    Precision(AuditPoints points, Spots spots, int[] rows) {
        this.points = points;
        this.spots = spots;
        this.rows = rows;
        this.steps = points.unit() == AuditPoints.Unit.DEGREES ? DEGREES : METRES;
    }

    List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        if (spots.size() < FEWEST_SPOTS) {
            return found;
        }
        int common = commonStep();
        if (common < steps.length) {
            found.add(rounded(steps[common], rowsOn(steps[common])));
        }
        coarser(common).ifPresent(found::add);
        if (common == steps.length) {
            snapped().ifPresent(found::add);
        }
        return found;
    }

    /** The index of the coarsest lattice that nearly all spots lie on, or the number of lattices. */
    private int commonStep() {
        int common = 0;
        while (common < steps.length && spotsOn(steps[common]) < NEARLY_ALL * spots.size()) {
            common++;
        }
        return common;
    }

    private long spotsOn(double step) {
        return IntStream.range(0, spots.size()).map(spots::row).filter(on(step)).count();
    }

    private int[] rowsOn(double step) {
        return IntStream.of(rows).filter(on(step)).toArray();
    }

    private IntPredicate on(double step) {
        return row -> isMultiple(points.givenEast(row), step) && isMultiple(points.givenNorth(row), step);
    }

    private static boolean isMultiple(double value, double step) {
        double steps = value / step;
        return Math.abs(steps - Math.rint(steps)) < 1e-6;
    }

    /** Reports on a lattice coarser than the common one that holds more than chance would put there. */
    private Optional<Finding> coarser(int common) {
        int finest = common - 1;
        while (finest >= 0 && !holdsMany(rowsOn(steps[finest]), finest, common)) {
            finest--;
        }
        if (finest < 0) {
            return Optional.empty();
        }
        // what is rounded to 0.01 lies on the lattice of 0.001, too: the coarsest that holds nearly as many is meant
        int coarsest = finest;
        int[] found = rowsOn(steps[finest]);
        for (int i = finest - 1; i >= 0; i--) {
            int[] fewer = rowsOn(steps[i]);
            if (fewer.length >= SAME_LATTICE * found.length && holdsMany(fewer, i, common)) {
                coarsest = i;
            }
        }
        return Optional.of(rounded(steps[coarsest], rowsOn(steps[coarsest])));
    }

    private boolean holdsMany(int[] found, int step, int common) {
        double chance = common == steps.length ? 0 : Math.pow(steps[common] / steps[step], 2) * rows.length;
        return found.length >= COARSE_SHARE * rows.length
                && found.length >= FEWEST_SPOTS
                && found.length > COARSE_EXCESS * chance + FEWEST_SPOTS
                && spotsOn(steps[step]) > 1;
    }

    private Finding rounded(double step, int[] found) {
        boolean isDegrees = points.unit() == AuditPoints.Unit.DEGREES;
        double metres = isDegrees ? step * METRES_PER_DEGREE : step;
        String sv = isDegrees ? Numerals.SWEDISH.decimal(step) + " grader" : Numerals.SWEDISH.count((long) step) + " m";
        String en =
                isDegrees ? Numerals.ENGLISH.decimal(step) + " degrees" : Numerals.ENGLISH.count((long) step) + " m";
        long about = Math.round(metres);
        var sentence = new Finding.Sentence(
                "%s har en position avrundad till %s: räkna inte i rutor mindre än %s m."
                        .formatted(
                                Numerals.SWEDISH.of(found.length, points.size(), "rapporter"),
                                sv,
                                Numerals.SWEDISH.count(about)),
                "%s have a position rounded to %s: don't count in cells smaller than %s m."
                        .formatted(
                                Numerals.ENGLISH.of(found.length, points.size(), "reports"),
                                en,
                                Numerals.ENGLISH.count(about)));
        return new Finding(Code.LOW_PRECISION, severity(metres), found, points.size(), Optional.empty(), sentence);
    }

    private static Severity severity(double metres) {
        if (metres >= BLIND_METRES) {
            return Severity.SERIOUS;
        }
        return metres > FINE_METRES ? Severity.WARNING : Severity.INFO;
    }

    /** Most reports share their exact position with others. */
    private Optional<Finding> snapped() {
        int shared = 0;
        int spotsShared = 0;
        while (spotsShared < spots.size() && spots.count(spotsShared) > 1) {
            shared += spots.count(spotsShared++);
        }
        if (rows.length < SNAPPED_REPORTS || shared < SNAPPED_SHARE * rows.length) {
            return Optional.empty();
        }
        int[] found = IntStream.range(0, spotsShared)
                .mapToObj(spots::rows)
                .flatMapToInt(IntStream::of)
                .sorted()
                .toArray();
        var sentence = new Finding.Sentence(
                "%s ligger på samma koordinat som någon annan; %s koordinater i allt. Positionerna är flyttade till gemensamma punkter: täthet mellan dem säger inget."
                        .formatted(
                                Numerals.SWEDISH.of(shared, points.size(), "rapporter"),
                                Numerals.SWEDISH.count(spots.size())),
                "%s share their coordinate with another; %s coordinates in all. Positions were moved to common points: density between them says nothing."
                        .formatted(
                                Numerals.ENGLISH.of(shared, points.size(), "reports"),
                                Numerals.ENGLISH.count(spots.size())));
        return Optional.of(new Finding(Code.SNAPPED, Severity.INFO, found, points.size(), Optional.empty(), sentence));
    }
}
