package se.lykta.privacy;

import java.util.Arrays;
import se.lykta.report.PointView;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

/**
 * The reports that wait for their release, in columns: 45 bytes each.
 *
 * <p>Keeps what a release is made from and nothing else: source, light and severity are never told. Used by one thread.
 */
final class Waiting {

    private static final int FIRST_ROOM = 1024;
    private static final ReportState[] STATES = ReportState.values();

    private long[] id = new long[FIRST_ROOM];
    private long[] reporter = new long[FIRST_ROOM];
    private long[] causes = new long[FIRST_ROOM];
    private double[] lonDeg = new double[FIRST_ROOM];
    private double[] latDeg = new double[FIRST_ROOM];
    private int[] minute = new int[FIRST_ROOM];
    private byte[] state = new byte[FIRST_ROOM];
    private int size;

    /** Adds a report; the view is not kept. */
    @SuppressWarnings("EnumOrdinal") // never leaves the process
    void add(PointView report) {
        if (size == id.length) {
            grow(size + size / 2);
        }
        id[size] = report.id();
        reporter[size] = report.reporter();
        causes[size] = report.causes();
        lonDeg[size] = report.lonDeg();
        latDeg[size] = report.latDeg();
        minute[size] = report.occurredMinute();
        state[size++] = (byte) report.state().ordinal();
    }

    int size() {
        return size;
    }

    long id(int index) {
        return id[index];
    }

    long reporter(int index) {
        return reporter[index];
    }

    /** A view that shows one report at a time. */
    Row row() {
        return new Row();
    }

    private void grow(int room) {
        id = Arrays.copyOf(id, room);
        reporter = Arrays.copyOf(reporter, room);
        causes = Arrays.copyOf(causes, room);
        lonDeg = Arrays.copyOf(lonDeg, room);
        latDeg = Arrays.copyOf(latDeg, room);
        minute = Arrays.copyOf(minute, room);
        state = Arrays.copyOf(state, room);
    }

    /** The report at an index, until it is moved on; what is not kept is unknown. */
    final class Row implements PointView {

        private int at;

        Row at(int index) {
            at = index;
            return this;
        }

        @Override
        public long id() {
            return id[at];
        }

        @Override
        public double lonDeg() {
            return lonDeg[at];
        }

        @Override
        public double latDeg() {
            return latDeg[at];
        }

        @Override
        public long causes() {
            return causes[at];
        }

        @Override
        public int occurredMinute() {
            return minute[at];
        }

        @Override
        public Source source() {
            return Source.IMPORT;
        }

        @Override
        public ReportState state() {
            return STATES[state[at]];
        }

        @Override
        public int hourOfWeek() {
            return ReportPoint.When.NO_HOUR;
        }

        @Override
        public Light light() {
            return Light.UNKNOWN;
        }

        @Override
        public Severity severity() {
            return Severity.UNKNOWN;
        }

        /** What is excluded does not wait. */
        @Override
        public boolean excluded() {
            return false;
        }

        @Override
        public long reporter() {
            return reporter[at];
        }
    }
}
