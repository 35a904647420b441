package se.lykta.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import se.lykta.account.Audience;
import se.lykta.index.IndexSync;
import se.lykta.index.Indexes;
import se.lykta.index.Snapshot;
import se.lykta.privacy.ReleaseFeed;
import se.lykta.report.ChangeFeed;
import se.lykta.taxonomy.Taxonomy;

/**
 * The read index as a start of the service loads it from PostGIS, with what that took.
 *
 * @param seconds wall time of the load
 * @param heapMegabytes what is reachable after it and was not before
 */
record LoadedIndex(Snapshot snapshot, double seconds, double heapMegabytes) {

    private static final int COLLECTIONS = 3;
    private static final double MEGABYTE = 1 << 20;

    /** Loads everything, and lets go of what only the loading needed. */
    static LoadedIndex load(BenchDatabase database, Taxonomy taxonomy) {
        double before = usedMegabytes();
        var indexes = new Indexes();
        long start = System.nanoTime();
        var jdbi = database.database().jdbi();
        try (var sync = new IndexSync(
                new ChangeFeed(jdbi, taxonomy, Question.ZONE), new ReleaseFeed(jdbi, taxonomy), indexes)) {
            sync.load();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new LoadedIndex(indexes.snapshot(Audience.STAFF), seconds, usedMegabytes() - before);
    }

    /** Prints what it took. */
    void tell(Output output) {
        output.step("index of %d reports loaded in %.2f s, %.0f MB of heap", snapshot.size(), seconds, heapMegabytes);
        output.figure("index-load-s", seconds);
        output.figure("index-heap-mb", heapMegabytes);
    }

    private static double usedMegabytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
