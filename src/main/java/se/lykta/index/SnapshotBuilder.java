package se.lykta.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import se.lykta.report.PointSink;
import se.lykta.report.PointView;

/**
 * Makes a snapshot from reports in any order, from any number of threads.
 *
 * <p>Exists because rows arrive in the order of the database and are needed in the order of places. Each thread fills a
 * {@link #part()} of its own: chunks of primitive columns, nothing is boxed and nothing copied as it grows. Building
 * uses all cores. The snapshot is the same whatever the order of arrival, the number of parts and the number of threads.
 * O(n); at its peak about 110 bytes a report, of which the snapshot keeps 65.
 */
public final class SnapshotBuilder implements PointSink {

    private final List<Part> parts = new ArrayList<>();
    private final Consumer<PointView> own = part();

    /** Adds one report, for callers with one thread; its id must not have been added before. */
    public SnapshotBuilder add(PointView point) {
        own.accept(point);
        return this;
    }

    @Override
    public Consumer<PointView> part() {
        var part = new Part();
        synchronized (parts) {
            parts.add(part);
        }
        return part;
    }

    /** The snapshot of all reports added; all parts must be done. */
    public Snapshot build(long version) {
        List<Columns> chunks = chunks();
        int[] used = used();
        var places = new Places(idPages(chunks, RowOrder.of(chunks, used, columns -> columns.id)));
        int[] order = RowOrder.of(chunks, used, columns -> columns.morton);
        int parts = Page.partsOf(order.length);
        Leaf[] leaves = IntStream.range(0, parts)
                .parallel()
                .mapToObj(i -> new Leaf(gathered(
                        chunks, order, Page.startOf(i, parts, order.length), Page.startOf(i + 1, parts, order.length))))
                .toArray(Leaf[]::new);
        var sorted = new Leaves(leaves);
        return new Snapshot(version, sorted, places, Touches.none(version, sorted.firstMortons()));
    }

    /** The rows of few reports by Morton code, ties by id. */
    Columns sorted() {
        int[] order = RowOrder.of(chunks(), used(), columns -> columns.morton);
        return gathered(chunks(), order, 0, order.length);
    }

    private List<Columns> chunks() {
        return parts.stream().flatMap(part -> part.chunks.stream()).toList();
    }

    private int[] used() {
        return parts.stream().flatMapToInt(Part::used).toArray();
    }

    private static Columns gathered(List<Columns> chunks, int[] order, int first, int end) {
        var columns = new Columns(end - first);
        for (int i = first; i < end; i++) {
            columns.set(i - first, chunks.get(order[i] >>> RowOrder.CHUNK_BITS), order[i] & (RowOrder.CHUNK_ROWS - 1));
        }
        return columns;
    }

    private static List<IdPage> idPages(List<Columns> chunks, int[] order) {
        int parts = Page.partsOf(order.length);
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(i -> idPage(
                        chunks, order, Page.startOf(i, parts, order.length), Page.startOf(i + 1, parts, order.length)))
                .toList();
    }

    private static IdPage idPage(List<Columns> chunks, int[] order, int first, int end) {
        long[] id = new long[end - first];
        long[] morton = new long[end - first];
        for (int i = first; i < end; i++) {
            Columns chunk = chunks.get(order[i] >>> RowOrder.CHUNK_BITS);
            int row = order[i] & (RowOrder.CHUNK_ROWS - 1);
            id[i - first] = chunk.id[row];
            if (i > first && id[i - first] == id[i - first - 1]) {
                throw new IllegalArgumentException("report " + id[i - first] + " was given twice");
            }
            morton[i - first] = chunk.morton[row];
        }
        return new IdPage(id, morton);
    }

    /** What one thread adds: chunks that double, so that few rows need little room and none is copied to grow. */
    private static final class Part implements Consumer<PointView> {

        private static final int FIRST_ROOM = 64;

        private final List<Columns> chunks = new ArrayList<>();
        private Columns last = new Columns(0);
        private int lastUsed;

        @Override
        public void accept(PointView point) {
            if (lastUsed == last.size()) {
                last = new Columns(Math.max(FIRST_ROOM, Math.min(RowOrder.CHUNK_ROWS, 2 * lastUsed)));
                chunks.add(last);
                lastUsed = 0;
            }
            last.set(lastUsed++, point);
        }

        private IntStream used() {
            return chunks.stream().mapToInt(chunk -> chunk == last ? lastUsed : chunk.size());
        }
    }
}
