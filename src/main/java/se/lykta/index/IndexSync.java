package se.lykta.index;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lykta.account.Audience;
import se.lykta.db.DatabaseSettings;
import se.lykta.db.Notifications;
import se.lykta.privacy.ReleaseFeed;
import se.lykta.report.ChangeFeed;
import se.lykta.report.Changes;

/**
 * Keeps the snapshots of this process as the database is.
 *
 * <p>Loads everything once, then follows the outbox by number: woken by notifications, and every few seconds without
 * one, so that a lost notification costs seconds and nothing else. A gap in the outbox means a new full load. Any number of
 * processes may do this on one database; the version is the outbox number, so all have the same tags for the same
 * data. A new snapshot is shown only when nothing more is waiting. Safe for use by many threads; readers never wait.
 */
public final class IndexSync implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexSync.class);

    /** Reports per batch; of more changes than this at once a full load is quicker. */
    private static final int BATCH = 20_000;

    /** Batches after which a snapshot is shown even if writers never pause. */
    private static final int MOST_BATCHES = 8;

    private static final int POLL_SECONDS = 5;
    private static final int COMPARISONS = 5;

    private final ChangeFeed feed;
    private final ReleaseFeed released;
    private final Indexes indexes;
    private final ScheduledExecutorService poll = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "index-poll");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean loaded;
    private Optional<Notifications> listening = Optional.empty();

    /** Synchronises the indexes of one process; nothing happens before {@link #load()}. */
    public IndexSync(ChangeFeed feed, ReleaseFeed released, Indexes indexes) {
        this.feed = feed;
        this.released = released;
        this.indexes = indexes;
    }

    /** Loads all reports and the release, and shows them. */
    public synchronized void load() {
        long start = System.nanoTime();
        indexes.replace(Audience.STAFF, loadReports());
        indexes.replace(Audience.PUBLIC, loadRelease());
        loaded = true;
        LOG.info(
                "read index: {} reports, {} released, version {}, {} ms",
                indexes.snapshot(Audience.STAFF).size(),
                indexes.snapshot(Audience.PUBLIC).size(),
                indexes.snapshot(Audience.STAFF).version(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** Follows the database from now on, until {@link #close()}. */
    public synchronized void follow(DatabaseSettings settings) {
        listening = Optional.of(Notifications.listen(settings, ChangeFeed.CHANNEL, this::catchUp));
        var unused = poll.scheduleWithFixedDelay(this::catchUpQuietly, POLL_SECONDS, POLL_SECONDS, TimeUnit.SECONDS);
    }

    /** Says whether everything was loaded once. */
    public boolean isLoaded() {
        return loaded;
    }

    /** Brings the snapshots up to what the database holds now. */
    public synchronized void catchUp() {
        Snapshot shown = indexes.snapshot(Audience.STAFF);
        Snapshot next = shown;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            Changes changes = feed.since(next.version(), BATCH);
            if (changes.gap()) {
                LOG.info("read index: gap in the outbox after {}, loading everything", next.version());
                next = loadReports();
            } else if (changes.number() == next.version()) {
                break;
            } else {
                next = next.with(changes.number(), changes.changed(), changes.removed());
            }
        }
        if (next != shown) {
            indexes.replace(Audience.STAFF, next);
        }
        if (released.version() != indexes.snapshot(Audience.PUBLIC).version()) {
            indexes.replace(Audience.PUBLIC, loadRelease());
        }
    }

    /** Compares the index with a fresh load of the database at the same number. */
    public synchronized Comparison compare() {
        catchUp();
        Snapshot database = loadReports();
        for (int i = 0; i < COMPARISONS && indexes.snapshot(Audience.STAFF).version() != database.version(); i++) {
            catchUp();
            database = loadReports();
        }
        return Comparison.of(indexes.snapshot(Audience.STAFF), database);
    }

    @Override
    public synchronized void close() {
        poll.shutdownNow();
        listening.ifPresent(Notifications::close);
    }

    private Snapshot loadReports() {
        var builder = new SnapshotBuilder();
        long version = feed.load(builder, new LoggedProgress());
        return builder.build(version);
    }

    private Snapshot loadRelease() {
        var builder = new SnapshotBuilder();
        long version = released.forEachPoint(builder::add);
        return builder.build(version);
    }

    /** A failure of one look must not end the looking. */
    private void catchUpQuietly() {
        try {
            catchUp();
        } catch (RuntimeException e) {
            LOG.warn("read index: the database can't be read: {}", e.getClass().getSimpleName());
        }
    }
}
