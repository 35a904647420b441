package se.lykta.report.csv;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import se.lykta.http.ApiException;

/**
 * The staging table of an import and the way from it into the reports. Has no state.
 *
 * <p>The staging table is temporary: it writes no log, and whatever ends the transaction, kill -9 included, takes it away.
 *
 * <p>Known reports are told from new ones by a join and not by ON CONFLICT: that would lock, and so rewrite, every
 * unchanged report, and use up a number for it. The lock on the origin makes the join safe: nobody else writes reports
 * of this origin meanwhile.
 */
final class ImportStore {

    private static final int IMPORT_LOCK = 709_152;

    private static final String FACTS =
            "geom, causes, source, place_kind, occurred_at, occurred_precision, recurring, reported_at, light, severity, reporter, text";

    /** Keeps other imports of this origin out until the transaction ends, and makes the staging table. */
    void begin(Handle transaction, String origin) {
        boolean alone = transaction
                .createQuery("SELECT pg_try_advisory_xact_lock(:lock, hashtext(:origin))")
                .bind("lock", IMPORT_LOCK)
                .bind("origin", origin)
                .mapTo(Boolean.class)
                .one();
        if (!alone) {
            throw new ApiException(
                    ApiException.Kind.CONFLICT,
                    "import-running",
                    "another import of origin %s is running".formatted(origin),
                    List.of());
        }
        transaction.execute("""
                CREATE TEMPORARY TABLE import_row (
                    line bigint NOT NULL, external_id text COLLATE "C" NOT NULL, geom geometry NOT NULL,
                    causes text[] NOT NULL, source text NOT NULL, state text NOT NULL, place_kind text,
                    occurred_at timestamptz, occurred_precision text, recurring boolean NOT NULL,
                    reported_at timestamptz NOT NULL, light text NOT NULL, severity smallint, reporter bigint NOT NULL, text text
                ) ON COMMIT DROP
                """);
    }

    /** A COPY into the staging table, binary. */
    CopyIn copy(Handle transaction) throws SQLException {
        return transaction
                .getConnection()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY import_row (" + CopyBuffer.COLUMNS + ") FROM STDIN (FORMAT binary)");
    }

    /** The staged lines whose key stands in an earlier line, with that line. */
    Map<Long, Long> findRepeated(Handle transaction) {
        return transaction.createQuery("""
                        SELECT i.line AS line, f.line AS first
                        FROM import_row i
                        JOIN (SELECT external_id, min(line) AS line FROM import_row
                              GROUP BY external_id HAVING count(*) > 1) f USING (external_id)
                        WHERE i.line > f.line ORDER BY i.line
                        """).reduceRows(new TreeMap<>(), (map, row) -> {
            map.put(row.getColumn("line", Long.class), row.getColumn("first", Long.class));
            return map;
        });
    }

    void delete(Handle transaction, long[] lines) {
        transaction
                .createUpdate("DELETE FROM import_row WHERE line = ANY (:lines)")
                .bind("lines", lines)
                .execute();
    }

    /** Says whether anything of this origin was imported before. */
    boolean isKnown(Handle transaction, String origin) {
        return transaction
                .createQuery("SELECT EXISTS (SELECT FROM report WHERE origin = :origin)")
                .bind("origin", origin)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Takes back staged states that are not to be followed: of reports that somebody here has moved, or of all if the file
     * tells none. Moderation has the last word, an import does not undo it.
     */
    void keepStates(Handle transaction, String origin, boolean fileTellsStates) {
        transaction.execute("ANALYZE import_row");
        transaction
                .createUpdate("""
                        UPDATE import_row i SET state = r.state
                        FROM report r
                        WHERE r.origin = :origin AND r.external_id = i.external_id AND r.state <> i.state
                          AND (NOT :told OR EXISTS (
                              SELECT FROM report_state s WHERE s.report_id = r.id AND s.actor NOT LIKE 'import:%'))
                        """)
                .bind("origin", origin)
                .bind("told", fileTellsStates)
                .execute();
    }

    /**
     * Lets known reports count again that the file puts elsewhere: what was excluded is the report where it lay. To be
     * called before they are changed.
     */
    void includeMoved(Handle transaction, String origin) {
        transaction.createUpdate("""
                        WITH moved AS (
                            DELETE FROM exclusion_report x USING report r, import_row i
                            WHERE x.report_id = r.id AND r.origin = :origin AND r.external_id = i.external_id
                              AND r.geom IS DISTINCT FROM i.geom
                            RETURNING x.report_id)
                        UPDATE report SET excluded = false WHERE id IN (SELECT report_id FROM moved)
                        """).bind("origin", origin).execute();
    }

    /** Changes the known reports that are told differently now, writes the history of their states, gives their ids. */
    long[] update(Handle transaction, String origin, String actor) {
        transaction
                .createUpdate("""
                        INSERT INTO report_state (report_id, state, changed_at, actor)
                        SELECT r.id, i.state, transaction_timestamp(), :actor
                        FROM report r JOIN import_row i ON r.external_id = i.external_id
                        WHERE r.origin = :origin AND r.state <> i.state ORDER BY r.id
                        """)
                .bind("origin", origin)
                .bind("actor", actor)
                .execute();
        return transaction
                .createQuery("""
                        WITH changed AS (
                            UPDATE report r
                            SET (%1$s, state, duplicate_of) = (%2$s, i.state,
                                CASE WHEN i.state = 'duplicate' THEN r.duplicate_of END)
                            FROM import_row i
                            WHERE r.origin = :origin AND r.external_id = i.external_id
                              AND (%3$s, r.state) IS DISTINCT FROM (%2$s, i.state)
                            RETURNING r.id)
                        SELECT id FROM changed ORDER BY id
                        """.formatted(FACTS, of("i"), of("r")))
                .bind("origin", origin)
                .mapTo(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /**
     * Adds the reports that are not there.
     *
     * @param known whether some may be there
     */
    Added insert(Handle transaction, String origin, boolean known) {
        String fresh = known
                ? "WHERE NOT EXISTS (SELECT FROM report r WHERE r.origin = :origin AND r.external_id = i.external_id)"
                : "";
        return transaction
                .createQuery("""
                        WITH added AS (
                            INSERT INTO report (%1$s, state, origin, external_id)
                            SELECT %2$s, i.state, :origin, i.external_id FROM import_row i %3$s
                            RETURNING id)
                        SELECT count(*), coalesce(min(id), 0), coalesce(max(id), 0) FROM added
                        """.formatted(FACTS, of("i"), fresh))
                .bind("origin", origin)
                .map((rows, context) -> new Added(rows.getLong(1), rows.getLong(2), rows.getLong(3)))
                .one();
    }

    private static String of(String alias) {
        return alias + "." + FACTS.replace(", ", ", " + alias + ".");
    }

    /**
     * New reports.
     *
     * @param count how many
     * @param firstId the least number
     * @param lastId the greatest number
     */
    record Added(long count, long firstId, long lastId) {}
}
