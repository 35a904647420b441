package se.lykta.report.exclusion;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.lykta.http.ApiException;
import se.lykta.report.AuditStore;
import se.lykta.report.ExclusionRuleStore;
import se.lykta.report.IdRanges;
import se.lykta.report.OutboxStore;

/**
 * Leaves reports out of analysis, and takes it back.
 *
 * <p>Exists because a default geocode or a burst spoils every hotspot, and deleting reports would be wrong: they stay, are
 * shown to staff, and count again with one click. Reports, log, audit and outbox change in one transaction, so every read
 * index follows. One exclusion is made or undone at a time, and none during the last part of an import: two people who
 * click at once get one exclusion, and the second is told. Safe for use by many threads.
 */
public final class Exclusions {

    /** More ranges of changed ids than this become one: readers reload then anyway. */
    private static final int MOST_RANGES = 1000;

    private final Jdbi jdbi;
    private final Clock clock;
    private final ExclusionStore store = new ExclusionStore();
    private final ExclusionRuleStore rules = new ExclusionRuleStore();
    private final OutboxStore outbox = new OutboxStore();
    private final AuditStore audit = new AuditStore();

    /** The exclusions of one database. */
    public Exclusions(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Excludes the reports of a finding; those of a rule about a position are all that lie there now or later.
     *
     * @param reports ids; those that are gone are left out
     * @param actor who does it, an account or a role
     * @throws ApiException {@code already-excluded}, or {@code finding-outdated} if no report is left of it
     */
    public Exclusion exclude(Reason reason, long[] reports, String actor) {
        return jdbi.inTransaction(transaction -> {
            rules.lock(transaction);
            store.findActive(transaction, reason.finding()).ifPresent(id -> {
                throw conflict(
                        "already-excluded", "the reports of this finding are excluded already, by exclusion " + id);
            });
            long[] found = store.lockReports(transaction, reports);
            if (found.length == 0) {
                throw conflict("finding-outdated", "no report of this finding is left");
            }
            var made = new Exclusion.Act(clock.instant(), actor);
            long id = store.insert(transaction, reason, found.length, made);
            store.exclude(transaction, id, found);
            long[] come = rules.applyToAll(transaction);
            log(transaction, made, "reports-excluded", id, Map.of("code", reason.code(), "reports", found.length));
            outbox.append(transaction, IdRanges.covering(found, MOST_RANGES));
            outbox.append(transaction, IdRanges.covering(come, MOST_RANGES));
            return get(transaction, id);
        });
    }

    /**
     * Takes an exclusion back; its line in the log stays. Reports that another exclusion names stay excluded.
     *
     * @param actor who does it, an account or a role
     * @throws ApiException {@code unknown-exclusion} or {@code already-undone}
     */
    public Exclusion undo(long id, String actor) {
        return jdbi.inTransaction(transaction -> {
            rules.lock(transaction);
            get(transaction, id);
            var undone = new Exclusion.Act(clock.instant(), actor);
            if (!store.insertUndone(transaction, id, undone)) {
                throw conflict("already-undone", "exclusion %d was undone before".formatted(id));
            }
            long[] freed = store.include(transaction, id);
            log(transaction, undone, "exclusion-undone", id, Map.of("reports", freed.length));
            outbox.append(transaction, IdRanges.covering(freed, MOST_RANGES));
            return get(transaction, id);
        });
    }

    /** Excludes reports that came to an excluded place while the exclusion was made; to be called every now and then. */
    public void catchUp() {
        jdbi.useTransaction(transaction -> {
            rules.lock(transaction);
            outbox.append(transaction, IdRanges.covering(rules.applyToAll(transaction), MOST_RANGES));
        });
    }

    /**
     * One exclusion.
     *
     * @throws ApiException {@code unknown-exclusion}
     */
    public Exclusion get(long id) {
        return jdbi.withHandle(handle -> get(handle, id));
    }

    /** All that were ever made, those that hold first, then the newest first. */
    public List<Exclusion> list() {
        return jdbi.withHandle(store::list);
    }

    private Exclusion get(Handle handle, long id) {
        return store.find(handle, id)
                .orElseThrow(() -> ApiException.notFound("unknown-exclusion", "there is no exclusion " + id));
    }

    private void log(Handle transaction, Exclusion.Act act, String action, long id, Map<String, Object> details) {
        audit.append(transaction, act.at(), act.by(), new AuditStore.Event(action, "exclusion:" + id, details));
    }

    private static ApiException conflict(String code, String detail) {
        return new ApiException(ApiException.Kind.CONFLICT, code, detail, List.of());
    }
}
