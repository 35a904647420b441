package se.lykta.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import se.lykta.geo.LonLat;

/** Reads the released groups and lets one process at a time change them. Safe for use by many threads. */
final class ReleaseStore {

    private static final long LOCK = 0x6c796b74_61000004L;

    private final Jdbi jdbi;

    ReleaseStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Runs one change in a transaction, alone, and answers the version after it. */
    long update(Consumer<ReleaseChangeStore> change) {
        return jdbi.inTransaction(handle -> {
            handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Integer.class)
                    .one();
            var transaction = new ReleaseChangeStore(handle);
            change.accept(transaction);
            if (transaction.changed()) {
                handle.execute("UPDATE release_state SET version = version + 1");
            }
            return version(handle);
        });
    }

    /** The version of the release, 0 before the first. */
    long version() {
        return jdbi.withHandle(ReleaseStore::version);
    }

    /** All groups by number, and the version they belong to. */
    Released read() {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            long version = version(handle);
            return new Released(version, rows(handle));
        });
    }

    private static List<ReleaseRow> rows(Handle handle) {
        String sql = """
                SELECT id, level, lon, lat, cause, first_minute, state, reports, voices
                FROM release_row ORDER BY id""";
        return handle.createQuery(sql)
                .map((row, context) -> new ReleaseRow(row.getLong(1), key(row, 2), row.getInt(8), row.getInt(9)))
                .list();
    }

    /** The key in six columns of a result. */
    static ReleaseKey key(ResultSet row, int first) throws SQLException {
        return new ReleaseKey(
                Level.valueOf(row.getString(first)),
                new LonLat(row.getDouble(first + 1), row.getDouble(first + 2)),
                row.getString(first + 3),
                row.getInt(first + 4),
                row.getString(first + 5));
    }

    private static long version(Handle handle) {
        return handle.createQuery("SELECT version FROM release_state")
                .mapTo(Long.class)
                .one();
    }

    /**
     * A release as it is in the table.
     *
     * @param version its number
     * @param rows all groups by number
     */
    record Released(long version, List<ReleaseRow> rows) {}
}
