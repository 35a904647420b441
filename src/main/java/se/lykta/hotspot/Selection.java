package se.lykta.hotspot;

import java.util.Arrays;
import java.util.Optional;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.facts.Window;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;

/**
 * The reports to be clustered, in metres.
 *
 * <p>A report that the projection can't place (a stray point on the other side of the earth) is left out: it is no
 * neighbour of anything. The arrays are shared, not copied.
 */
public final class Selection {

    /** No projected coordinate on earth is larger. */
    private static final double MOST_METRES = 1e8;

    /** Of which reports it is. */
    final Part part;

    /** Rows of the snapshot, ascending. */
    final int[] rows;

    final double[] x;
    final double[] y;

    private Selection(Part part, int[] rows, double[] x, double[] y) {
        this.part = part;
        this.rows = rows;
        this.x = x;
        this.y = y;
    }

    /** The reports that a filter wants and that have a cause other than the positive ones. */
    public static Selection of(Snapshot snapshot, Filter filter, long positiveMask, MetricCrs crs) {
        return of(snapshot, new Part(Optional.empty(), ~positiveMask, filter), crs);
    }

    /** The reports of a part in a window. */
    static Selection of(Snapshot snapshot, Part part, Window window, MetricCrs crs) {
        Filter filter = part.filter().withWindow(window.fromMinute(), window.endMinute());
        return of(snapshot, new Part(part.group(), part.causes(), filter), crs);
    }

    private static Selection of(Snapshot snapshot, Part part, MetricCrs crs) {
        int[] rows = new int[snapshot.size()];
        double[] x = new double[rows.length];
        double[] y = new double[rows.length];
        int size = 0;
        for (int row = 0; row < rows.length; row++) {
            if (isWanted(snapshot, row, part.filter(), part.causes())
                    && project(crs, snapshot.lonDeg(row), snapshot.latDeg(row), x, y, size)) {
                rows[size++] = row;
            }
        }
        return new Selection(part, Arrays.copyOf(rows, size), Arrays.copyOf(x, size), Arrays.copyOf(y, size));
    }

    /** Rows of the snapshot, ascending; not to be changed. */
    public int[] rows() {
        return rows;
    }

    /** East of each row's report, metres; not to be changed. */
    public double[] x() {
        return x;
    }

    /** North, metres; not to be changed. */
    public double[] y() {
        return y;
    }

    /** Whether the filter wants a report and one of its causes is among those that count. */
    static boolean isWanted(Snapshot snapshot, int row, Filter filter, long causes) {
        return (snapshot.causes(row) & causes) != 0 && filter.test(snapshot, row);
    }

    /** When the oldest and the newest report that counts happened, if there is any. */
    public static Optional<Span> span(Snapshot snapshot, long positiveMask) {
        Filter counting = Filter.counting();
        int oldest = Integer.MAX_VALUE;
        int newest = Integer.MIN_VALUE;
        for (int row = 0; row < snapshot.size(); row++) {
            int minute = snapshot.minute(row);
            if ((minute > newest || minute < oldest) && isWanted(snapshot, row, counting, ~positiveMask)) {
                oldest = Math.min(oldest, minute);
                newest = Math.max(newest, minute);
            }
        }
        return newest == Integer.MIN_VALUE ? Optional.empty() : Optional.of(new Span(oldest, newest));
    }

    /** Two minutes since 1970 that reports lie between. */
    public record Span(int oldestMinute, int newestMinute) {}

    private static boolean project(MetricCrs crs, double lonDeg, double latDeg, double[] x, double[] y, int at) {
        try {
            double[] metres = crs.project(lonDeg, latDeg);
            x[at] = metres[0];
            y[at] = metres[1];
            return Math.abs(x[at]) < MOST_METRES && Math.abs(y[at]) < MOST_METRES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
