package se.lykta.index;

import se.lykta.geo.Morton;
import se.lykta.report.PointView;

/**
 * The primitive columns of a snapshot: row i of every array belongs to one report, 42 bytes in all.
 *
 * <p>Written by one thread while it is made, never afterwards.
 */
final class Columns {

    final long[] morton;
    final long[] id;
    final long[] causes;
    final long[] reporter;
    final int[] minute;

    /** Local hour, 0..167 from Monday 00, or {@link ReportPoint.When#NO_HOUR}. */
    final short[] hourOfWeek;

    final byte[] source;
    final byte[] state;
    final byte[] light;

    /** {@link se.lykta.taxonomy.Severity#code()}. */
    final byte[] severity;

    Columns(int size) {
        morton = new long[size];
        id = new long[size];
        causes = new long[size];
        reporter = new long[size];
        minute = new int[size];
        hourOfWeek = new short[size];
        source = new byte[size];
        state = new byte[size];
        light = new byte[size];
        severity = new byte[size];
    }

    /** How an enum value stands in a column; the enums of the taxonomy are append only for this. */
    @SuppressWarnings("EnumOrdinal")
    static byte number(Enum<?> value) {
        return (byte) value.ordinal();
    }

    /** The same as a mask with one bit. */
    static int bit(Enum<?> value) {
        return 1 << number(value);
    }

    int size() {
        return id.length;
    }

    void set(int row, PointView point) {
        morton[row] = Morton.encode(point.lonDeg(), point.latDeg());
        id[row] = point.id();
        causes[row] = point.causes();
        reporter[row] = point.reporter();
        minute[row] = point.occurredMinute();
        hourOfWeek[row] = (short) point.hourOfWeek();
        source[row] = number(point.source());
        state[row] = number(point.state());
        light[row] = number(point.light());
        severity[row] = number(point.severity());
    }

    /** Copies rows {@code first..first+count-1} of another one to the rows from {@code at} on. */
    void copy(Columns from, int first, int at, int count) {
        System.arraycopy(from.morton, first, morton, at, count);
        System.arraycopy(from.id, first, id, at, count);
        System.arraycopy(from.causes, first, causes, at, count);
        System.arraycopy(from.reporter, first, reporter, at, count);
        System.arraycopy(from.minute, first, minute, at, count);
        System.arraycopy(from.hourOfWeek, first, hourOfWeek, at, count);
        System.arraycopy(from.source, first, source, at, count);
        System.arraycopy(from.state, first, state, at, count);
        System.arraycopy(from.light, first, light, at, count);
        System.arraycopy(from.severity, first, severity, at, count);
    }

    /** The same rows in the given order; only the first {@code order.length} rows are taken. */
    Columns reordered(int[] order) {
        var sorted = new Columns(order.length);
        for (int row = 0; row < order.length; row++) {
            int from = order[row];
            sorted.morton[row] = morton[from];
            sorted.id[row] = id[from];
            sorted.causes[row] = causes[from];
            sorted.reporter[row] = reporter[from];
            sorted.minute[row] = minute[from];
            sorted.hourOfWeek[row] = hourOfWeek[from];
            sorted.source[row] = source[from];
            sorted.state[row] = state[from];
            sorted.light[row] = light[from];
            sorted.severity[row] = severity[from];
        }
        return sorted;
    }

    /** The order of rows: by Morton code, then by id. */
    static int compare(Columns left, int leftRow, Columns right, int rightRow) {
        int byPlace = Long.compare(left.morton[leftRow], right.morton[rightRow]);
        return byPlace != 0 ? byPlace : Long.compare(left.id[leftRow], right.id[rightRow]);
    }
}
