package se.lykta.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.lykta.db.TestDatabase;

/** A table of many stretches is read by several connections, each report once, all as of one moment. */
class ParallelLoadTest {

    private static final int REPORTS = 30_000;
    /** Long texts, so that few reports fill many pages. */
    private static final int TEXT_LENGTH = 1500;

    private static TestDatabase database;
    private static Jdbi jdbi;
    private static ChangeFeed feed;

    @BeforeAll
    static void fill() {
        database = TestDatabase.create();
        jdbi = database.database().jdbi();
        feed = new ChangeFeed(jdbi, Drafts.TAXONOMY, ZoneId.of("Europe/Stockholm"));
        jdbi.useHandle(handle -> handle.execute("""
                        INSERT INTO report (id, geom, causes, source, state, occurred_at, occurred_precision, reported_at,
                                            reporter, text)
                        SELECT i, ST_SetSRID(ST_MakePoint(14 + i / 100000.0, 56), 4326), '{A11}', 'resident', 'published',
                               '2025-01-02 20:00+00', 'minute', '2025-01-03 08:00+00', i,
                               repeat(md5(i::text), ? / 32)
                        FROM generate_series(1, ?) AS i
                        """, TEXT_LENGTH, REPORTS));
        jdbi.useHandle(handle -> handle.execute("ANALYZE report"));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void everyReportComesOnceWhateverThePart() {
        var collected = new Collected();

        feed.load(collected, LoadProgress.SILENT);

        assertThat(collected.ids())
                .isEqualTo(LongStream.rangeClosed(1, REPORTS).boxed().toList());
        assertThat(collected.threads()).hasSizeGreaterThan(1);
    }

    @Test
    void progressEndsAtTheNumberOfReportsAndKnowsAboutHowManyThereAre() {
        List<Long> told = Collections.synchronizedList(new ArrayList<>());
        Set<Long> about = ConcurrentHashMap.newKeySet();

        feed.load(new Collected(), (reports, expected) -> {
            told.add(reports);
            about.add(expected);
        });

        assertThat(Collections.max(told)).isEqualTo(REPORTS);
        assertThat(told.size()).isGreaterThanOrEqualTo(REPORTS / 8192);
        assertThat(about).hasSize(1).allSatisfy(number -> assertThat(number).isBetween(27_000L, 33_000L));
    }

    /** What others commit while the load runs is in none of its parts. */
    @Test
    void allPartsSeeTheSameMoment() {
        var collected = new Collected();
        PointSink disturbing = () -> {
            // every part begins after the moment is fixed; another Jdbi, for this thread has a handle of the first
            Jdbi.create(database.database().dataSource()).useTransaction(handle -> {
                addAtBothEnds(handle);
                new OutboxStore().append(handle, 900_000, 900_000);
            });
            return collected.part();
        };

        long number = feed.load(disturbing, LoadProgress.SILENT);

        assertThat(collected.ids())
                .isEqualTo(LongStream.rangeClosed(1, REPORTS).boxed().toList());
        assertThat(feed.newest()).isGreaterThan(number);
        jdbi.useHandle(handle -> handle.execute("DELETE FROM report WHERE id >= 900000"));
    }

    @Test
    void aPartThatFailsEndsTheLoad() {
        assertThatThrownBy(() -> feed.load(
                        () -> view -> {
                            throw new IllegalStateException("no more room");
                        },
                        LoadProgress.SILENT))
                .hasStackTraceContaining("no more room");
        assertThat(new Collected().fill().ids()).hasSize(REPORTS);
    }

    @Test
    void oneConnectionReadsTheSame() {
        List<Long> ids = new ArrayList<>();

        feed.forEachPoint(point -> ids.add(point.id()));

        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(new Collected().fill().ids());
    }

    private static void addAtBothEnds(Handle handle) {
        handle.execute("""
                INSERT INTO report (id, geom, causes, source, state, recurring, reported_at, reporter)
                SELECT greatest(900000, max(id) + 1), ST_SetSRID(ST_MakePoint(14, 56), 4326), '{A11}', 'resident',
                       'published', true, '2025-01-03 08:00+00', 1
                FROM report
                """);
    }

    /** Ids by part, sorted in the end. */
    private static final class Collected implements PointSink {

        private final List<List<Long>> parts = Collections.synchronizedList(new ArrayList<>());
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

        @Override
        public Consumer<PointView> part() {
            List<Long> part = new ArrayList<>();
            parts.add(part);
            return view -> {
                threads.add(Thread.currentThread());
                part.add(view.id());
            };
        }

        Collected fill() {
            feed.load(this, LoadProgress.SILENT);
            return this;
        }

        List<Long> ids() {
            return parts.stream().flatMap(List::stream).sorted().toList();
        }

        Set<Thread> threads() {
            return threads;
        }
    }
}
