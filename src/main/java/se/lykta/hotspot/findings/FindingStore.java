package se.lykta.hotspot.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.audit.Code;
import se.lykta.hotspot.audit.Finding;
import se.lykta.hotspot.audit.Severity;

/** Keeps the newest audit and the reports of its findings. Safe for use by many threads and processes. */
final class FindingStore {

    private static final long LOCK = 0x6c796b74_6100000bL;

    private final Jdbi jdbi;

    FindingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Replaces the newest audit, unless it is of newer reports; {@code reports} are the ids of each finding. */
    void replace(AuditRun run, List<long[]> reports) {
        jdbi.useTransaction(transaction -> {
            transaction.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
            if (findRun(transaction)
                    .filter(known -> known.snapshotVersion() > run.snapshotVersion())
                    .isPresent()) {
                return;
            }
            transaction.execute("DELETE FROM data_audit_finding");
            transaction.execute("DELETE FROM data_audit");
            insert(transaction, run);
            for (int rank = 0; rank < reports.size(); rank++) {
                insert(transaction, rank, run.findings().get(rank), reports.get(rank));
            }
        });
    }

    private static void insert(Handle transaction, AuditRun run) {
        transaction
                .createUpdate("""
                        INSERT INTO data_audit (run_at, snapshot_version, reports, excluded)
                        VALUES (:at, :version, :reports, :excluded)
                        """)
                .bind("at", run.at().atOffset(ZoneOffset.UTC))
                .bind("version", run.snapshotVersion())
                .bind("reports", run.reports())
                .bind("excluded", run.excluded())
                .execute();
    }

    private static void insert(Handle transaction, int rank, FoundReports finding, long[] reports) {
        transaction
                .createUpdate("""
                        INSERT INTO data_audit_finding (rank, id, code, severity, place, sentence_sv, sentence_en, report_ids)
                        VALUES (:rank, :id, :code, :severity, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), :sv, :en, :reports)
                        """)
                .bind("rank", rank)
                .bind("id", finding.id())
                .bind("code", finding.code().id())
                .bind("severity", finding.severity().name())
                .bind("lon", finding.place().map(LonLat::lonDeg).orElse(null))
                .bind("lat", finding.place().map(LonLat::latDeg).orElse(null))
                .bind("sv", finding.sentence().sv())
                .bind("en", finding.sentence().en())
                .bind("reports", reports)
                .execute();
    }

    /** The newest audit with its findings, if there was one. */
    Optional<AuditRun> find() {
        return jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> findRun(handle)
                        .map(run -> new AuditRun(
                                run.at(), run.snapshotVersion(), run.reports(), run.excluded(), findings(handle))));
    }

    private static Optional<AuditRun> findRun(Handle handle) {
        return handle.createQuery("SELECT run_at, snapshot_version, reports, excluded FROM data_audit")
                .map((row, context) -> new AuditRun(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getLong(2),
                        row.getInt(3),
                        row.getInt(4),
                        List.of()))
                .findFirst();
    }

    private static List<FoundReports> findings(Handle handle) {
        return handle.createQuery("""
                        SELECT id, code, severity, cardinality(report_ids) AS reports, ST_X(place) AS lon, ST_Y(place) AS lat,
                               sentence_sv, sentence_en
                        FROM data_audit_finding ORDER BY rank
                        """).map((row, context) -> finding(row)).list();
    }

    private static FoundReports finding(ResultSet row) throws SQLException {
        double lonDeg = row.getDouble("lon");
        Optional<LonLat> place =
                row.wasNull() ? Optional.empty() : Optional.of(new LonLat(lonDeg, row.getDouble("lat")));
        return new FoundReports(
                row.getString("id"),
                Code.of(row.getString("code")),
                Severity.valueOf(row.getString("severity")),
                row.getInt("reports"),
                place,
                new Finding.Sentence(row.getString("sentence_sv"), row.getString("sentence_en")));
    }

    /** The ids of the reports of a finding of the newest audit, ascending. */
    Optional<long[]> findReports(String finding) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT report_ids FROM data_audit_finding WHERE id = :id")
                .bind("id", finding)
                .map((row, context) -> (Long[]) row.getArray(1).getArray())
                .findFirst()
                .map(ids -> Arrays.stream(ids).mapToLong(Long::longValue).toArray()));
    }
}
