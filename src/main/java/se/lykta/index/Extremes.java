package se.lykta.index;

import java.util.Arrays;
import se.lykta.geo.Morton;

/**
 * The newest minute and the box of each of some groups of reports.
 *
 * <p>A coordinate is kept as the bits of its Morton code, as they are: masked codes compare as the coordinates do, so that
 * nothing is decoded for a row. Used by one thread while it is filled.
 */
final class Extremes {

    private static final long X_BITS = 0x5555555555555555L;
    private static final long Y_BITS = X_BITS << 1;
    private static final int VALUES = 5;

    private final long[] values;

    /** So many groups, all empty. */
    Extremes(int groups) {
        values = new long[groups * VALUES];
        clear();
    }

    /** Empties all groups. */
    void clear() {
        for (int at = 0; at < values.length; at += VALUES) {
            values[at] = Integer.MIN_VALUE;
            Arrays.fill(values, at + 1, at + 3, Long.MAX_VALUE);
            Arrays.fill(values, at + 3, at + 5, Long.MIN_VALUE);
        }
    }

    /** Widens a group by the only group of another one. */
    void include(int group, Extremes other) {
        other.addTo(this, group, 0, 1);
    }

    /** Widens the only group of another one by the groups {@code first..end-1}. */
    void addTo(Extremes into, int first, int end) {
        addTo(into, 0, first, end);
    }

    private void addTo(Extremes into, int group, int first, int end) {
        int to = group * VALUES;
        long newest = into.values[to];
        long minX = into.values[to + 1];
        long minY = into.values[to + 2];
        long maxX = into.values[to + 3];
        long maxY = into.values[to + 4];
        for (int at = first * VALUES; at < end * VALUES; at += VALUES) {
            newest = Math.max(newest, values[at]);
            minX = Math.min(minX, values[at + 1]);
            minY = Math.min(minY, values[at + 2]);
            maxX = Math.max(maxX, values[at + 3]);
            maxY = Math.max(maxY, values[at + 4]);
        }
        into.values[to] = newest;
        into.values[to + 1] = minX;
        into.values[to + 2] = minY;
        into.values[to + 3] = maxX;
        into.values[to + 4] = maxY;
    }

    /** Says whether a group is within the only group of another one, so that it can't widen it. */
    boolean isWithin(Extremes other, int group) {
        int at = group * VALUES;
        return values[at] <= other.values[0]
                && values[at + 1] >= other.values[1]
                && values[at + 2] >= other.values[2]
                && values[at + 3] <= other.values[3]
                && values[at + 4] <= other.values[4];
    }

    /** Widens the only group by rows of some columns: row {@code base + i} for every bit i. */
    void add(Columns columns, int base, long rows) {
        int newest = (int) values[0];
        long minX = values[1];
        long minY = values[2];
        long maxX = values[3];
        long maxY = values[4];
        for (long rest = rows; rest != 0; rest &= rest - 1) {
            int row = base + Long.numberOfTrailingZeros(rest);
            int minute = columns.minute[row];
            long x = columns.morton[row] & X_BITS;
            long y = columns.morton[row] & Y_BITS;
            // a new extreme is rare, so that every branch is guessed right
            if (minute > newest || x < minX || x > maxX || y < minY || y > maxY) {
                newest = Math.max(newest, minute);
                minX = Math.min(minX, x);
                minY = Math.min(minY, y);
                maxX = Math.max(maxX, x);
                maxY = Math.max(maxY, y);
            }
        }
        values[0] = newest;
        values[1] = minX;
        values[2] = minY;
        values[3] = maxX;
        values[4] = maxY;
    }

    /** The newest minute of the only group. */
    int newestMinute() {
        return (int) values[0];
    }

    /** The longer side of the box of the only group, in cells of Web Mercator. */
    int spreadCells() {
        return Math.max(Morton.x(values[3]) - Morton.x(values[1]), Morton.y(values[4]) - Morton.y(values[2]));
    }
}
