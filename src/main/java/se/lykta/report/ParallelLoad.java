package se.lykta.report;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * One full load by several connections that all see the same moment.
 *
 * <p>The table is cut into stretches of pages; each connection takes the next one until there is none, so that they end
 * together whatever the rows are like. The stretches are disjoint and cover the table, and all transactions have adopted
 * one exported snapshot, so every report that it shows is read exactly once. The first fault ends all.
 */
final class ParallelLoad {

    /** 8 MB: some thousand stretches of a table of ten million reports, each costs one statement. */
    private static final long PAGES_AT_ONCE = 1024;

    private static final int REPORTS_PER_STEP = 8192;

    private final PointCopyStore store;
    private final PointSink sink;
    private final LoadProgress progress;
    private final PointCopyStore.Extent extent;
    private final AtomicLong nextPage = new AtomicLong();
    private final AtomicLong reports = new AtomicLong();
    private volatile boolean broken;

    private ParallelLoad(PointCopyStore store, PointSink sink, LoadProgress progress, PointCopyStore.Extent extent) {
        this.store = store;
        this.sink = sink;
        this.progress = progress;
        this.extent = extent;
    }

    /**
     * Reads everything that the transaction of a handle sees.
     *
     * @param connections how many to use, that of the handle included
     */
    static void run(PointCopyStore store, Handle handle, int connections, PointSink sink, LoadProgress progress)
            throws SQLException {
        var load = new ParallelLoad(store, sink, progress, store.extent(handle));
        int helpers = (int) Math.min(connections - 1, load.extent.pages() / PAGES_AT_ONCE);
        if (helpers == 0) {
            load.readStretches(handle);
        } else {
            load.runWith(helpers, handle);
        }
    }

    private void runWith(int helpers, Handle handle) throws SQLException {
        String moment = store.export(handle);
        ExecutorService threads = Executors.newFixedThreadPool(helpers);
        try {
            CompletableFuture<?>[] running = new CompletableFuture<?>[helpers];
            Arrays.setAll(
                    running,
                    i -> CompletableFuture.runAsync(() -> store.atMoment(moment, this::readStretches), threads));
            readStretches(handle);
            CompletableFuture.allOf(running).join();
        } finally {
            threads.shutdown();
        }
    }

    /** Reads stretch after stretch into one part; answers how many reports that were. */
    private long readStretches(Handle handle) throws SQLException {
        Counted part = new Counted(sink.part());
        boolean complete = false;
        try {
            for (long first = next(); first < extent.pages() && !broken; first = next()) {
                store.readPages(handle, first, first + PAGES_AT_ONCE, part);
            }
            part.tell();
            complete = true;
        } finally {
            broken |= !complete;
        }
        return part.count;
    }

    private long next() {
        return nextPage.getAndAdd(PAGES_AT_ONCE);
    }

    /** A part that tells of its progress now and then. */
    private final class Counted implements Consumer<PointView> {

        private final Consumer<PointView> part;
        private long count;
        private long told;

        Counted(Consumer<PointView> part) {
            this.part = part;
        }

        @Override
        public void accept(PointView point) {
            part.accept(point);
            count++;
            if (count - told == REPORTS_PER_STEP) {
                tell();
            }
        }

        void tell() {
            progress.loaded(reports.addAndGet(count - told), extent.about());
            told = count;
        }
    }
}
