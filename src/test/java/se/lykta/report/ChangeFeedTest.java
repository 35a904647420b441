package se.lykta.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import se.lykta.db.TestDatabase;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

/** What readers hear of changes: everything, once, in order, even when writers race. */
class ChangeFeedTest {

    private TestDatabase database;
    private Jdbi jdbi;
    private Intake intake;
    private ChangeFeed feed;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        jdbi = database.database().jdbi();
        intake = Drafts.intake(jdbi);
        feed = new ChangeFeed(jdbi, Drafts.TAXONOMY, Drafts.ZONE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aPointHasAllTheIndexMayKnow() {
        Receipt receipt = intake.submit(Drafts.at(14.75, 56.125));

        List<ReportPoint> points = new ArrayList<>();
        long number = feed.forEachPoint(points::add);

        assertThat(number).isEqualTo(1);
        ReportPoint point = points.get(0);
        assertThat(points).hasSize(1);
        assertThat(point.id()).isEqualTo(receipt.reportId());
        assertThat(point.lonDeg()).isEqualTo(14.75);
        assertThat(point.latDeg()).isEqualTo(56.125);
        assertThat(point.causes()).isEqualTo(Drafts.TAXONOMY.mask(List.of("A11")));
        // 15.00 in Stockholm on Christmas Eve is 14.00 UTC; the sun sets half an hour later
        assertThat(point.occurredMinute())
                .isEqualTo(Instant.parse("2025-12-24T14:00:00Z").getEpochSecond() / 60);
        assertThat(point.light()).isEqualTo(Light.LIGHT);
        assertThat(point.source()).isEqualTo(Source.RESIDENT);
        assertThat(point.state()).isEqualTo(ReportState.RECEIVED);
        assertThat(point.reporter()).isNegative();
        assertThat(point.severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(point.hourOfWeek()).as("Wednesday at three").isEqualTo(2 * 24 + 15);
    }

    @Test
    void aSeverityIsTold() {
        intake.submit(Drafts.by(null, null, null));

        assertThat(points().get(0).severity()).isEqualTo(Severity.VERY_UNSAFE);
    }

    @Test
    void anHourIsToldOnlyIfThereIsATimeOfDay() {
        intake.submit(Drafts.on("2025-12-24T00:00", false));
        intake.submit(Drafts.on("2025-12-24", false));
        intake.submit(Drafts.on("2025-12", false));
        intake.submit(Drafts.on("2025-12-24T00:59:59", true));
        intake.submit(Drafts.on(null, true));

        assertThat(points()).extracting(ReportPoint::hourOfWeek).containsExactly(48, -1, -1, 48, -1);
    }

    private List<ReportPoint> points() {
        List<ReportPoint> points = new ArrayList<>();
        feed.forEachPoint(points::add);
        points.sort(Comparator.comparingLong(ReportPoint::id));
        return points;
    }

    @Test
    void aRecurringReportStandsAtItsReporting() {
        intake.submit(Drafts.on(null, true));

        List<ReportPoint> points = new ArrayList<>();
        feed.forEachPoint(points::add);

        assertThat(points.get(0).occurredMinute()).isEqualTo(Drafts.NOW.getEpochSecond() / 60);
    }

    @Test
    void changesAreToldOnceAndOnlyAfterTheNumber() {
        long first = intake.submit(Drafts.draft()).reportId();
        long number = feed.forEachPoint(point -> {});
        long second = intake.submit(Drafts.draft()).reportId();
        new Moderation(jdbi, Drafts.CLOCK).move(first, ReportState.PUBLISHED, null, "eva");
        new Moderation(jdbi, Drafts.CLOCK).move(first, ReportState.LINKED, null, "eva");

        Changes changes = feed.since(number, 100);

        assertThat(changes.gap()).isFalse();
        assertThat(changes.number()).isEqualTo(number + 3);
        assertThat(changes.changed()).extracting(ReportPoint::id).containsExactly(first, second);
        assertThat(changes.changed().get(0).state()).isEqualTo(ReportState.LINKED);
        assertThat(feed.since(changes.number(), 100).changed()).isEmpty();
    }

    @Test
    void aReportThatIsGoneIsRemoved() {
        long id = intake.submit(Drafts.draft()).reportId();
        long number = feed.forEachPoint(point -> {});
        jdbi.useTransaction(handle -> {
            handle.execute("DELETE FROM report WHERE id = ?", id);
            new OutboxStore().append(handle, id, id);
        });

        assertThat(feed.since(number, 100).removed()).containsExactly(id);
    }

    /**
     * Told up to the second line only, the first report would have the state of the third already, under a number at which
     * other readers saw the old one.
     */
    @Test
    void moreLinesThanTheLimitAreAGapAndNeverHalfTold() {
        long first = intake.submit(Drafts.draft()).reportId();
        intake.submit(Drafts.draft());
        new Moderation(jdbi, Drafts.CLOCK).move(first, ReportState.PUBLISHED, null, "eva");

        Changes changes = feed.since(0, 2);

        assertThat(changes.gap()).isTrue();
        assertThat(changes.number()).isEqualTo(3);
        assertThat(feed.since(0, 3).gap()).isFalse();
    }

    @Test
    void fewLinesWithMoreReportsThanTheLimitAreAGap() {
        jdbi.useTransaction(handle -> new OutboxStore().append(handle, 1, 600));
        jdbi.useTransaction(handle -> new OutboxStore().append(handle, 601, 1200));

        assertThat(feed.since(0, 1000).gap()).isTrue();
        assertThat(feed.since(1, 1000).gap()).isFalse();
    }

    @Test
    void aRangeLongerThanTheLimitIsAGap() {
        jdbi.useTransaction(handle -> new OutboxStore().append(handle, 1, 1_000_000));

        Changes changes = feed.since(0, 1000);

        assertThat(changes.gap()).isTrue();
        assertThat(changes.number()).isEqualTo(1);
    }

    @Test
    void aReaderBehindThePrunedLinesOrAheadOfAllIsToldToReload() {
        intake.submit(Drafts.draft());
        intake.submit(Drafts.draft());

        assertThat(feed.prune(Instant.now().plusSeconds(3600))).isEqualTo(2);

        assertThat(feed.since(1, 100).gap()).isTrue();
        assertThat(feed.since(2, 100).gap()).isFalse();
        assertThat(feed.since(3, 100).gap()).isTrue();
        assertThat(feed.forEachPoint(point -> {})).isEqualTo(2);
    }

    @Test
    void onlyOneProcessPrunesAtATime() {
        intake.submit(Drafts.draft());
        Instant later = Instant.now().plusSeconds(3600);

        try (Handle other = jdbi.open()) {
            other.begin();
            other.execute("SELECT pg_advisory_xact_lock(?)", OutboxStore.PRUNE_LOCK);
            assertThat(feed.prune(later)).isZero();
            other.commit();
        }

        assertThat(feed.prune(later)).isEqualTo(1);
    }

    /** A batch told step by step: every report once, at the last line that names it, and in the order of the lines. */
    @Test
    void aBatchCanBeTakenLineByLine() {
        long first = intake.submit(Drafts.draft()).reportId();
        long second = intake.submit(Drafts.draft()).reportId();
        long third = intake.submit(Drafts.draft()).reportId();
        jdbi.useTransaction(handle -> new OutboxStore().append(handle, first, first));
        jdbi.useTransaction(handle -> {
            handle.execute("DELETE FROM report WHERE id = ?", second);
            new OutboxStore().append(handle, second, second);
        });

        List<Changes> steps = feed.since(0, 100).steps();

        assertThat(steps).extracting(Changes::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(steps)
                .extracting(step -> step.changed().stream().map(ReportPoint::id).toList())
                .containsExactly(List.of(), List.of(), List.of(third), List.of(first), List.of());
        assertThat(steps).extracting(step -> step.removed().length).containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void aNumberThatWasRolledBackIsNoGap() {
        jdbi.useTransaction(handle -> {
            new OutboxStore().append(handle, 1, 1);
            handle.rollback();
        });
        long id = intake.submit(Drafts.draft()).reportId();

        Changes changes = feed.since(0, 100);

        assertThat(changes.gap()).isFalse();
        assertThat(changes.changed()).extracting(ReportPoint::id).containsExactly(id);
    }

    /** The second writer has to wait for its number until the first has committed, however early it asks. */
    @Test
    void numbersBecomeVisibleInTheirOrder() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Handle slow = jdbi.open()) {
            slow.begin();
            new OutboxStore().append(slow, 1, 1);
            var started = new CountDownLatch(1);
            Future<?> fast = other.submit(() -> {
                started.countDown();
                jdbi.useTransaction(handle -> new OutboxStore().append(handle, 2, 2));
            });
            started.await();

            assertThat(waitsForLock()).isTrue();
            assertThat(isDone(fast)).isFalse();
            assertThat(feed.since(0, 100).number()).isZero();

            slow.commit();
            fast.get(10, TimeUnit.SECONDS);
            assertThat(feed.since(0, 100).number()).isEqualTo(2);
        } finally {
            other.shutdownNow();
        }
    }

    /** Eight writers, one reader that follows all the time: it has every report in the end, and never had to reload. */
    @Test
    void aReaderThatFollowsRacingWritersMissesNothing() throws Exception {
        int writers = 8;
        int each = 25;
        ExecutorService executor = Executors.newFixedThreadPool(writers);
        List<Future<?>> running = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            running.add(executor.submit(() -> {
                for (int i = 0; i < each; i++) {
                    intake.submit(Drafts.draft());
                }
            }));
        }
        List<Long> seen = new ArrayList<>();
        long number = 0;
        while (seen.size() < writers * each) {
            boolean over = running.stream().allMatch(Future::isDone);
            Changes changes = feed.since(number, writers * each);
            assertThat(changes.gap()).isFalse();
            changes.changed().forEach(point -> seen.add(point.id()));
            if (over && changes.number() == number) {
                break;
            }
            number = changes.number();
        }
        executor.shutdown();

        assertThat(seen).doesNotHaveDuplicates().hasSize(writers * each);
    }

    @Test
    void aCommitWakesListeners() throws Exception {
        try (Connection listener = database.database().dataSource().getConnection()) {
            listener.createStatement().execute("LISTEN " + ChangeFeed.CHANNEL);

            intake.submit(Drafts.draft());

            assertThat(listener.unwrap(PGConnection.class).getNotifications(10_000))
                    .hasSize(1);
        }
    }

    private boolean waitsForLock() {
        for (int i = 0; i < 1000; i++) {
            long waiting = jdbi.withHandle(handle -> handle.createQuery(
                            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                    .mapTo(Long.class)
                    .one());
            if (waiting > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDone(Future<?> future) throws Exception {
        try {
            future.get(1, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
