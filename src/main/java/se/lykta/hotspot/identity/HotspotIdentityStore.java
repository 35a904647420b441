package se.lykta.hotspot.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps the ids of hotspots with the reports that they were last made of. Safe for use by many threads and processes. */
public final class HotspotIdentityStore {

    private static final long LOCK = 0x6c796b74_6100000aL;

    private final Jdbi jdbi;

    /** A store in one database. */
    public HotspotIdentityStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All known ones, those known for longest first. */
    public Identities load() {
        return jdbi.withHandle(HotspotIdentityStore::load);
    }

    /**
     * Remembers hotspots, each under its id: known ones with the reports that they are made of now. The last writer wins;
     * ids are the same in every process that sees the same reports.
     *
     * @param hotspots the reports of each by its id
     * @param now when they were seen
     * @return all known ones
     */
    public Identities remember(Map<String, Members> hotspots, Instant now) {
        String sql = """
                INSERT INTO hotspot_identity (id, report_ids, first_seen_at, seen_at) VALUES (:id, :reports, :now, :now)
                ON CONFLICT (id) DO UPDATE SET report_ids = excluded.report_ids, seen_at = excluded.seen_at""";
        return jdbi.inTransaction(handle -> {
            handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Integer.class)
                    .one();
            for (Map.Entry<String, Members> hotspot : hotspots.entrySet()) {
                handle.createUpdate(sql)
                        .bind("id", hotspot.getKey())
                        .bindArray("reports", Long.class, (Object[])
                                hotspot.getValue().boxed())
                        .bind("now", now)
                        .execute();
            }
            return load(handle);
        });
    }

    private static Identities load(Handle handle) {
        Map<String, Members> known = new LinkedHashMap<>();
        handle.createQuery("SELECT id, report_ids FROM hotspot_identity ORDER BY first_seen_at, id")
                .map((row, context) -> Map.entry(row.getString(1), members(row)))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return new Identities(known);
    }

    private static Members members(ResultSet row) throws SQLException {
        Long[] ids = (Long[]) row.getArray(2).getArray();
        return Members.of(Arrays.stream(ids).mapToLong(Long::longValue).toArray());
    }
}
