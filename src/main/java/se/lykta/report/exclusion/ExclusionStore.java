package se.lykta.report.exclusion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import se.lykta.geo.LonLat;

/** The log of exclusions, and which reports are excluded now. Has no state. */
final class ExclusionStore {

    /** The active exclusion of a finding, if there is one. */
    Optional<Long> findActive(Handle handle, String finding) {
        return handle.createQuery("""
                        SELECT e.id FROM exclusion e
                        WHERE e.finding = :finding
                          AND NOT EXISTS (SELECT FROM exclusion_undone u WHERE u.exclusion_id = e.id)
                        """)
                .bind("finding", finding)
                .mapTo(Long.class)
                .findFirst();
    }

    /** Those of some ids that are reports, ascending and locked in that order until the transaction ends. */
    long[] lockReports(Handle transaction, long[] ids) {
        return numbers(transaction
                .createQuery("SELECT id FROM report WHERE id = ANY (:ids) ORDER BY id FOR UPDATE")
                .bind("ids", ids)
                .mapTo(Long.class));
    }

    /** Writes the line of the log and gives its number. */
    long insert(Handle transaction, Reason reason, int reports, Exclusion.Act made) {
        return transaction
                .createUpdate("""
                        INSERT INTO exclusion (finding, code, sentence_sv, sentence_en, snapshot_version, place,
                                               position_rule, reports, made_at, made_by)
                        VALUES (:finding, :code, :sv, :en, :version, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326),
                                :rule, :reports, :at, :by)
                        """)
                .bind("finding", reason.finding())
                .bind("code", reason.code())
                .bind("sv", reason.sv())
                .bind("en", reason.en())
                .bind("version", reason.snapshotVersion())
                .bind("lon", reason.place().map(LonLat::lonDeg).orElse(null))
                .bind("lat", reason.place().map(LonLat::latDeg).orElse(null))
                .bind("rule", reason.positionRule())
                .bind("reports", reports)
                .bind("at", made.at().atOffset(ZoneOffset.UTC))
                .bind("by", made.by())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** Excludes reports. */
    void exclude(Handle transaction, long exclusion, long[] reports) {
        transaction
                .createUpdate("""
                        WITH named AS (
                            INSERT INTO exclusion_report (report_id, exclusion_id)
                            SELECT unnest(:reports), :exclusion RETURNING report_id)
                        UPDATE report SET excluded = true
                        WHERE id IN (SELECT report_id FROM named) AND NOT excluded
                        """)
                .bind("reports", reports)
                .bind("exclusion", exclusion)
                .execute();
    }

    /** Writes that an exclusion was taken back; false if it had been before. */
    boolean insertUndone(Handle transaction, long exclusion, Exclusion.Act undone) {
        return transaction
                        .createUpdate("""
                                INSERT INTO exclusion_undone (exclusion_id, undone_at, undone_by)
                                VALUES (:exclusion, :at, :by) ON CONFLICT DO NOTHING
                                """)
                        .bind("exclusion", exclusion)
                        .bind("at", undone.at().atOffset(ZoneOffset.UTC))
                        .bind("by", undone.by())
                        .execute()
                > 0;
    }

    /** Lets the reports of an exclusion count again that no other one names; gives their ids, ascending. */
    long[] include(Handle transaction, long exclusion) {
        transaction
                .createQuery("""
                        SELECT r.id FROM report r JOIN exclusion_report x ON x.report_id = r.id
                        WHERE x.exclusion_id = :exclusion ORDER BY r.id FOR UPDATE OF r
                        """)
                .bind("exclusion", exclusion)
                .mapTo(Long.class)
                .list();
        long[] freed = numbers(
                transaction.createQuery("""
                        WITH freed AS (
                            UPDATE report r SET excluded = false FROM exclusion_report x
                            WHERE x.report_id = r.id AND x.exclusion_id = :exclusion
                              AND NOT EXISTS (SELECT FROM exclusion_report o
                                              WHERE o.report_id = r.id AND o.exclusion_id <> :exclusion)
                            RETURNING r.id)
                        SELECT id FROM freed ORDER BY id
                        """).bind("exclusion", exclusion).mapTo(Long.class));
        transaction.execute("DELETE FROM exclusion_report WHERE exclusion_id = ?", exclusion);
        return freed;
    }

    /** One exclusion. */
    Optional<Exclusion> find(Handle handle, long id) {
        return handle.createQuery(SELECT + "WHERE e.id = :id")
                .bind("id", id)
                .map((row, context) -> exclusion(row))
                .findFirst();
    }

    /** All, those that hold first, then the newest first. */
    List<Exclusion> list(Handle handle) {
        return handle.createQuery(SELECT + "ORDER BY u.undone_at IS NOT NULL, e.id DESC")
                .map((row, context) -> exclusion(row))
                .list();
    }

    private static final String SELECT = """
            SELECT e.id, e.finding, e.code, e.sentence_sv, e.sentence_en, e.snapshot_version,
                   ST_X(e.place) AS lon, ST_Y(e.place) AS lat, e.position_rule, e.reports,
                   (SELECT count(*) FROM exclusion_report x WHERE x.exclusion_id = e.id) AS now,
                   e.made_at, e.made_by, u.undone_at, u.undone_by
            FROM exclusion e LEFT JOIN exclusion_undone u ON u.exclusion_id = e.id
            """;

    private static Exclusion exclusion(ResultSet row) throws SQLException {
        double lonDeg = row.getDouble("lon");
        Optional<LonLat> place =
                row.wasNull() ? Optional.empty() : Optional.of(new LonLat(lonDeg, row.getDouble("lat")));
        var reason = new Reason(
                row.getString("finding"),
                row.getString("code"),
                row.getString("sentence_sv"),
                row.getString("sentence_en"),
                row.getLong("snapshot_version"),
                place,
                row.getBoolean("position_rule"));
        var made = new Exclusion.Act(instant(row, "made_at"), row.getString("made_by"));
        Optional<Exclusion.Act> undone = row.getString("undone_by") == null
                ? Optional.empty()
                : Optional.of(new Exclusion.Act(instant(row, "undone_at"), row.getString("undone_by")));
        return new Exclusion(row.getLong("id"), reason, row.getInt("reports"), row.getInt("now"), made, undone);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static long[] numbers(ResultIterable<Long> ids) {
        return ids.list().stream().mapToLong(Long::longValue).toArray();
    }
}
