package se.lykta.privacy;

import java.util.Arrays;

/**
 * Which row each report was released in, for all that ever were: twelve bytes a report.
 *
 * <p>Exists because a release looks up every report there is, and an object for each would take a hundred bytes. Rows are
 * known by their place in the ascending list of their numbers. Filled by one thread, in the order of the reports; then
 * immutable.
 */
final class Members {

    /** The place of a report that was never released. */
    static final int NEVER = -1;

    /** The place of a report whose row is gone: it is not to be released again. */
    static final int GONE = -2;

    private final long[] reports;
    private final int[] rows;
    private int size;
    private int[] numbers = new int[0];

    /** Room for so many reports. */
    Members(int most) {
        this.reports = new long[most];
        this.rows = new int[most];
    }

    /** Adds a report; its number has to be greater than all before, its row is {@link ReleaseChangeStore#NO_ROW} if it is gone. */
    void add(long report, int row) {
        if (size > 0 && reports[size - 1] >= report) {
            throw new IllegalArgumentException("members have to come in the order of their reports");
        }
        reports[size] = report;
        rows[size++] = row;
    }

    /** Ends the filling. */
    Members sorted() {
        numbers = Arrays.stream(rows, 0, size)
                .filter(row -> row != ReleaseChangeStore.NO_ROW)
                .sorted()
                .distinct()
                .toArray();
        for (int i = 0; i < size; i++) {
            rows[i] = rows[i] == ReleaseChangeStore.NO_ROW ? GONE : Arrays.binarySearch(numbers, rows[i]);
        }
        return this;
    }

    /** How many rows there are. */
    int rows() {
        return numbers.length;
    }

    /** The number in the table of the row at a place. */
    int rowNumber(int place) {
        return numbers[place];
    }

    /** The place of the row of a report, {@link #NEVER} or {@link #GONE}. */
    int placeOf(long report) {
        int found = Arrays.binarySearch(reports, 0, size, report);
        return found < 0 ? NEVER : rows[found];
    }

    /** How many reports each row stands for. */
    int[] counts() {
        int[] counts = new int[numbers.length];
        for (int i = 0; i < size; i++) {
            if (rows[i] >= 0) {
                counts[rows[i]]++;
            }
        }
        return counts;
    }

    /** The reports of the row at a place, ascending. */
    long[] reportsOf(int place) {
        long[] found = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (rows[i] == place) {
                found[count++] = reports[i];
            }
        }
        return Arrays.copyOf(found, count);
    }
}
