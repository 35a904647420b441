package se.lykta.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import se.lykta.account.Audience;
import se.lykta.index.Filter;
import se.lykta.index.Indexes;
import se.lykta.index.Snapshot;

/** A town of one hotspot whose finding is counted (its name is asked for once a run) and may take time. */
final class HotspotBoardTest {

    private static final Duration MOST_STALE = Duration.ofSeconds(HotspotBoard.MOST_STALE_SECONDS);

    private final Time time = new Time();
    private final AtomicInteger runs = new AtomicInteger();
    private final Indexes indexes = new Indexes();
    private volatile Duration runTakes = Duration.ZERO;
    private final HotspotBoard board = new HotspotBoard(
            indexes,
            Town.finder(at -> {
                runs.incrementAndGet();
                time.pass(runTakes);
                return Optional.empty();
            }),
            time);

    HotspotBoardTest() {
        show(7, 9);
    }

    @Test
    void theSameQuestionIsAnsweredByOneRun() {
        HotspotBoard.Shown first = staff();
        HotspotBoard.Shown second = staff();

        assertThat(second).isSameAs(first);
        assertThat(first.hotspots().snapshotVersion()).isEqualTo(7);
        assertThat(first.at()).isEqualTo(Time.START);
        assertThat(runs).hasValue(1);
    }

    @Test
    void simultaneousCallersShareOneRun() throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(8);
        List<Future<HotspotBoard.Shown>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(pool.submit(() -> {
                start.await();
                return staff();
            }));
        }

        start.countDown();

        for (Future<HotspotBoard.Shown> answer : answers) {
            assertThat(answer.get()).isSameAs(answers.get(0).get());
        }
        assertThat(runs).hasValue(1);
        pool.shutdown();
    }

    @Test
    void afterAChangeTheOldAnswerIsShownUntilTheRefresh() {
        HotspotBoard.Shown before = staff();
        show(8, 10);

        HotspotBoard.Shown meanwhile = staff();
        board.refresh();
        HotspotBoard.Shown after = staff();

        assertThat(meanwhile).isSameAs(before);
        assertThat(after.hotspots().snapshotVersion()).isEqualTo(8);
        assertThat(after.hotspots().list().get(0).facts().reports()).isEqualTo(10);
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(runs).hasValue(2);
    }

    @Test
    void aRefreshWithoutAChangeRunsNothing() {
        staff();
        time.pass(MOST_STALE.multipliedBy(2));

        board.refresh();
        staff();

        assertThat(runs).hasValue(1);
    }

    @Test
    void nobodyIsShownWhatIsStalerThanTheLimit() {
        staff();
        show(8, 10);
        time.pass(MOST_STALE);
        assertThat(staff().hotspots().snapshotVersion()).isEqualTo(7);

        time.pass(Duration.ofMillis(1));

        assertThat(staff().hotspots().snapshotVersion()).isEqualTo(8);
    }

    @Test
    void refreshingRestsFourTimesAsLongAsItRan() {
        runTakes = Duration.ofSeconds(1);
        staff();
        show(8, 10);
        board.refresh();
        show(9, 11);

        time.pass(Duration.ofMillis(3_999));
        board.refresh();
        assertThat(staff().hotspots().snapshotVersion()).isEqualTo(8);

        time.pass(Duration.ofMillis(1));
        board.refresh();
        assertThat(staff().hotspots().snapshotVersion()).isEqualTo(9);
    }

    @Test
    void confidenceIsFoundOutBesideTheRequestsAndChangesTheVersion() {
        HotspotBoard.Shown before = staff();

        board.assess();
        HotspotBoard.Shown after = staff();

        assertThat(before.hotspots().list().get(0).confidence()).isEmpty();
        Confidence confidence = after.hotspots().list().get(0).confidence().orElseThrow();
        assertThat(confidence.recounts()).isEqualTo(100);
        assertThat(confidence.found()).isBetween(1, 100);
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(after.found()).isEqualTo(before.found());
    }

    @Test
    void confidenceStaysWithAHotspotUntilItIsAssessedAgain() {
        staff();
        board.assess();
        show(8, 10);
        board.refresh();

        HotspotBoard.Shown newer = staff();
        board.assess();
        HotspotBoard.Shown assessed = staff();

        assertThat(newer.hotspots().snapshotVersion()).isEqualTo(8);
        assertThat(newer.hotspots().list().get(0).confidence()).isPresent();
        assertThat(assessed.version()).isNotEqualTo(newer.version());
        assertThat(assessed.hotspots().snapshotVersion()).isEqualTo(8);
    }

    @Test
    void nothingIsAssessedTwice() {
        staff();
        board.assess();
        HotspotBoard.Shown assessed = staff();
        int before = runs.get();

        board.assess();

        assertThat(runs).hasValue(before);
        assertThat(staff()).isSameAs(assessed);
    }

    /** What the public sees was snapped: it can't be asked of chance. */
    @Test
    void nothingOfThePublicIsAssessed() {
        indexes.replace(Audience.PUBLIC, indexes.snapshot(Audience.STAFF));
        board.show(Audience.PUBLIC, Filter.counting(), HotspotParameters.DEFAULT);

        board.assess();

        HotspotBoard.Shown shown = board.show(Audience.PUBLIC, Filter.counting(), HotspotParameters.DEFAULT);
        assertThat(shown.hotspots().list()).isNotEmpty();
        assertThat(shown.hotspots().list().get(0).confidence()).isEmpty();
    }

    @Test
    void theQuestionThatWaitedLongestIsRefreshedFirst() {
        staff();
        time.pass(Duration.ofSeconds(1));
        var others = new HotspotParameters(50, 8, 3, 1);
        board.show(Audience.STAFF, Filter.counting(), others);
        show(8, 10);

        board.refresh();

        assertThat(staff().hotspots().snapshotVersion()).isEqualTo(8);
        assertThat(board.show(Audience.STAFF, Filter.counting(), others)
                        .hotspots()
                        .snapshotVersion())
                .isEqualTo(7);
    }

    @Test
    void audiencesWithTheSameVersionAreToldApart() {
        indexes.replace(Audience.PUBLIC, Snapshot.empty(7));

        HotspotBoard.Shown open = board.show(Audience.PUBLIC, Filter.counting(), HotspotParameters.DEFAULT);

        assertThat(open.hotspots().list()).isEmpty();
        assertThat(staff().hotspots().list()).hasSize(1);
        assertThat(open.version()).isNotEqualTo(staff().version());
    }

    private HotspotBoard.Shown staff() {
        return board.show(Audience.STAFF, Filter.counting(), HotspotParameters.DEFAULT);
    }

    private void show(long version, int reports) {
        indexes.replace(
                Audience.STAFF,
                new Town().reports(reports, 0, 0, "2026-06-01", "A11").snapshot(version));
    }

    /** Stands still until a test lets it pass. */
    private static final class Time extends Clock {

        static final Instant START = Instant.parse("2026-06-30T10:00:00Z");

        private volatile Instant now = START;

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
