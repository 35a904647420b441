package se.lykta.report;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.taxonomy.ReportState;

/**
 * Moves reports from state to state, along {@link ReportState#next()} and nowhere else.
 *
 * <p>The row is locked while it is moved; state, history, audit and outbox change in one transaction. Two people who move
 * the same report at once: the second is told of the conflict. Safe for use by many threads.
 */
public final class Moderation {

    private static final Set<ReportState> NEED_REASON = Set.of(ReportState.REJECTED, ReportState.NOT_ACTIONED);

    private final Jdbi jdbi;
    private final Clock clock;
    private final ReportStore reports = new ReportStore();
    private final OutboxStore outbox = new OutboxStore();
    private final AuditStore audit = new AuditStore();

    /** Moderation of the reports of one database. */
    public Moderation(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Moves a report.
     *
     * @param reason needed to reject a report or to leave it without action
     * @param actor who does it, an account
     * @throws ApiException {@code invalid-move}, {@code unknown-report} or {@code state-conflict}
     */
    public void move(long id, ReportState to, @Nullable String reason, String actor) {
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (to == ReportState.DUPLICATE) {
            throw invalid("state", "a duplicate needs the report it repeats");
        }
        if (why == null && NEED_REASON.contains(to)) {
            throw invalid("reason", "is missing, the state " + to.code() + " needs one");
        }
        if (why != null) {
            ReportRules.textFault(why).ifPresent(what -> {
                throw invalid("reason", what);
            });
        }
        var move = new ReportStore.Move(to, why, clock.instant(), actor);
        jdbi.useTransaction(transaction -> {
            requireEdge(get(reports.lock(transaction, id), id), to);
            write(transaction, id, move, null);
            outbox.append(transaction, id, id);
        });
    }

    /**
     * Says that a report repeats another one, which counts instead. Reports that repeated the first follow it.
     *
     * @param original the report that counts; no duplicate itself
     * @param actor who does it, an account
     * @throws ApiException {@code invalid-move}, {@code unknown-report} or {@code state-conflict}
     */
    public void markDuplicate(long id, long original, String actor) {
        if (id == original) {
            throw invalid("original", "a report does not repeat itself");
        }
        var move = new ReportStore.Move(ReportState.DUPLICATE, null, clock.instant(), actor);
        jdbi.useTransaction(transaction -> {
            List<ReportStore.Standing> standing = reports.lock(transaction, id, original);
            requireEdge(get(standing, id), ReportState.DUPLICATE);
            if (get(standing, original).state() == ReportState.DUPLICATE) {
                throw conflict("report %d is a duplicate itself".formatted(original));
            }
            write(transaction, id, move, original);
            var touched = new TreeSet<>(reports.relinkDuplicates(transaction, id, original));
            touched.add(id);
            outbox.append(transaction, touched.first(), touched.last());
        });
    }

    private void write(Handle transaction, long id, ReportStore.Move move, @Nullable Long original) {
        reports.updateState(transaction, id, move.to(), original);
        reports.insertState(transaction, id, move);
        Map<String, Object> details = new HashMap<>(Map.of("state", move.to().code()));
        if (original != null) {
            details.put("duplicate_of", original);
        }
        Instant at = move.at();
        audit.append(transaction, at, move.actor(), new AuditStore.Event("report-moved", "report:" + id, details));
    }

    private static ReportStore.Standing get(List<ReportStore.Standing> standing, long id) {
        return standing.stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("unknown-report", "there is no report " + id));
    }

    private static void requireEdge(ReportStore.Standing standing, ReportState to) {
        Set<ReportState> next = standing.state().next();
        if (!next.contains(to)) {
            String allowed = next.stream().sorted().map(ReportState::code).collect(Collectors.joining(", "));
            throw conflict("report %d is %s and can't become %s, allowed are %s"
                    .formatted(standing.id(), standing.state().code(), to.code(), allowed));
        }
    }

    private static ApiException conflict(String detail) {
        return new ApiException(ApiException.Kind.CONFLICT, "state-conflict", detail, List.of());
    }

    private static ApiException invalid(String field, String message) {
        return ApiException.invalid("invalid-move", List.of(new Fault(field, message)));
    }
}
