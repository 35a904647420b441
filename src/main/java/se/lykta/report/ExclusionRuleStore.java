package se.lykta.report;

import org.jdbi.v3.core.Handle;

/**
 * Keeps what exclusions say true while reports come and change: a report that comes to exactly the place of an excluded
 * default geocode is excluded, too.
 *
 * <p>Exists apart from {@link se.lykta.report.exclusion.Exclusions}, which makes and undoes them, because every writer of
 * reports has to call it in its transaction. Has no state.
 */
public final class ExclusionRuleStore {

    /** Any number that no other part of Lykta locks on. */
    private static final long LOCK = 7_091_523_003L;

    /** About 1 cm: places are compared as the read index holds them, not by the last bit of a degree. */
    private static final double SAME_PLACE_DEG = 1e-7;

    /** Keeps others from making and undoing exclusions until the transaction ends, and waits for those who do. */
    public void lock(Handle transaction) {
        transaction.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
    }

    /** The same for an import: imports don't wait for each other. */
    public void lockShared(Handle transaction) {
        transaction.execute("SELECT pg_advisory_xact_lock_shared(?)", LOCK);
    }

    /**
     * Excludes those reports of a range of ids that lie where an exclusion says so; gives their ids, ascending. The boxes
     * that {@code &&} compares have single precision, about 10 cm: they only find whom to compare exactly.
     */
    public long[] apply(Handle transaction, long firstId, long lastId) {
        return transaction
                .createQuery("""
                        WITH come AS (
                            INSERT INTO exclusion_report (report_id, exclusion_id)
                            SELECT r.id, e.id
                            FROM exclusion e JOIN report r ON r.geom && ST_Expand(e.place, :reach)
                            WHERE e.position_rule AND r.id BETWEEN :first AND :last
                              AND abs(ST_X(r.geom) - ST_X(e.place)) <= :reach
                              AND abs(ST_Y(r.geom) - ST_Y(e.place)) <= :reach
                              AND NOT EXISTS (SELECT FROM exclusion_undone u WHERE u.exclusion_id = e.id)
                            ON CONFLICT DO NOTHING
                            RETURNING report_id),
                        excluded AS (
                            UPDATE report SET excluded = true
                            WHERE id IN (SELECT report_id FROM come) AND NOT excluded
                            RETURNING id)
                        SELECT id FROM excluded ORDER BY id
                        """)
                .bind("reach", SAME_PLACE_DEG)
                .bind("first", firstId)
                .bind("last", lastId)
                .mapTo(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** The same for all reports. */
    public long[] applyToAll(Handle transaction) {
        return apply(transaction, 0, Long.MAX_VALUE);
    }
}
