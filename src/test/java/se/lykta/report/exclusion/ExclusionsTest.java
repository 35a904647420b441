package se.lykta.report.exclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.http.ApiException;

/** Exclusions on a real PostGIS: made, undone, overlapping, refused. */
class ExclusionsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final LonLat HALL = new LonLat(14.5, 56.27);

    private TestDatabase test;
    private Jdbi jdbi;
    private Exclusions exclusions;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        jdbi = test.database().jdbi();
        exclusions = new Exclusions(jdbi, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void anExclusionIsLoggedAndToldAndUndoneAndStaysInTheLog() {
        insert(14.5, 3);

        Exclusion made = exclusions.exclude(burst("f1"), new long[] {1, 3}, "role:staff");
        assertThat(excluded()).containsExactly(1L, 3L);
        assertThat(made.reports()).isEqualTo(2);
        assertThat(made.made()).isEqualTo(new Exclusion.Act(NOW, "role:staff"));
        assertThat(told()).containsExactly("1-1", "3-3");

        Exclusion undone = exclusions.undo(made.id(), "role:other");
        assertThat(excluded()).isEmpty();
        assertThat(undone.undone()).contains(new Exclusion.Act(NOW, "role:other"));
        assertThat(undone.now()).isZero();
        assertThat(told()).containsExactly("1-1", "3-3", "1-1", "3-3");
        assertThat(exclusions.list()).containsExactly(undone);
        assertThat(strings("SELECT concat_ws('|', actor, action, subject) FROM audit ORDER BY number"))
                .containsExactly("role:staff|reports-excluded|exclusion:1", "role:other|exclusion-undone|exclusion:1");
    }

    @Test
    void aReportThatTwoExclusionsNameCountsAgainWhenBothAreUndone() {
        insert(14.5, 3);
        long first = exclusions.exclude(burst("f1"), new long[] {1, 2}, "a").id();
        long second = exclusions.exclude(burst("f2"), new long[] {2, 3}, "a").id();

        exclusions.undo(first, "a");
        assertThat(excluded()).containsExactly(2L, 3L);

        exclusions.undo(second, "a");
        assertThat(excluded()).isEmpty();
    }

    @Test
    void laterReportsAtAnExcludedPositionAreExcludedUntilItIsUndone() {
        insert(14.5, 2);
        var reason = new Reason("f1", "default-geocode", "sv", "en", 1, Optional.of(HALL), true);
        long id = exclusions.exclude(reason, new long[] {1, 2}, "a").id();
        insert(14.5, 1);
        insert(14.500001, 1);

        exclusions.catchUp();
        assertThat(excluded()).containsExactly(1L, 2L, 3L);
        assertThat(told()).last().isEqualTo("3-3");

        exclusions.undo(id, "a");
        exclusions.catchUp();
        assertThat(excluded()).isEmpty();
    }

    @Test
    void whatIsGoneOrDoneAlreadyIsRefusedAndChangesNothing() {
        insert(14.5, 1);
        long id = exclusions.exclude(burst("f1"), new long[] {1, 77}, "a").id();

        assertThat(refusal(() -> exclusions.exclude(burst("f1"), new long[] {1}, "a")))
                .isEqualTo("already-excluded");
        assertThat(refusal(() -> exclusions.exclude(burst("f2"), new long[] {77}, "a")))
                .isEqualTo("finding-outdated");
        assertThat(refusal(() -> exclusions.undo(99, "a"))).isEqualTo("unknown-exclusion");
        exclusions.undo(id, "a");
        assertThat(refusal(() -> exclusions.undo(id, "a"))).isEqualTo("already-undone");
        assertThat(exclusions.list()).hasSize(1);

        assertThat(exclusions.exclude(burst("f1"), new long[] {1}, "a").isActive())
                .isTrue();
    }

    @Test
    void theLogIsAppendOnly() {
        insert(14.5, 1);
        long id = exclusions.exclude(burst("f1"), new long[] {1}, "a").id();
        exclusions.undo(id, "a");

        for (String sql : List.of(
                "DELETE FROM exclusion_undone", "UPDATE exclusion SET made_by = 'x'", "TRUNCATE exclusion_undone")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(sql)))
                    .hasMessageContaining("append only");
        }
    }

    private static Reason burst(String finding) {
        return new Reason(finding, "burst", "sv", "en", 1, Optional.empty(), false);
    }

    private static String refusal(Runnable act) {
        return catchThrowableOfType(ApiException.class, act::run).code();
    }

    private void insert(double lonDeg, int count) {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO report (geom, causes, source, state, recurring, reported_at, reporter)
                SELECT ST_SetSRID(ST_MakePoint(?, 56.27), 4326), '{A11}', 'resident', 'published', true, now(), 5
                FROM generate_series(1, ?)
                """, lonDeg, count));
    }

    private List<Long> excluded() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM report WHERE excluded ORDER BY id")
                .mapTo(Long.class)
                .list());
    }

    private List<String> told() {
        return strings("SELECT concat(first_report_id, '-', last_report_id) FROM outbox ORDER BY number");
    }

    private List<String> strings(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
