package se.lykta.hotspot.findings;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.audit.AuditPoints;
import se.lykta.report.PointView;
import se.lykta.report.ReportPoint;
import se.lykta.report.ZoneClock;
import se.lykta.taxonomy.ReportState;

/**
 * The exact reports as the audit looks at them: all that count or may come to count, and that nobody excluded.
 *
 * <p>Exists because the read index holds positions to a centimetre, while the audit asks how many decimals they have. Columns
 * that grow, 48 bytes a report. Used by one thread.
 */
final class AuditedReports {

    private static final int FIRST_SIZE = 1024;
    private static final int MINUTES_PER_DAY = 1440;

    private final ZoneClock clock;
    private long[] ids = new long[FIRST_SIZE];
    private double[] lon = new double[FIRST_SIZE];
    private double[] lat = new double[FIRST_SIZE];
    private long[] minutes = new long[FIRST_SIZE];
    private long[] causes = new long[FIRST_SIZE];
    private long[] reporters = new long[FIRST_SIZE];
    private int size;
    private int excluded;

    /** No report yet. */
    AuditedReports(ZoneClock clock) {
        this.clock = clock;
    }

    /** Takes over what is wanted of a report. */
    void add(PointView report) {
        if (report.state() == ReportState.REJECTED || report.state() == ReportState.DUPLICATE) {
            return;
        }
        if (report.excluded()) {
            excluded++;
            return;
        }
        if (size == ids.length) {
            grow();
        }
        ids[size] = report.id();
        lon[size] = report.lonDeg();
        lat[size] = report.latDeg();
        minutes[size] = localMinute(report);
        causes[size] = report.causes();
        reporters[size] = report.reporter();
        size++;
    }

    private void grow() {
        int more = Math.addExact(size, size);
        ids = Arrays.copyOf(ids, more);
        lon = Arrays.copyOf(lon, more);
        lat = Arrays.copyOf(lat, more);
        minutes = Arrays.copyOf(minutes, more);
        causes = Arrays.copyOf(causes, more);
        reporters = Arrays.copyOf(reporters, more);
    }

    /** The start of the day where the hour is not known. */
    private long localMinute(PointView report) {
        int minute = clock.localMinute(report.occurredMinute());
        return report.hourOfWeek() == ReportPoint.When.NO_HOUR
                ? minute - Math.floorMod(minute, MINUTES_PER_DAY)
                : minute;
    }

    /** How many are looked at. */
    int size() {
        return size;
    }

    /** How many are not, because staff excluded them. */
    int excluded() {
        return excluded;
    }

    /**
     * What the audit wants.
     *
     * @param outline longitude and latitude, if it is known
     */
    AuditPoints points(MetricCrs crs, Optional<Geometry> outline) {
        double[] x = new double[size];
        double[] y = new double[size];
        for (int row = 0; row < size; row++) {
            project(crs, row, x, y);
        }
        AuditPoints points = AuditPoints.of(x, y)
                .givenAs(Arrays.copyOf(lon, size), Arrays.copyOf(lat, size), AuditPoints.Unit.DEGREES)
                .withMinutes(Arrays.copyOf(minutes, size))
                .withCauses(numbers(causes))
                .withReporters(numbers(reporters));
        return outline.map(area -> points.withInside(inside(area))).orElse(points);
    }

    /** A stray on the other side of the earth is one without a usable position. */
    private void project(MetricCrs crs, int row, double[] x, double[] y) {
        try {
            double[] metres = crs.project(lon[row], lat[row]);
            x[row] = metres[0];
            y[row] = metres[1];
        } catch (IllegalArgumentException e) {
            x[row] = Double.NaN;
            y[row] = Double.NaN;
        }
    }

    /** Equal numbers for equal values. */
    private int[] numbers(long[] values) {
        long[] sorted = LongStream.of(values).limit(size).sorted().distinct().toArray();
        return IntStream.range(0, size)
                .map(row -> Arrays.binarySearch(sorted, values[row]))
                .toArray();
    }

    private boolean[] inside(Geometry area) {
        var locator = new IndexedPointInAreaLocator(area);
        boolean[] inside = new boolean[size];
        for (int row = 0; row < size; row++) {
            inside[row] = locator.locate(new Coordinate(lon[row], lat[row])) != Location.EXTERIOR;
        }
        return inside;
    }

    /** The ids of rows, ascending. */
    long[] ids(int[] rows) {
        return IntStream.of(rows).mapToLong(row -> ids[row]).sorted().toArray();
    }
}
