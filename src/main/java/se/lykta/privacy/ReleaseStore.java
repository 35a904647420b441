package se.lykta.privacy;

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
                .map((row, context) -> {
                    var place = new LonLat(row.getDouble(3), row.getDouble(4));
                    var level = Level.valueOf(row.getString(2));
                    var key = new ReleaseKey(level, place, row.getString(5), row.getInt(6), row.getString(7));
                    return new ReleaseRow(row.getLong(1), key, row.getInt(8), row.getInt(9));
                })
                .list();
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
