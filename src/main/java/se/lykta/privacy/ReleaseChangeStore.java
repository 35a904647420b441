package se.lykta.privacy;

import java.sql.ResultSet;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The statements of one run of the release, all in one transaction. Used by one thread. */
final class ReleaseChangeStore {

    /** The row of a report that is never to be released again. */
    static final int NO_ROW = 0;

    private static final int FETCHED = 10_000;

    private final Handle handle;
    private final Set<ReleaseKey> reduced = new HashSet<>();
    private boolean changed;

    ReleaseChangeStore(Handle handle) {
        this.handle = handle;
    }

    /** Says whether anything was changed. */
    boolean changed() {
        return changed;
    }

    /** Says whether a group became smaller in this run: it must not grow in the same one. */
    boolean isReduced(ReleaseKey key) {
        return reduced.contains(key);
    }

    /** The row of every report that was ever released. */
    Members members() {
        int most = handle.createQuery("SELECT count(*) FROM release_member")
                .mapTo(Integer.class)
                .one();
        var members = new Members(most);
        handle.createQuery("SELECT report_id, coalesce(row_id, 0) FROM release_member ORDER BY report_id")
                .setFetchSize(FETCHED)
                .scanResultSet((rows, context) -> {
                    ResultSet row = rows.get();
                    while (row.next()) {
                        members.add(row.getLong(1), row.getInt(2));
                    }
                    return members;
                });
        return members.sorted();
    }

    /** Puts reports into the row of a key, which is made if it is not there. */
    void grow(ReleaseKey key, long voices, long[] reportIds) {
        String sql = """
                INSERT INTO release_row AS r (level, lon, lat, cause, first_minute, state, reports, voices)
                VALUES (:level, :lon, :lat, :cause, :firstMinute, :state, :reports, :voices)
                ON CONFLICT (level, lon, lat, cause, first_minute, state) DO UPDATE
                SET reports = r.reports + excluded.reports, voices = greatest(r.voices, excluded.voices)
                RETURNING id""";
        long row = handle.createQuery(sql)
                .bind("level", key.level().name())
                .bind("lon", key.place().lonDeg())
                .bind("lat", key.place().latDeg())
                .bind("cause", key.cause())
                .bind("firstMinute", key.firstMinute())
                .bind("state", key.state())
                .bind("reports", reportIds.length)
                .bind("voices", voices)
                .mapTo(Long.class)
                .one();
        handle.createUpdate("INSERT INTO release_member (report_id, row_id) SELECT unnest(:ids), :row")
                .bind("ids", reportIds)
                .bind("row", row)
                .execute();
        changed = true;
    }

    /** Takes reports out of a row; they wait again, should they become public again. */
    void shrink(long row, long voicesLeft, long[] reportIds) {
        reduced.add(key(row));
        handle.createUpdate("DELETE FROM release_member WHERE row_id = :row AND report_id = ANY (:ids)")
                .bind("row", row)
                .bind("ids", reportIds)
                .execute();
        String sql = """
                UPDATE release_row SET reports = reports - :gone, voices = :voices WHERE id = :row""";
        handle.createUpdate(sql)
                .bind("gone", reportIds.length)
                .bind("voices", voicesLeft)
                .bind("row", row)
                .execute();
        changed = true;
    }

    /** Removes a row; its reports are never released again. */
    void remove(long row) {
        reduced.add(key(row));
        handle.createUpdate("DELETE FROM release_row WHERE id = :row")
                .bind("row", row)
                .execute();
        changed = true;
    }

    private ReleaseKey key(long row) {
        return handle.createQuery("SELECT level, lon, lat, cause, first_minute, state FROM release_row WHERE id = :row")
                .bind("row", row)
                .map((found, context) -> ReleaseStore.key(found, 1))
                .one();
    }
}
