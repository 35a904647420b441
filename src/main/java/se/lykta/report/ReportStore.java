package se.lykta.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.PlaceKind;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;

/** Single reports, their states and contacts in the database. Has no state. */
final class ReportStore {

    /** Writes a report in state received and gives its number. */
    long insert(Handle transaction, CheckedReport report, Facts facts) {
        EventTime time = report.time();
        return transaction
                .createUpdate("""
                        INSERT INTO report (geom, causes, source, state, place_kind, occurred_at, occurred_precision,
                                            recurring, reported_at, light, severity, reporter, text, receipt_hash)
                        VALUES (ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), string_to_array(:causes, ' '), :source,
                                'received', :placeKind, :occurredAt, :precision,
                                :recurring, :reportedAt, :light, :severity, :reporter, :text, :receiptHash)
                        """)
                .bind("lon", report.position().lonDeg())
                .bind("lat", report.position().latDeg())
                .bind("causes", String.join(" ", report.causes()))
                .bind("source", report.source().code())
                .bind("placeKind", report.placeKind().map(PlaceKind::code).orElse(null))
                .bind("occurredAt", time == null ? null : utc(time.start()))
                .bind("precision", time == null ? null : time.precision().code())
                .bind("recurring", report.recurring())
                .bind("reportedAt", utc(facts.reportedAt()))
                .bind("light", facts.light().name().toLowerCase(Locale.ROOT))
                .bind(
                        "severity",
                        report.severity() == Severity.UNKNOWN
                                ? null
                                : report.severity().code())
                .bind("reporter", facts.reporter())
                .bind("text", report.text().orElse(null))
                .bind("receiptHash", facts.receiptHash())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    void insertContact(Handle transaction, long id, Contact contact) {
        transaction.execute(
                "INSERT INTO report_contact (report_id, name, email, phone) VALUES (?, ?, ?, ?)",
                id,
                contact.name(),
                contact.email(),
                contact.phone());
    }

    /** Adds a line to the history of a report. */
    void insertState(Handle transaction, long id, Move move) {
        transaction.execute(
                "INSERT INTO report_state (report_id, state, reason, changed_at, actor) VALUES (?, ?, ?, ?, ?)",
                id,
                move.to().code(),
                move.reason(),
                utc(move.at()),
                move.actor());
    }

    /** The states of reports, which nobody else can change until the transaction ends; locked in order of id. */
    List<Standing> lock(Handle transaction, long... ids) {
        return transaction
                .createQuery("SELECT id, state FROM report WHERE id = ANY (:ids) ORDER BY id FOR UPDATE")
                .bind("ids", ids)
                .map((rows, context) -> new Standing(rows.getLong(1), state(rows.getString(2))))
                .list();
    }

    /** Moves a report; a link to the report it duplicated ends, or begins. */
    void updateState(Handle transaction, long id, ReportState to, @Nullable Long duplicateOf) {
        transaction.execute("UPDATE report SET state = ?, duplicate_of = ? WHERE id = ?", to.code(), duplicateOf, id);
    }

    /** Lets the duplicates of one report point at another, and gives their numbers. */
    List<Long> relinkDuplicates(Handle transaction, long from, long to) {
        return transaction
                .createQuery("UPDATE report SET duplicate_of = :to WHERE duplicate_of = :from RETURNING id")
                .bind("to", to)
                .bind("from", from)
                .mapTo(Long.class)
                .list();
    }

    /** What the holder of a receipt may see. */
    Optional<ReportProgress> findProgress(Handle handle, byte[] receiptHash) {
        return handle.createQuery("""
                        SELECT id, state, array_to_string(causes, ' '), reported_at
                        FROM report WHERE receipt_hash = :hash
                        """)
                .bind("hash", receiptHash)
                .map((rows, context) -> new ReportProgress(
                        state(rows.getString(2)),
                        Arrays.asList(rows.getString(3).split(" ", -1)),
                        rows.getObject(4, OffsetDateTime.class).toInstant(),
                        history(handle, rows.getLong(1))))
                .findOne();
    }

    private static List<ReportProgress.Step> history(Handle handle, long id) {
        return handle.createQuery("SELECT state, changed_at FROM report_state WHERE report_id = :id ORDER BY id")
                .bind("id", id)
                .map((rows, context) -> new ReportProgress.Step(
                        state(rows.getString(1)),
                        rows.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static ReportState state(String code) {
        return ReportState.find(code)
                .orElseThrow(() -> new IllegalStateException("the database has the unknown state " + code));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /**
     * What the intake adds to a report.
     *
     * @param reportedAt now
     * @param light derived
     * @param reporter keyed hash
     * @param receiptHash SHA-256 of the receipt code
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Facts(Instant reportedAt, Light light, long reporter, byte[] receiptHash) {}

    /**
     * A move of a report.
     *
     * @param to where to
     * @param reason why, where one is needed or given
     * @param at when
     * @param actor who
     */
    record Move(ReportState to, @Nullable String reason, Instant at, String actor) {}

    /**
     * Where a report stands.
     *
     * @param id its number
     * @param state its state
     */
    record Standing(long id, ReportState state) {}
}
