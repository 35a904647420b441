package se.lykta.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import se.lykta.report.PointSink;
import se.lykta.report.PointView;

/**
 * Makes a snapshot from reports in any order.
 *
 * <p>Exists because rows arrive in the order of the database and are needed in the order of places. Rows are kept in
 * primitive columns, block by block, and sorted once; nothing is boxed. Several threads may add at once, each to its own
 * {@link #part()}. O(n) in time.
 */
public final class SnapshotBuilder implements PointSink {

    private static final int FIRST_BLOCK = 64;
    private static final int LARGEST_BLOCK = 1 << 16;

    private final List<Part> parts = new ArrayList<>();
    private final Part own = new Part();

    /** An empty builder. */
    public SnapshotBuilder() {
        parts.add(own);
    }

    /** Adds one report; its id must not have been added before. */
    public SnapshotBuilder add(PointView point) {
        own.accept(point);
        return this;
    }

    @Override
    public synchronized Consumer<PointView> part() {
        Part part = new Part();
        parts.add(part);
        return part;
    }

    /** The snapshot of all reports added; all parts must be complete. The builder is empty afterwards. */
    public synchronized Snapshot build(long version) {
        Columns columns = new Columns(parts.stream().mapToInt(Part::size).reduce(0, Math::addExact));
        int at = 0;
        for (Part part : parts) {
            at = part.moveTo(columns, at);
        }
        return new Snapshot(version, sorted(columns));
    }

    /** The rows by Morton code, ties by id. */
    private static Columns sorted(Columns columns) {
        int[] rows = new int[columns.size()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        return columns.reordered(RadixSort.sort(RadixSort.sort(rows, columns.id), columns.morton));
    }

    /** The rows of one thread, in blocks that double, so that few rows need little room and none is copied to grow. */
    private static final class Part implements Consumer<PointView> {

        private final Deque<Columns> full = new ArrayDeque<>();
        private Columns last = new Columns(FIRST_BLOCK);
        private int used;
        private int size;

        @Override
        public void accept(PointView point) {
            if (used == last.size()) {
                full.add(last);
                last = new Columns(Math.min(LARGEST_BLOCK, 2 * used));
                used = 0;
            }
            last.set(used++, point);
            size++;
        }

        int size() {
            return size;
        }

        /** Moves the rows, no block is held longer than needed; answers the row behind them. */
        int moveTo(Columns columns, int at) {
            int next = at;
            while (!full.isEmpty()) {
                Columns block = full.remove();
                columns.copy(block, 0, next, block.size());
                next += block.size();
            }
            columns.copy(last, 0, next, used);
            next += used;
            used = 0;
            size = 0;
            return next;
        }
    }
}
