package se.lykta.hotspot.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Finds reports without a position, outside the study area, or incomparably far away.
 *
 * <p>Far away is ten times as far from the middle as three quarters of all spots are, and at least a kilometre. Middle and
 * quarter are medians of spots, so neither the stray point itself nor a crowded one moves them. More than a twentieth of
 * all are not stray but another town.
 */
final class PositionCheck {

    private static final double SERIOUS_SHARE = 0.05;
    private static final double FAR = 10;
    private static final double LEAST_FAR_METRES = 1000;
    private static final double MOST_STRAY = 0.05;

    private PositionCheck() {}

    /**
     * The findings.
     *
     * @param ordinary the rows of all reports with a position that is no default geocode
     * @param spots their spots
     */
    static List<Finding> findings(AuditPoints points, int[] ordinary, Spots spots) {
        List<Finding> found = new ArrayList<>();
        missing(points).ifPresent(found::add);
        outside(points).ifPresent(found::add);
        stray(points, ordinary, spots).ifPresent(found::add);
        return found;
    }

    private static Optional<Finding> missing(AuditPoints points) {
        int[] rows = IntStream.range(0, points.size())
                .filter(row -> !points.isPlaced(row))
                .toArray();
        return finding(
                Code.MISSING_POSITION,
                points,
                rows,
                Optional.empty(),
                "saknar användbar position.",
                "have no usable position.");
    }

    private static Optional<Finding> outside(AuditPoints points) {
        int[] rows = points.placed().filter(points::isOutside).toArray();
        return finding(
                Code.OUT_OF_AREA,
                points,
                rows,
                Optional.empty(),
                "ligger utanför området och räknas inte.",
                "lie outside the area and are not counted.");
    }

    private static Optional<Finding> stray(AuditPoints points, int[] ordinary, Spots spots) {
        if (spots.size() == 0) {
            return Optional.empty();
        }
        int[] one = IntStream.range(0, spots.size()).map(spots::row).toArray();
        double middleX = quantile(Arrays.stream(one).mapToDouble(points::x), 0.5);
        double middleY = quantile(Arrays.stream(one).mapToDouble(points::y), 0.5);
        double usual = quantile(
                Arrays.stream(one).mapToDouble(row -> Math.hypot(points.x(row) - middleX, points.y(row) - middleY)),
                0.75);
        double far = Math.max(FAR * usual, LEAST_FAR_METRES);
        int[] rows = IntStream.of(ordinary)
                .filter(row -> Math.hypot(points.x(row) - middleX, points.y(row) - middleY) > far)
                .toArray();
        if (usual == 0 || rows.length > MOST_STRAY * points.size()) {
            return Optional.empty();
        }
        var farthest = Arrays.stream(rows)
                .mapToObj(row -> new Finding.Place(points.x(row), points.y(row)))
                .max(Comparator.comparingDouble(
                                (Finding.Place place) -> Math.hypot(place.x() - middleX, place.y() - middleY))
                        .thenComparingDouble(Finding.Place::x));
        long kilometres = Math.round(far / 1000);
        return finding(
                Code.STRAY_POSITION,
                points,
                rows,
                farthest,
                "ligger mer än %s km från mitten av alla andra.".formatted(Numerals.SWEDISH.count(kilometres)),
                "lie more than %s km from the middle of all others.".formatted(Numerals.ENGLISH.count(kilometres)));
    }

    private static double quantile(DoubleStream values, double share) {
        double[] sorted = values.sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private static Optional<Finding> finding(
            Code code, AuditPoints points, int[] rows, Optional<Finding.Place> place, String sv, String en) {
        if (rows.length == 0) {
            return Optional.empty();
        }
        var sentence = new Finding.Sentence(
                Numerals.SWEDISH.of(rows.length, points.size(), "rapporter") + " " + sv,
                Numerals.ENGLISH.of(rows.length, points.size(), "reports") + " " + en);
        boolean isSerious = rows.length >= SERIOUS_SHARE * points.size();
        return Optional.of(new Finding(
                code, isSerious ? Severity.SERIOUS : Severity.WARNING, rows, points.size(), place, sentence));
    }
}
