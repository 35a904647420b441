package se.lykta.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.taxonomy.ReportState;

/** What the intake takes, what it refuses, and what it leaves in the tables. */
class IntakeTest {

    private static TestDatabase database;
    private static Jdbi jdbi;
    private static Intake intake;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        jdbi = database.database().jdbi();
        intake = Drafts.intake(jdbi);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aReportIsWrittenWithAllThatBelongsToIt() {
        Receipt receipt = intake.submit(Drafts.by(Drafts.ANNA, null, "  Mörkt vid ån, å ä ö Å Ä Ö\nVarje kväll  "));

        Map<String, Object> row =
                row("SELECT *, ST_AsText(geom) AS place FROM report WHERE id = ?", receipt.reportId());
        assertThat(row)
                .containsEntry("place", "POINT(15 56)")
                .containsEntry("source", "employee")
                .containsEntry("state", "received")
                .containsEntry("place_kind", "park")
                .containsEntry("severity", 3)
                .containsEntry("occurred_precision", "day")
                .containsEntry("light", "unknown")
                .containsEntry("text", "Mörkt vid ån, å ä ö Å Ä Ö\nVarje kväll");
        assertThat(row("SELECT * FROM report_contact WHERE report_id = ?", receipt.reportId()))
                .containsEntry("email", "anna.ek@example.org");
        assertThat(row("SELECT * FROM report_state WHERE report_id = ?", receipt.reportId()))
                .containsEntry("state", "received")
                .containsEntry("actor", "intake");
        assertThat(row("SELECT * FROM outbox WHERE first_report_id = ?", receipt.reportId()))
                .containsEntry("last_report_id", receipt.reportId());
        assertThat(row("SELECT * FROM audit WHERE subject = ?", "report:" + receipt.reportId()))
                .containsEntry("action", "report-submitted");
    }

    @Test
    void everyFaultIsToldAtOnceAndNothingIsWritten() {
        long before = count("report");
        var draft = new ReportDraft(
                new LonLat(20, 60),
                List.of("A11", "Z99", "A00"),
                "2026-01-15T12:06:00Z",
                false,
                "martian",
                "moon",
                4,
                "bell \u0007",
                new Contact(null, "nobody", "abc"),
                null);

        var problem = catchThrowableOfType(ApiException.class, () -> intake.submit(draft));

        assertThat(problem.code()).isEqualTo("invalid-report");
        assertThat(problem.faults())
                .extracting(Fault::field)
                .containsExactly(
                        "position",
                        "causes",
                        "causes",
                        "occurredAt",
                        "source",
                        "placeKind",
                        "severity",
                        "text",
                        "contact/email",
                        "contact/phone");
        assertThat(problem.faults()).extracting(Fault::message).noneMatch(text -> text.contains("nobody"));
        assertThat(count("report")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T12:04:59Z, true", // clocks may differ by five minutes
        "2026-01-15T12:05:01Z, false",
        "1990-01-01, true",
        "1989-12-31, false",
        "2026-01-15, true", // today
        "2026-01-16, false",
        "2026-01, true",
        "2026-02, false",
        "2025-13-01, false",
        "igår, false",
        "2025-10-26T02:30, true", // happens twice
        "2025-03-30T02:30, true" // is skipped
    })
    void timesAreTakenWithinTheirLimits(String time, boolean good) {
        if (good) {
            assertThat(intake.submit(Drafts.on(time, false)).reportId()).isPositive();
        } else {
            assertThatThrownBy(() -> intake.submit(Drafts.on(time, false))).isInstanceOf(ApiException.class);
        }
    }

    @Test
    void onlyARecurringReportNeedsNoTime() {
        Receipt receipt = intake.submit(Drafts.on(null, true));

        assertThat(row("SELECT * FROM report WHERE id = ?", receipt.reportId()))
                .containsEntry("recurring", true)
                .containsEntry("occurred_at", null)
                .containsEntry("light", "unknown");
        assertThatThrownBy(() -> intake.submit(Drafts.on(null, false))).isInstanceOf(ApiException.class);
    }

    /** Stockholm time; at 56° north the sun sets at 15.30 on Christmas Eve and at 21.40 on midsummer. */
    @ParameterizedTest
    @CsvSource({
        "2025-12-24T12:00, light",
        "2025-12-24T17:30, dark",
        "2025-06-21T21:00, light",
        "2025-06-22T00:30, dark",
        "2025-12-24T00:00, dark",
        "2025-12-24, unknown",
        "2025-12, unknown"
    })
    void lightComesFromTheSun(String time, String light) {
        Receipt receipt = intake.submit(Drafts.on(time, false));

        assertThat(row("SELECT light FROM report WHERE id = ?", receipt.reportId()))
                .containsEntry("light", light);
    }

