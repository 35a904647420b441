package se.lykta.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.lykta.db.TestDatabase;
import se.lykta.http.ApiException;
import se.lykta.taxonomy.ReportState;

/** Moves of reports: along the edges, with a reason where one is due, one at a time. */
class ModerationTest {

    private TestDatabase database;
    private Jdbi jdbi;
    private Intake intake;
    private Moderation moderation;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        jdbi = database.database().jdbi();
        intake = Drafts.intake(jdbi);
        moderation = new Moderation(jdbi, Drafts.CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Every pair of states: the database agrees with the graph. */
    @Test
    void aReportMovesAlongTheEdgesAndNowhereElse() {
        long id = intake.submit(Drafts.draft()).reportId();
        for (ReportState from : ReportState.values()) {
            for (ReportState to : ReportState.values()) {
                if (to == ReportState.DUPLICATE) {
                    continue;
                }
                set(id, from);
                if (from.next().contains(to)) {
                    assertThatCode(() -> moderation.move(id, to, "because", "eva"))
                            .doesNotThrowAnyException();
                    assertThat(states(id)).containsExactly(to.code());
                } else {
                    assertThat(code(() -> moderation.move(id, to, "because", "eva")))
                            .isEqualTo("state-conflict");
                    assertThat(states(id)).containsExactly(from.code());
                }
            }
        }
    }

    @Test
    void historyAuditAndOutboxTellOfTheMove() {
        Receipt receipt = intake.submit(Drafts.draft());

        moderation.move(receipt.reportId(), ReportState.REJECTED, " hör inte hit ", "eva");

        assertThat(strings("SELECT concat_ws('|', state, reason, actor) FROM report_state ORDER BY id"))
                .containsExactly("received|intake", "rejected|hör inte hit|eva");
        assertThat(strings("SELECT action FROM audit ORDER BY number"))
                .containsExactly("report-submitted", "report-moved");
        assertThat(strings("SELECT first_report_id FROM outbox ORDER BY number"))
                .containsExactly("1", "1");
        assertThat(intake.findProgress(receipt.code()).orElseThrow().history())
                .extracting(ReportProgress.Step::state)
                .containsExactly(ReportState.RECEIVED, ReportState.REJECTED);
    }

    @Test
    void rejectionNeedsAReasonAndADuplicateItsOriginal() {
        long id = intake.submit(Drafts.draft()).reportId();

        assertThat(code(() -> moderation.move(id, ReportState.REJECTED, " ", "eva")))
                .isEqualTo("invalid-move");
        assertThat(code(() -> moderation.move(id, ReportState.REJECTED, "\u0000", "eva")))
                .isEqualTo("invalid-move");
        assertThat(code(() -> moderation.move(id, ReportState.DUPLICATE, null, "eva")))
                .isEqualTo("invalid-move");
        assertThat(code(() -> moderation.markDuplicate(id, id, "eva"))).isEqualTo("invalid-move");
        assertThat(code(() -> moderation.markDuplicate(id, 99, "eva"))).isEqualTo("unknown-report");
        assertThat(code(() -> moderation.move(99, ReportState.PUBLISHED, null, "eva")))
                .isEqualTo("unknown-report");
        assertThat(states(id)).containsExactly("received");
    }

    @Test
    void duplicatesFollowTheirOriginalAndAreLetGo() {
        long a = intake.submit(Drafts.draft()).reportId();
        long b = intake.submit(Drafts.draft()).reportId();
        long c = intake.submit(Drafts.draft()).reportId();

        moderation.markDuplicate(a, b, "eva");
        assertThat(code(() -> moderation.markDuplicate(c, a, "eva"))).isEqualTo("state-conflict");
        moderation.markDuplicate(b, c, "eva");
        assertThat(strings("SELECT duplicate_of FROM report WHERE id IN (1, 2) ORDER BY id"))
                .containsExactly("3", "3");
        assertThat(strings(
                        "SELECT concat(first_report_id, '-', last_report_id) FROM outbox ORDER BY number DESC LIMIT 1"))
                .containsExactly("1-2");

        moderation.move(a, ReportState.IN_REVIEW, null, "eva");

        assertThat(strings("SELECT id FROM report WHERE duplicate_of IS NULL ORDER BY id"))
                .containsExactly("1", "3");
    }

    @Test
    void ofManyWhoMoveTheSameReportOneWins() throws Exception {
        long id = intake.submit(Drafts.draft()).reportId();
        ExecutorService executor = Executors.newFixedThreadPool(6);
        List<Future<String>> moves = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            moves.add(executor.submit(() -> {
                try {
                    moderation.move(id, ReportState.IN_REVIEW, null, "eva");
                    return "moved";
                } catch (ApiException e) {
                    return e.code();
                }
            }));
        }
        List<String> results = new ArrayList<>();
        for (Future<String> move : moves) {
            results.add(move.get());
        }
        executor.shutdown();

        assertThat(results).containsOnlyOnce("moved");
        assertThat(results.stream().filter("state-conflict"::equals)).hasSize(5);
        assertThat(strings("SELECT state FROM report_state ORDER BY id")).containsExactly("received", "in_review");
    }

    private void set(long id, ReportState state) {
        jdbi.useHandle(handle -> handle.execute("UPDATE report SET state = ? WHERE id = ?", state.code(), id));
    }

    private List<String> states(long id) {
        return strings("SELECT state FROM report WHERE id = " + id);
    }

    private List<String> strings(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static String code(Runnable move) {
        return catchThrowableOfType(ApiException.class, move::run).code();
    }
}
