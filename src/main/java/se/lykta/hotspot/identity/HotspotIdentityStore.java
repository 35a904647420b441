package se.lykta.hotspot.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.lykta.hotspot.identity.KnownHotspots.Known;

/** Keeps the ids of hotspots with the reports that they were last made of. Safe for use by many threads and processes. */
public final class HotspotIdentityStore {

    private static final long LOCK = 0x6c796b74_6100000aL;

    private final Jdbi jdbi;

    /** A store in one database. */
    public HotspotIdentityStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All known ones, those known for longest first. */
    public KnownHotspots load() {
        return jdbi.withHandle(HotspotIdentityStore::load);
    }

    /**
     * Remembers hotspots, each under its id: known ones with the reports that they are made of now. The last writer wins;
     * ids are the same in every process that sees the same reports.
     *
     * @param now when they were seen
     * @return all known ones
     */
    public KnownHotspots remember(List<Known> hotspots, Instant now) {
        String sql = """
                INSERT INTO hotspot_identity (id, cause_group, report_ids, first_seen_at, seen_at)
                VALUES (:id, :group, :reports, :now, :now)
                ON CONFLICT (id) DO UPDATE SET report_ids = excluded.report_ids, seen_at = excluded.seen_at""";
        return jdbi.inTransaction(handle -> {
            handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Integer.class)
                    .one();
            for (Known hotspot : hotspots) {
                handle.createUpdate(sql)
                        .bind("id", hotspot.id())
                        .bind("group", hotspot.group())
                        .bindArray("reports", Long.class, (Object[])
                                hotspot.members().boxed())
                        .bind("now", now)
                        .execute();
            }
            return load(handle);
        });
    }

    private static KnownHotspots load(Handle handle) {
        return new KnownHotspots(handle.createQuery(
                        "SELECT id, cause_group, report_ids FROM hotspot_identity ORDER BY first_seen_at, id")
                .map((row, context) -> new Known(row.getString(1), row.getString(2), members(row)))
                .list());
    }

    private static Members members(ResultSet row) throws SQLException {
        Long[] ids = (Long[]) row.getArray(3).getArray();
        return Members.of(Arrays.stream(ids).mapToLong(Long::longValue).toArray());
    }
}
