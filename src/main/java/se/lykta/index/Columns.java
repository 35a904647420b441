package se.lykta.index;

import se.lykta.geo.Morton;
import se.lykta.report.PointView;
import se.lykta.report.ReportPoint;

/**
 * Primitive columns of reports: row i of every array belongs to one report, 43 bytes in all.
 *
 * <p>Written by one thread while they are made, never afterwards.
 */
final class Columns implements Page<Columns> {

    /** The flag of a report that is left out of all analysis. */
    static final int EXCLUDED = 1;

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

    /** Bits: {@link #EXCLUDED}. */
    final byte[] flags;

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
        flags = new byte[size];
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

    @Override
    public int size() {
        return id.length;
    }

    @Override
    public Columns part(int first, int end) {
        var part = new Columns(end - first);
        part.copy(this, first, 0, end - first);
        return part;
    }

    @Override
    public Columns join(Columns next) {
        var joined = new Columns(size() + next.size());
        joined.copy(this, 0, 0, size());
        joined.copy(next, 0, size(), next.size());
        return joined;
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
        flags[row] = (byte) (point.excluded() ? EXCLUDED : 0);
    }

    /** Sets one row to a row of another one. */
    void set(int row, Columns from, int fromRow) {
        morton[row] = from.morton[fromRow];
        id[row] = from.id[fromRow];
        causes[row] = from.causes[fromRow];
        reporter[row] = from.reporter[fromRow];
        minute[row] = from.minute[fromRow];
        hourOfWeek[row] = from.hourOfWeek[fromRow];
        source[row] = from.source[fromRow];
        state[row] = from.state[fromRow];
        light[row] = from.light[fromRow];
        severity[row] = from.severity[fromRow];
        flags[row] = from.flags[fromRow];
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
        System.arraycopy(from.flags, first, flags, at, count);
    }

    /** Orders a row against a place and id: by Morton code, then by id. */
    int compare(int row, long otherMorton, long otherId) {
        int byPlace = Long.compare(morton[row], otherMorton);
        return byPlace != 0 ? byPlace : Long.compare(id[row], otherId);
    }

    /** The first row of {@code low..high-1} not before a place and id; {@code high} if there is none. Rows must be sorted. */
    int firstNotBefore(int low, int high, long otherMorton, long otherId) {
        int first = low;
        int end = high;
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (compare(middle, otherMorton, otherId) < 0) {
                first = middle + 1;
            } else {
                end = middle;
            }
        }
        return first;
    }
}
