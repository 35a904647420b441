package se.lykta.app;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lykta.account.Audience;
import se.lykta.hotspot.identity.HotspotIdentityStore;
import se.lykta.place.base.BaseTiles;
import se.lykta.place.search.SearchIndexStore;
import se.lykta.walk.findings.FindingReports;

/**
 * What goes on beside the requests: hotspots and the release follow new reports, the map follows new imports and is drawn anew,
 * the outbox forgets what is old.
 *
 * <p>Every job may run in any number of processes at once: writers take locks in the database. A job that fails is logged
 * and tried again the next time.
 */
final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int HOTSPOT_SECONDS = 1;
    private static final int MAP_SECONDS = 5;
    private static final int RELEASE_SECONDS = 15;

    /** A run is a pass over all reports: it rests so many times as long as it took, but not for longer than this. */
    private static final int RELEASE_REST = 20;

    private static final long RELEASE_LONGEST_REST_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final int OUTBOX_SECONDS = 3600;
    private static final int FINDINGS_SECONDS = 600;

    /** Twice in every hour, so that the hour of the night is never missed. */
    private static final int NIGHT_SECONDS = 1800;

    /** After a start, requests come first. */
    private static final int FIRST_AUDIT_SECONDS = 3;

    /** The local hour in which few look. */
    private static final int NIGHT_HOUR = 3;

    private static final int STOP_SECONDS = 30;

    /** Hotspots wait for no other job. */
    private static final int THREADS = 5;

    /** A process that was away for longer loads everything anew, which takes less than a minute. */
    private static final Duration OUTBOX_KEPT = Duration.ofDays(7);

    private final Workspace workspace;
    private final Readings readings;
    private final BaseTiles baseTiles;
    private final WalkNetwork network;
    private final SearchIndexStore search;
    private final HotspotIdentityStore identities;
    private final FindingReports findings;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, Jobs::thread);
    private volatile long released;
    private volatile long releaseRestsUntil = System.nanoTime();

    Jobs(Workspace workspace, Readings readings, BaseTiles baseTiles, WalkNetwork network, FindingReports findings) {
        this.workspace = workspace;
        this.readings = readings;
        this.baseTiles = baseTiles;
        this.network = network;
        this.findings = findings;
        this.search = new SearchIndexStore(workspace.database().jdbi());
        this.identities = new HotspotIdentityStore(workspace.database().jdbi());
        readings.hotspots().learn(identities);
        this.released = readings.indexes().snapshot(Audience.STAFF).version();
    }

    /** Jobs give way to requests, where Java may ask the system for it. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing is wrong where the system does not follow it
    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "job");
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /** Begins; the foot network first. */
    void start() {
        repeat("hotspots", readings.hotspots()::refresh, HOTSPOT_SECONDS, HOTSPOT_SECONDS);
        repeat("hotspot ids", () -> readings.hotspots().remember(identities), MAP_SECONDS, MAP_SECONDS);
        repeat("confidence", readings.hotspots()::assess, HOTSPOT_SECONDS, HOTSPOT_SECONDS);
        repeat("map", this::followMap, 0, MAP_SECONDS);
        repeat("snap points", readings.snapPoints()::refresh, MAP_SECONDS, MAP_SECONDS);
        repeat("base map", () -> baseTiles.build(share -> {}), 0, MAP_SECONDS);
        repeat("release", this::release, RELEASE_SECONDS, RELEASE_SECONDS);
        repeat("first audit", readings.dataAudit()::runIfNone, FIRST_AUDIT_SECONDS, NIGHT_SECONDS);
        repeat("night", this::atNight, NIGHT_SECONDS, NIGHT_SECONDS);
        repeat("walk findings", findings::makeOfQuiet, FINDINGS_SECONDS, FINDINGS_SECONDS);
        repeat("outbox", this::pruneOutbox, 0, OUTBOX_SECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a job did not stop within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void followMap() {
        readings.refresh();
        search.follow();
        baseTiles.refresh();
        network.refresh();
    }

    private void release() {
        long newest = readings.indexes().snapshot(Audience.STAFF).version();
        long start = System.nanoTime();
        if (newest != released && start - releaseRestsUntil >= 0) {
            workspace.release().update();
            released = newest;
            long end = System.nanoTime();
            releaseRestsUntil = end + Math.min(RELEASE_REST * (end - start), RELEASE_LONGEST_REST_NANOS);
        }
    }

    /** What excludes or takes back for good waits for the night: an exclusion undone the same day costs the public nothing. */
    private void atNight() {
        if (workspace.clock().instant().atZone(workspace.settings().timeZone()).getHour() == NIGHT_HOUR) {
            workspace.exclusions().catchUp();
            workspace.release().updateAndWithdrawExcluded();
            readings.dataAudit().runIfOutdated();
        }
    }

    private void pruneOutbox() {
        int pruned = workspace.changes().prune(workspace.clock().instant().minus(OUTBOX_KEPT));
        if (pruned > 0) {
            LOG.info("{} lines of the outbox were older than {} days", pruned, OUTBOX_KEPT.toDays());
        }
    }

    private void repeat(String name, Runnable job, int firstSeconds, int everySeconds) {
        Runnable logged = () -> {
            try {
                job.run();
            } catch (CancellationException e) { // the service stops
                LOG.info("job {}: {}", name, e.getMessage());
            } catch (RuntimeException e) {
                report(name, everySeconds, e);
            }
        };
        var unused = threads.scheduleWithFixedDelay(logged, firstSeconds, everySeconds, TimeUnit.SECONDS);
    }

    /** A job that was interrupted because the service stops has not failed. */
    private void report(String name, int everySeconds, RuntimeException failure) {
        if (threads.isShutdown()) {
            LOG.info("job {} is stopped", name);
        } else {
            LOG.warn("job {} failed, it is tried again in {} s", name, everySeconds, failure);
        }
    }
}
