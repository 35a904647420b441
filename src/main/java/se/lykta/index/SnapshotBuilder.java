package se.lykta.index;

import se.lykta.report.ReportPoint;

/**
 * Makes a snapshot from reports in any order.
 *
 * <p>Exists because rows arrive in the order of the database and are needed in the order of places. Rows are kept in
 * growing primitive columns and sorted once; nothing is boxed. O(n) in time; used by one thread.
 */
public final class SnapshotBuilder {

    private static final int FIRST_ROOM = 1024;

    private Columns columns = new Columns(FIRST_ROOM);
    private int size;

    /** Adds one report; its id must not have been added before. */
    public SnapshotBuilder add(ReportPoint point) {
        if (size == columns.size()) {
            var larger = new Columns(Math.multiplyExact(size, 2));
            larger.copy(columns, 0, 0, size);
            columns = larger;
        }
        columns.set(size++, point);
        return this;
    }

    /** The snapshot of all reports added. */
    public Snapshot build(long version) {
        return new Snapshot(version, sorted());
    }

    /** The rows by Morton code, ties by id. */
    private Columns sorted() {
        int[] rows = new int[size];
        for (int row = 0; row < size; row++) {
            rows[row] = row;
        }
        return columns.reordered(RadixSort.sort(RadixSort.sort(rows, columns.id), columns.morton));
    }
}
