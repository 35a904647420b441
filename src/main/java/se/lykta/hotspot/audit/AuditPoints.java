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

    private final double[] x;
    private final double[] y;
    private final Given given;
    private final Known known;

    private AuditPoints(double[] x, double[] y, Given given, Known known) {
        this.x = x;
        this.y = y;
        this.given = given;
        this.known = known;
    }

    /** What else is known, each empty if it is not. */
    private static final class Known {

        private static final Known NOTHING = new Known(new boolean[0], new long[0], new int[0], new int[0]);

        private final boolean[] inside;
        private final long[] minutes;
        private final int[] causes;
        private final int[] reporters;

        Known(boolean[] inside, long[] minutes, int[] causes, int[] reporters) {
            this.inside = inside;
            this.minutes = minutes;
            this.causes = causes;
            this.reporters = reporters;
        }
    }

    /** Coordinates as they were given, before they were projected: they tell how precise they are. */
    private static final class Given {

        private final double[] east;
        private final double[] north;
        private final Unit unit;

        Given(double[] east, double[] north, Unit unit) {
            this.east = east;
            this.north = north;
            this.unit = unit;
        }
    }

    /** In what coordinates were given. */
    public enum Unit {
        DEGREES,
        METRES
    }

    /**
     * Reports with positions in metres, as they were given.
     *
     * @param x not a number where there is no position
     */
    public static AuditPoints of(double[] x, double[] y) {
        requireLength(x.length, y.length);
        return new AuditPoints(x, y, new Given(x, y, Unit.METRES), Known.NOTHING);
    }

    /** The same reports, whose positions were given otherwise: longitude and latitude, as a rule. */
    public AuditPoints givenAs(double[] east, double[] north, Unit unit) {
        requireLength(size(), east.length);
        requireLength(size(), north.length);
        return new AuditPoints(x, y, new Given(east, north, unit), known);
    }

    /** The same reports with a study area, inside of which each is or is not. */
    public AuditPoints withInside(boolean[] isInside) {
        requireLength(size(), isInside.length);
        return new AuditPoints(x, y, given, new Known(isInside, known.minutes, known.causes, known.reporters));
    }

    /** The same reports with local times, minutes since 1970 by the clock on the wall, or {@link #NO_TIME}. */
    public AuditPoints withMinutes(long[] localMinutes) {
        requireLength(size(), localMinutes.length);
        return new AuditPoints(x, y, given, new Known(known.inside, localMinutes, known.causes, known.reporters));
    }

    /** The same reports with what they are about: equal numbers for equal causes. */
    public AuditPoints withCauses(int[] numbers) {
        requireLength(size(), numbers.length);
        return new AuditPoints(x, y, given, new Known(known.inside, known.minutes, numbers, known.reporters));
    }

    /** The same reports with who reported: equal numbers for equal reporters, or {@link #NO_REPORTER}. */
    public AuditPoints withReporters(int[] numbers) {
        requireLength(size(), numbers.length);
        return new AuditPoints(x, y, given, new Known(known.inside, known.minutes, known.causes, numbers));
    }

    private static void requireLength(int expected, int length) {
        if (length != expected) {
            throw new IllegalArgumentException("%d values for %d reports".formatted(length, expected));
        }
    }

    /** How many reports there are, those without a position included. */
    public int size() {
        return x.length;
    }

    double x(int row) {
        return x[row];
    }

    double y(int row) {
        return y[row];
    }

    double givenEast(int row) {
        return given.east[row];
    }

    double givenNorth(int row) {
        return given.north[row];
    }

    Unit unit() {
        return given.unit;
    }

    /** Whether there is a position: 0,0 is what a missing one often becomes. */
    boolean isPlaced(int row) {
        boolean isZero = given.east[row] == 0 && given.north[row] == 0;
        return Double.isFinite(x[row]) && Double.isFinite(y[row]) && !isZero;
    }

    boolean isOutside(int row) {
        return known.inside.length > 0 && !known.inside[row];
    }

    boolean hasTimes() {
        return known.minutes.length > 0;
    }

    long minute(int row) {
        return known.minutes[row];
    }

    /** The cause of a report; the same for all if causes are not known. */
    int cause(int row) {
        return known.causes.length > 0 ? known.causes[row] : 0;
    }

    boolean hasReporters() {
        return known.reporters.length > 0;
    }

    int reporter(int row) {
        return known.reporters[row];
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
