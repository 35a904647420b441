package se.lykta.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.lykta.account.Audience;
import se.lykta.db.TestDatabase;
import se.lykta.privacy.ReleaseFeed;
import se.lykta.report.ChangeFeed;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Taxonomy;

/** The index follows a real PostGIS: with and without notifications, across gaps, in two processes. */
class IndexSyncTest {

    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final Duration LONG = Duration.ofSeconds(20);

    private TestDatabase test;
    private Jdbi jdbi;
    private ChangeFeed feed;
    private Indexes indexes;
    private IndexSync sync;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        jdbi = test.database().jdbi();
        feed = new ChangeFeed(jdbi, TAXONOMY, ZoneOffset.UTC);
        indexes = new Indexes();
        sync = synchronise(indexes);
    }

    @AfterEach
    void close() {
        sync.close();
        test.close();
    }

    @Test
    void theFirstLoadTakesEverything() {
        insert(14.5, "published");
        insert(14.6, "received");
        assertThat(sync.isLoaded()).isFalse();

        sync.load();

        assertThat(sync.isLoaded()).isTrue();
        assertThat(staff().size()).isEqualTo(2);
        assertThat(staff().version()).isEqualTo(newestNumber());
        assertThat(indexes.snapshot(Audience.PUBLIC).size()).isZero();
        assertThat(sync.compare().isEqual()).isTrue();
    }

    @Test
    void missedNotificationsAreCaughtUpByNumber() {
        long first = insert(14.5, "published");
        long second = insert(14.6, "published");
        sync.load();
        insert(14.7, "published");
        change("UPDATE report SET state = 'done' WHERE id = ?", first);
        change("DELETE FROM report WHERE id = ?", second);

        sync.catchUp();

        assertThat(staff().size()).isEqualTo(2);
        assertThat(staff().state(rowOf(first))).isEqualTo(ReportState.DONE);
        assertThat(rowOf(second)).isNegative();
        assertThat(staff().version()).isEqualTo(newestNumber());
        assertThat(sync.compare().isEqual()).isTrue();
    }

    @Test
    void aGapInTheOutboxMeansANewLoad() {
        long first = insert(14.5, "published");
        sync.load();
        insert(14.6, "published");
        change("DELETE FROM report WHERE id = ?", first);
        feed.prune(Instant.parse("2999-01-01T00:00:00Z"));

        sync.catchUp();

        assertThat(staff().size()).isEqualTo(1);
        assertThat(rowOf(first)).isNegative();
        assertThat(sync.compare().isEqual()).isTrue();
    }

    @Test
    void aDatabaseThatWentBackIsLoadedAnew() {
        insert(14.5, "published");
        insert(14.6, "published");
        sync.load();
        jdbi.useHandle(
                handle -> handle.execute("DELETE FROM outbox WHERE number > 1; DELETE FROM report WHERE id > 1"));

        sync.catchUp();

        assertThat(staff().version()).isEqualTo(1);
        assertThat(staff().size()).isEqualTo(1);
    }

    @Test
    void nothingNewKeepsTheSnapshot() {
        insert(14.5, "published");
        sync.load();
        Snapshot before = staff();

        sync.catchUp();

        assertThat(staff()).isSameAs(before);
    }

    @Test
    void aNotificationWakesTheIndex() {
        sync.load();
        sync.follow(test.settings());

        insert(14.5, "published");

        await(() -> staff().size() == 1);
        assertThat(staff().version()).isEqualTo(newestNumber());
    }

    @Test
    void twoProcessesAgreeAfterAnyHistory() {
        var random = new Random(111);
        sync.load();
        var late = new Indexes();
        for (int i = 0; i < 60; i++) {
            long id = insert(14.5 + 0.1 * random.nextDouble(), "published");
            if (random.nextInt(3) == 0) {
                change("UPDATE report SET state = 'done', light = 'dark' WHERE id = ?", 1 + random.nextLong(id));
            }
            if (random.nextInt(5) == 0) {
                change("DELETE FROM report WHERE id = ?", 1 + random.nextLong(id));
            }
            if (random.nextInt(4) == 0) {
                sync.catchUp();
            }
        }
        sync.catchUp();

        try (IndexSync other = synchronise(late)) {
            other.load();
        }

        SnapshotTest.assertSame(staff(), late.snapshot(Audience.STAFF));
        assertThat(staff().checksum()).isEqualTo(late.snapshot(Audience.STAFF).checksum());
    }

    /** One follows every change, the other all at once: still every place has the number of its last change. */
    @Test
    void batchesChangeNoNumber() {
        var random = new Random(2_026);
        var late = new Indexes();
        try (IndexSync other = synchronise(late)) {
            sync.load();
            other.load();
            for (int i = 0; i < 40; i++) {
                long id = insert(14.5 + 0.1 * random.nextDouble(), "published");
                if (random.nextInt(3) == 0) {
                    change("UPDATE report SET state = 'done' WHERE id = ?", 1 + random.nextLong(id));
                }
                sync.catchUp();
            }
            other.catchUp();
        }

        Snapshot batched = late.snapshot(Audience.STAFF);
        assertThat(batched.version()).isEqualTo(staff().version());
        for (int row = 0; row < staff().size(); row++) {
            long morton = staff().morton(row);
            assertThat(batched.touchedAt(morton, morton + 1)).isEqualTo(staff().touchedAt(morton, morton + 1));
        }
    }

    @Test
    void comparingNeedsNoPauseOfTheWriters() throws Exception {
        insert(14.5, "published");
        sync.load();
        var stop = new AtomicBoolean();
        var writer = new Thread(() -> {
            while (!stop.get()) {
                insert(14.6, "published");
            }
        });
        writer.start();
        try {
            for (int i = 0; i < 20; i++) {
                assertThat(sync.compare().isEqual()).isTrue();
            }
        } finally {
            stop.set(true);
            writer.join();
        }
    }

    /** The connection that listens is cut and a change comes before it is back. */
    @Test
    void aCutListenerIsMadeUpFor() {
        sync.load();
        sync.follow(test.settings());
        insert(14.5, "published");
        await(() -> staff().size() == 1);

        jdbi.useHandle(handle -> handle.execute("""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND query LIKE 'LISTEN %'
                """));
        insert(14.6, "published");

        await(() -> staff().size() == 2);
    }

    @Test
    void theComparisonFindsWhatTheOutboxWasNotTold() {
        long id = insert(14.5, "published");
        insert(14.6, "published");
        sync.load();

        jdbi.useHandle(handle -> handle.execute("UPDATE report SET state = 'done' WHERE id = ?", id));
        assertThat(sync.compare().differing()).containsExactly("state");

        jdbi.useHandle(handle -> handle.execute("DELETE FROM report WHERE id = ?", id));
        Comparison comparison = sync.compare();
        assertThat(comparison.isEqual()).isFalse();
        assertThat(comparison.indexReports()).isEqualTo(2);
        assertThat(comparison.databaseReports()).isEqualTo(1);
        assertThat(comparison.differing()).contains("id", "place");
    }

    private IndexSync synchronise(Indexes target) {
        return new IndexSync(feed, new ReleaseFeed(jdbi, TAXONOMY), target);
    }

    private Snapshot staff() {
        return indexes.snapshot(Audience.STAFF);
    }

    private int rowOf(long id) {
        for (int row = 0; row < staff().size(); row++) {
            if (staff().id(row) == id) {
                return row;
            }
        }
        return -1;
    }

    private long insert(double lonDeg, String state) {
        return jdbi.inTransaction(handle -> {
            long id = handle.createQuery("""
                            INSERT INTO report (geom, causes, source, state, occurred_at, occurred_precision,
                                                reported_at, reporter)
                            VALUES (ST_SetSRID(ST_MakePoint(:lon, 56.27), 4326), '{A11}', 'resident', :state,
                                    '2025-01-02 20:00+00', 'minute', '2025-01-03 08:00+00', 5)
                            RETURNING id
                            """)
                    .bind("lon", lonDeg)
                    .bind("state", state)
                    .mapTo(Long.class)
                    .one();
            tell(handle, id);
            return id;
        });
    }

    private void change(String sql, long id) {
        jdbi.useTransaction(handle -> {
            handle.execute(sql, id);
            tell(handle, id);
        });
    }

    private static void tell(Handle handle, long id) {
        handle.execute("INSERT INTO outbox (first_report_id, last_report_id) VALUES (?, ?)", id, id);
        handle.execute("SELECT pg_notify(?, '')", ChangeFeed.CHANNEL);
    }

    private long newestNumber() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT max(number) FROM outbox")
                .mapTo(Long.class)
                .one());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
