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
 * <p>Loads everything once, then follows the outbox by number. A notification is followed at once; those that come while
 * that goes on lead to one more look together, so a lone change is not delayed and many are taken in batches. A few times a
 * second it looks without being told, so that a lost notification or a listener that has to reconnect costs a fraction of a
 * second; such a look is one statement. A gap in the outbox means a new full load, beside the readers of the old one. The
 * release is followed apart, so that making its snapshot anew never delays a report.
 *
 * <p>Any number of processes may do this on one database; the version is the outbox number, so all have the same tags
 * for the same data. Safe for use by many threads; readers never wait.
 */
public final class IndexSync implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexSync.class);

    /** Reports per batch; of more changes than this at once a full load is quicker, unless the index is far larger. */
    private static final int BATCH = 100_000;

    /** The share of the index that is changed one by one in any case. */
    private static final int SHARE = 8;

    private static final int LARGEST_BATCH = 500_000;

    private static final int POLL_MILLIS = 250;
    private static final int COMPARISONS = 5;

    private final ChangeFeed feed;
    private final ReleaseFeed released;
    private final Indexes indexes;
    private final Object reportsLock = new Object();
    private final Object releaseLock = new Object();
    private final ScheduledExecutorService poll = Executors.newScheduledThreadPool(2, task -> {
        var thread = new Thread(task, "index-poll");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean loaded;
    private volatile Optional<Notifications> listening = Optional.empty();

    /** Synchronises the indexes of one process; nothing happens before {@link #load()}. */
    public IndexSync(ChangeFeed feed, ReleaseFeed released, Indexes indexes) {
        this.feed = feed;
        this.released = released;
        this.indexes = indexes;
    }

    /** Loads all reports and the release, and shows them. */
    public void load() {
        long start = System.nanoTime();
        synchronized (reportsLock) {
            indexes.replace(Audience.STAFF, loadReports());
        }
        synchronized (releaseLock) {
            indexes.replace(Audience.PUBLIC, loadRelease());
        }
        loaded = true;
        LOG.info(
                "read index: {} reports, {} released, version {}, {} ms",
                indexes.snapshot(Audience.STAFF).size(),
                indexes.snapshot(Audience.PUBLIC).size(),
                indexes.snapshot(Audience.STAFF).version(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** Follows the database from now on, until {@link #close()}. */
    public void follow(DatabaseSettings settings) {
        listening = Optional.of(Notifications.listen(settings, ChangeFeed.CHANNEL, this::followReports));
        pollFor("reports", () -> {
            if (feed.newest() != indexes.snapshot(Audience.STAFF).version()) {
                followReports();
            }
        });
        pollFor("the release", this::followRelease);
    }

    /** Says whether everything was loaded once. */
    public boolean isLoaded() {
        return loaded;
    }

    /** Brings the snapshots up to what the database holds now. */
    public void catchUp() {
        followReports();
        followRelease();
    }

    /**
     * Compares the index with the database as it was at one moment: the snapshot that is served, brought to that moment by
     * the changes since, against a full load. Following goes on meanwhile.
     */
    public Comparison compare() {
        for (int i = 0; i < COMPARISONS; i++) {
            Snapshot served = indexes.snapshot(Audience.STAFF);
            var builder = new SnapshotBuilder();
            Changes changes = feed.loadAndSince(builder, served.version());
            if (!changes.gap()) {
                return Comparison.of(after(served, changes), builder.build(changes.number()));
            }
            catchUp();
        }
        throw new IllegalStateException("the outbox is pruned faster than it is followed");
    }

    @Override
    public void close() {
        poll.shutdownNow();
        listening.ifPresent(Notifications::close);
    }

    /** One look; what it finds is shown at once, what comes meanwhile leads to one more look. */
    private void followReports() {
        var event = new FollowEvent();
        event.begin();
        synchronized (reportsLock) {
            Snapshot shown = indexes.snapshot(Audience.STAFF);
            long start = System.nanoTime();
            Changes changes =
                    feed.since(shown.version(), Math.max(BATCH, Math.min(LARGEST_BATCH, shown.size() / SHARE)));
            long read = System.nanoTime();
            if (!changes.gap() && changes.number() == shown.version()) {
                return;
            }
            Snapshot next = next(shown, changes);
            indexes.replace(Audience.STAFF, next);
            event.version = next.version();
            event.reports = changes.changed().size() + changes.removed().length;
            event.readNanos = read - start;
            event.buildNanos = System.nanoTime() - read;
        }
        event.commit();
    }

    private Snapshot next(Snapshot shown, Changes changes) {
        if (changes.gap()) {
            LOG.info("read index: gap in the outbox after {}, loading everything", shown.version());
            return loadReports();
        }
        return after(shown, changes);
    }

    private static Snapshot after(Snapshot snapshot, Changes changes) {
        Snapshot next = snapshot;
        for (Changes step : changes.steps()) {
            next = next.with(step.number(), step.changed(), step.removed());
        }
        return next;
    }

    private void followRelease() {
        synchronized (releaseLock) {
            if (released.version() != indexes.snapshot(Audience.PUBLIC).version()) {
                indexes.replace(Audience.PUBLIC, loadRelease());
            }
        }
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
    private void pollFor(String what, Runnable look) {
        Runnable quietly = () -> {
            try {
                look.run();
            } catch (RuntimeException e) {
                if (!poll.isShutdown()) {
                    LOG.warn(
                            "read index: {} can't be followed: {}",
                            what,
                            e.getClass().getSimpleName());
                }
            }
        };
        var unused = poll.scheduleWithFixedDelay(quietly, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }
}
