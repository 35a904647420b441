package se.lykta.report;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import se.lykta.taxonomy.Taxonomy;

/**
 * Reads points by binary COPY, in transactions that all see the same moment.
 *
 * <p>COPY takes no parameters: what is put into its text are numbers only. Nothing is written and no temporary table is
 * made, so a hot standby will do. Safe for use by many threads, as far as each has its own handle.
 */
final class PointCopyStore {

    private final Jdbi jdbi;
    private final Taxonomy taxonomy;
    private final ZoneClock clock;

    PointCopyStore(Jdbi jdbi, Taxonomy taxonomy, ZoneClock clock) {
        this.jdbi = jdbi;
        this.taxonomy = taxonomy;
        this.clock = clock;
    }

    /** Reads in a transaction that sees one moment and can't write. */
    <T> T atOneMoment(Reading<T> reading) {
        return inTransaction("SET TRANSACTION READ ONLY", reading);
    }

    /**
     * The same at the moment of another transaction that is still open.
     *
     * @param moment from {@link #export}
     */
    <T> T atMoment(String moment, Reading<T> reading) {
        return inTransaction("SET TRANSACTION READ ONLY; SET TRANSACTION SNAPSHOT '" + moment + "'", reading);
    }

    /** The name of what this transaction sees, for {@link #atMoment}. */
    String export(Handle handle) {
        String moment = handle.createQuery("SELECT pg_export_snapshot()")
                .mapTo(String.class)
                .one();
        if (!moment.matches("[0-9A-Fa-f-]+")) {
            throw new IllegalStateException("not the name of a snapshot: " + moment);
        }
        return moment;
    }

    /** How large the table is, in pages and in reports as the statistics have it (0 if there are none yet). */
    Extent extent(Handle handle) {
        return handle.createQuery("""
                        SELECT pg_relation_size(c.oid) / current_setting('block_size')::bigint,
                               CASE WHEN c.relpages > 0 AND c.reltuples > 0
                                    THEN (c.reltuples / c.relpages * pg_relation_size(c.oid)
                                          / current_setting('block_size')::bigint)::bigint
                                    ELSE 0 END
                        FROM pg_class c WHERE c.oid = 'report'::regclass
                        """)
                .map((row, context) -> new Extent(row.getLong(1), row.getLong(2)))
                .one();
    }

    /** The reports of pages {@code first..end-1} of the table, in their order there. */
    void readPages(Handle handle, long first, long end, Consumer<PointView> reader) throws SQLException {
        read(handle, "WHERE r.ctid >= '(%d,0)' AND r.ctid < '(%d,0)'".formatted(first, end), reader);
    }

    /** The reports of some ids, ordered by id. */
    void readIds(Handle handle, IdRanges ids, Consumer<PointView> reader) throws SQLException {
        String lines = "JOIN unnest('{%s}'::bigint[], '{%s}'::bigint[]) AS line (first, last)"
                .formatted(numbers(ids.firsts()), numbers(ids.lasts()));
        read(handle, lines + " ON r.id BETWEEN line.first AND line.last ORDER BY r.id", reader);
    }

    private void read(Handle handle, String which, Consumer<PointView> reader) throws SQLException {
        String sql = "COPY (SELECT " + PointRow.COLUMNS + " FROM report r " + which + ") TO STDOUT (FORMAT binary)";
        CopyOut rows =
                handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        try {
            read(rows, reader);
        } finally {
            // Reading on is what is left: a cancelled COPY of this driver leaves answers behind on the connection.
            while (rows.isActive()) {
                rows.readFromCopy();
            }
        }
    }

    private void read(CopyOut rows, Consumer<PointView> reader) throws SQLException {
        BinaryCopy copy = new BinaryCopy();
        PointRow row = new PointRow(taxonomy, clock);
        byte[] message = rows.readFromCopy();
        while (message != null) {
            copy.take(message);
            while (row.read(copy)) {
                reader.accept(row);
            }
            message = rows.readFromCopy();
        }
        copy.end();
    }

    private <T> T inTransaction(String begin, Reading<T> reading) {
        try {
            return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
                handle.execute(begin);
                return reading.read(handle);
            });
        } catch (SQLException e) {
            throw new IllegalStateException("reports can't be read from the database", e);
        }
    }

    private static String numbers(Object[] numbers) {
        return Arrays.stream(numbers).map(Long.class::cast).map(String::valueOf).collect(Collectors.joining(","));
    }

    /** What is read in one transaction. */
    interface Reading<T> {
        T read(Handle handle) throws SQLException;
    }

    /**
     * The size of the table.
     *
     * @param pages pages of the file
     * @param about estimated reports, 0 if there is no estimate
     */
    record Extent(long pages, long about) {}
}