    @Test
    void aPlaceOnTheBorderIsInsideAndWithoutAnOutlineAnyPlaceIs() {
        var anywhere =
                new Intake(jdbi, Drafts.TAXONOMY, Optional::empty, Drafts.ZONE, Drafts.CLOCK, new SecureRandom());

        assertThat(intake.submit(Drafts.at(14.5, 56)).reportId()).isPositive();
        assertThatThrownBy(() -> intake.submit(Drafts.at(14.499999, 56))).isInstanceOf(ApiException.class);
        assertThat(anywhere.submit(Drafts.at(-180, -90)).reportId()).isPositive();
    }

    @Test
    void generalisedAndMissingCausesAreRefusedAndRepeatedOnesCountOnce() {
        assertThatThrownBy(() -> intake.submit(Drafts.because("A00"))).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> intake.submit(Drafts.because())).isInstanceOf(ApiException.class);

        Receipt receipt = intake.submit(Drafts.because("A31", "A11", "A31"));

        assertThat(row("SELECT array_to_string(causes, ' ') AS c FROM report WHERE id = ?", receipt.reportId()))
                .containsEntry("c", "A31 A11");
    }

    @Test
    void textMayHaveTwoThousandCharactersAndNoMore() {
        String lamps = "💡".repeat(2000);

        assertThat(intake.submit(Drafts.by(null, null, lamps)).reportId()).isPositive();
        assertThatThrownBy(() -> intake.submit(Drafts.by(null, null, lamps + "x")))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void theSamePersonIsOneVoiceAndAnonymousOnesOfADayShareOne() {
        long anna = reporter(Drafts.by(Drafts.ANNA, null, null));
        long annaShouting = reporter(Drafts.by(new Contact(null, "ANNA.EK@example.org", null), null, null));
        long bo = reporter(Drafts.by(new Contact(null, null, "070-123 45 67"), null, null));
        long boAbroad = reporter(Drafts.by(new Contact("Bo", null, "+46 70 123 45 67"), null, null));
        long account = reporter(Drafts.by(Drafts.ANNA, "account-1", null));
        long nobody = reporter(Drafts.draft());
        long nobodyElse = reporter(Drafts.because("B11"));

        assertThat(annaShouting).isEqualTo(anna).isPositive();
        assertThat(boAbroad).isEqualTo(bo).isPositive().isNotEqualTo(anna);
        assertThat(account).isPositive().isNotEqualTo(anna);
        assertThat(nobodyElse).isEqualTo(nobody).isNegative();
    }

    @Test
    void aReceiptTellsTheStateAndIsNotStored() {
        Receipt receipt = intake.submit(Drafts.draft());
        String sloppy = receipt.code().toLowerCase(Locale.ROOT).replace("-", " ");

        ReportProgress progress = intake.findProgress(sloppy).orElseThrow();

        assertThat(progress.state()).isEqualTo(ReportState.RECEIVED);
        assertThat(progress.causes()).containsExactly("A11");
        assertThat(progress.history()).hasSize(1);
        assertThat(intake.findProgress("00000-00000")).isEmpty();
        assertThat(intake.findProgress("' OR 1=1")).isEmpty();
        assertThat(row("SELECT to_jsonb(r)::text AS all_of_it FROM report r WHERE id = ?", receipt.reportId())
                        .toString())
                .doesNotContain(receipt.code())
                .doesNotContain(receipt.code().replace("-", ""));
    }

    @Test
    void aFailureOnTheWayLeavesNothing() {
        try (TestDatabase broken = TestDatabase.create()) {
            Jdbi other = broken.database().jdbi();
            other.useHandle(handle -> handle.execute("ALTER TABLE outbox ADD CONSTRAINT never CHECK (false)"));

            assertThatThrownBy(() -> Drafts.intake(other).submit(Drafts.by(Drafts.ANNA, null, null)))
                    .isInstanceOf(RuntimeException.class);

            for (String table : List.of("report", "report_contact", "report_state", "outbox", "audit", "secret")) {
                long rows = other.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Long.class)
                        .one());
                assertThat(rows).as(table).isZero();
            }
        }
    }

    @Test
    void theAuditLogCanNotBeChanged() {
        intake.submit(Drafts.draft());

        for (String sql : List.of("UPDATE audit SET actor = 'x'", "DELETE FROM audit", "TRUNCATE audit")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(sql)))
                    .hasMessageContaining("append only");
        }
    }

    private static long reporter(ReportDraft draft) {
        Receipt receipt = intake.submit(draft);
        return jdbi.withHandle(handle -> handle.createQuery("SELECT reporter FROM report WHERE id = ?")
                .bind(0, receipt.reportId())
                .mapTo(Long.class)
                .one());
    }

    private static Map<String, Object> row(String sql, @Nullable Object argument) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).bind(0, argument).mapToMap().one());
    }

    private static long count(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }
}
