package se.lykta.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Writes the outbox: one line for every change, in the transaction of the change.
 *
 * <p>Numbers have to become visible in their order, or a reader that saw 7 would never see a 6 committed later. So a line
 * is numbered under an advisory lock that is held until the commit: PostgreSQL makes a commit visible before it gives
 * the locks back. Write it last in a transaction, for all writers wait here. Has no state.
 */
public final class OutboxStore {

    /** Any number that no other part of Lykta locks on. */
    static final long LOCK = 7_091_523_001L;

    /** The same for the one that forgets. */
    static final long PRUNE_LOCK = 7_091_523_002L;

    /** Says that the reports of a range of ids, both included, may have changed, and wakes the readers at commit. */
    public void append(Handle transaction, long firstId, long lastId) {
        // one message, as all writers wait for its answer; each of the three sees what was there when it began
        transaction.execute("""
                SELECT pg_advisory_xact_lock(?);
                INSERT INTO outbox (first_report_id, last_report_id) VALUES (?, ?);
                SELECT pg_notify(?, '')
                """, LOCK, firstId, lastId, ChangeFeed.CHANNEL);
    }

    /** The same for several ranges, each from its first to its last id. */
    public void append(Handle transaction, List<long[]> ranges) {
        ranges.forEach(range -> append(transaction, range[0], range[1]));
    }

    /**
     * Forgets old lines and remembers up to which number; does nothing while another process is at it.
     *
     * <p>Writers do not wait: their lines come after all that is seen here.
     *
     * @return how many were forgotten
     */
    int prune(Handle transaction, Instant before) {
        boolean alone = transaction
                .createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                .bind("lock", PRUNE_LOCK)
                .mapTo(Boolean.class)
                .one();
        return alone ? delete(transaction, before) : 0;
    }

    private static int delete(Handle transaction, Instant before) {
        return transaction
                .createQuery("""
                        WITH pruned AS (DELETE FROM outbox WHERE written_at < :before RETURNING number),
                             moved AS (
                                 UPDATE outbox_horizon
                                 SET number = greatest(number, (SELECT max(number) FROM pruned))
                             )
                        SELECT count(*) FROM pruned
                        """)
                .bind("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .mapTo(Integer.class)
                .one();
    }
}
