package se.lykta.hotspot.audit;

import java.util.stream.IntStream;

/**
 * The reports that {@link Audit} looks at: positions, and whatever else is known of them.
 *
 * <p>What is not given is not looked at. Arrays are taken over, not copied: a million reports fit. Immutable as long as
 * their maker leaves them alone.
 */
public final class AuditPoints {

    /** The minute of a report without a time. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** The reporter of an anonymous report. */
    public static final int NO_REPORTER = -1;

    private final Positions positions;
    private final long[] minutes;
    private final int[] causes;
    private final int[] reporters;

    private AuditPoints(Positions positions, long[] minutes, int[] causes, int[] reporters) {
        this.positions = positions;
        this.minutes = minutes;
        this.causes = causes;
        this.reporters = reporters;
    }

    /**
     * Where reports are.
     *
     * @param x metres, not a number where there is no position
     * @param y metres
     * @param givenEast coordinates as they were given, before they were projected, for their precision
     * @param givenNorth coordinates as they were given
     * @param unit of the given ones
     * @param inside whether a report is inside the study area; empty without one
     */
    private record Positions(
            double[] x, double[] y, double[] givenEast, double[] givenNorth, Unit unit, boolean[] inside) {}

    /** In what coordinates were given. */
    public enum Unit {
        DEGREES,
        METRES
    }

    /** Reports with positions in metres, as they were given. */
    public static AuditPoints of(double[] x, double[] y) {
        requireLength(x.length, y.length);
        return new AuditPoints(
                new Positions(x, y, x, y, Unit.METRES, new boolean[0]), new long[0], new int[0], new int[0]);
    }

    /** The same reports, whose positions were given otherwise: longitude and latitude, as a rule. */
    public AuditPoints givenAs(double[] east, double[] north, Unit unit) {
        requireLength(size(), east.length);
        requireLength(size(), north.length);
        return new AuditPoints(
                new Positions(positions.x, positions.y, east, north, unit, positions.inside),
                minutes,
                causes,
                reporters);
    }

    /** The same reports with a study area, inside of which each is or is not. */
    public AuditPoints withInside(boolean[] inside) {
        requireLength(size(), inside.length);
        return new AuditPoints(
                new Positions(
                        positions.x, positions.y, positions.givenEast, positions.givenNorth, positions.unit, inside),
                minutes,
                causes,
                reporters);
    }

    /** The same reports with local times, minutes since 1970 by the clock on the wall, or {@link #NO_TIME}. */
    public AuditPoints withMinutes(long[] localMinutes) {
        requireLength(size(), localMinutes.length);
        return new AuditPoints(positions, localMinutes, causes, reporters);
    }

    /** The same reports with what they are about: equal numbers for equal causes. */
    public AuditPoints withCauses(int[] numbers) {
        requireLength(size(), numbers.length);
        return new AuditPoints(positions, minutes, numbers, reporters);
    }

    /** The same reports with who reported: equal numbers for equal reporters, or {@link #NO_REPORTER}. */
    public AuditPoints withReporters(int[] numbers) {
        requireLength(size(), numbers.length);
        return new AuditPoints(positions, minutes, causes, numbers);
    }

    private static void requireLength(int expected, int length) {
        if (length != expected) {
            throw new IllegalArgumentException("%d values for %d reports".formatted(length, expected));
        }
    }

    /** How many reports there are, those without a position included. */
    public int size() {
        return positions.x.length;
    }

    double x(int row) {
        return positions.x[row];
    }

    double y(int row) {
        return positions.y[row];
    }

    double givenEast(int row) {
        return positions.givenEast[row];
    }

    double givenNorth(int row) {
        return positions.givenNorth[row];
    }

    Unit unit() {
        return positions.unit;
    }

    /** Whether there is a position: 0,0 is what a missing one often becomes. */
    boolean isPlaced(int row) {
        boolean isZero = positions.givenEast[row] == 0 && positions.givenNorth[row] == 0;
        return Double.isFinite(positions.x[row]) && Double.isFinite(positions.y[row]) && !isZero;
    }

    boolean isOutside(int row) {
        return positions.inside.length > 0 && !positions.inside[row];
    }

    boolean hasTimes() {
        return minutes.length > 0;
    }

    long minute(int row) {
        return minutes[row];
    }

    /** The cause of a report; the same for all if causes are not known. */
    int cause(int row) {
        return causes.length > 0 ? causes[row] : 0;
    }

    boolean hasReporters() {
        return reporters.length > 0;
    }

    int reporter(int row) {
        return reporters[row];
    }

    /** The rows of all reports with a position, ascending. */
    IntStream placed() {
        return IntStream.range(0, size()).filter(this::isPlaced);
    }

    /** Where a report is, as it was given: for a sentence. */
    String positionText(int row) {
        return unit() == Unit.DEGREES
                ? "lat %s, lon %s".formatted(givenNorth(row), givenEast(row))
                : "N %s, E %s".formatted(plain(givenNorth(row)), plain(givenEast(row)));
    }

    private static String plain(double metres) {
        return metres == Math.rint(metres) ? String.valueOf((long) metres) : String.valueOf(metres);
    }
}
