package se.lykta.walk.findings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.lykta.http.ApiException;
import se.lykta.report.Daylight;
import se.lykta.taxonomy.Light;
import se.lykta.walk.StoredWalk;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkStop;

/**
 * Takes findings from phones that may send them late, twice, or in the wrong order.
 *
 * <p>A finding has an id and a revision of the phone: the same one again changes nothing, a late older one neither, so
 * that a phone may send whatever has not been confirmed. Safe for use by many threads and processes.
 */
public final class Findings {

    /** Twenty people, a hundred stops. */
    static final int MOST_PER_WALK = 2000;

    /** As long as an invitation lasts at most: what claims to be older comes from a clock that is wrong. */
    private static final Duration OLDEST = Duration.ofDays(60);

    private final Jdbi jdbi;
    private final Clock clock;
    private final StopStore stops = new StopStore();
    private final FindingStore store = new FindingStore();

    /** The findings of one database. */
    public Findings(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Remembers the stops of a plan that is shown to participants, so that answers for them are taken from now on. */
    void show(StoredWalk walk) {
        List<ShownStop> shown = stopsOf(walk);
        jdbi.useTransaction(transaction -> {
            List<ShownStop> known = stops.list(transaction, walk.id());
            if (!known.containsAll(shown)) {
                // in the order of their ids, so that two phones at once do not wait for each other
                stops.remember(
                        transaction,
                        walk.id(),
                        shown.stream()
                                .sorted(Comparator.comparing(ShownStop::hotspot))
                                .toList());
            }
        });
    }

    /** The stops of all groups of a plan, each hotspot once, in the order of the plan. */
    private static List<ShownStop> stopsOf(StoredWalk walk) {
        return walk.plan().loops().stream()
                .map(Loop::stops)
                .flatMap(List::stream)
                .map(Findings::shown)
                .distinct()
                .toList();
    }

    private static ShownStop shown(WalkStop stop) {
        return new ShownStop(stop.hotspot(), stop.name(), stop.place());
    }

    /** Says whether participants of a walk were ever shown this stop. */
    boolean isStop(Finding.Stop stop) {
        return jdbi.withHandle(handle -> stops.find(handle, stop)).isPresent();
    }

    /**
     * Keeps a finding of a stop that was shown.
     *
     * @throws ApiException {@code finding-conflict} for an id that stands for something else, {@code walk-is-full}
     */
    Kept keep(FindingDraft draft) {
        return jdbi.inTransaction(transaction -> {
            ShownStop stop = stops.find(transaction, draft.stop())
                    .orElseThrow(() -> new IllegalArgumentException("no stop of the walk: " + draft.stop()));
            Instant now = clock.instant();
            FindingDraft plausible = draft.answeredAt(plausible(draft.answeredAt(), now));
            Light light = Daylight.at(
                    plausible.answeredAt(), stop.place().lonDeg(), stop.place().latDeg());
            Optional<Boolean> fresh = store.save(transaction, plausible, light, now);
            if (fresh.orElse(false)) {
                requireRoom(transaction, draft.stop().walk());
            }
            return fresh.map(isNew -> new Kept(draft.revision(), isNew)).orElseGet(() -> known(transaction, draft));
        });
    }

    /** What a clock that is wrong tells is replaced by the time of arrival: the answer counts more than its minute. */
    private static Instant plausible(Instant told, Instant now) {
        return told.isAfter(now) || told.isBefore(now.minus(OLDEST)) ? now : told;
    }

    private void requireRoom(Handle transaction, String walk) {
        if (store.count(transaction, walk) > MOST_PER_WALK) {
            throw conflict("walk-is-full", "this walk has %d findings already".formatted(MOST_PER_WALK));
        }
    }

    /** The answer for a finding that was here before, in this or a later revision. */
    private Kept known(Handle transaction, FindingDraft draft) {
        Finding stored = get(transaction, draft.id());
        boolean same =
                stored.grades().equals(draft.grades()) && stored.comment().equals(draft.comment());
        if (!stored.stop().equals(draft.stop()) || (stored.revision() == draft.revision() && !same)) {
            throw conflict("finding-conflict", "this id and revision stand for another finding");
        }
        return new Kept(stored.revision(), false);
    }

    /** What was found at the stops of a walk, on this and every other walk that went there; staff only. */
    List<StopComparison> compare(StoredWalk walk) {
        List<ShownStop> planned = stopsOf(walk);
        Set<String> hotspots = planned.stream().map(ShownStop::hotspot).collect(Collectors.toSet());
        return jdbi.withHandle(handle -> {
            List<ShownStop> all = new ArrayList<>(planned);
            stops.list(handle, walk.id()).stream()
                    .filter(stop -> !hotspots.contains(stop.hotspot()))
                    .forEach(all::add);
            List<Finding> findings =
                    store.listAt(handle, all.stream().map(ShownStop::hotspot).toList());
            return StopComparison.of(all, hotspots, findings);
        });
    }

    private Finding get(Handle handle, UUID id) {
        return store.find(handle, id)
                .orElseThrow(() -> ApiException.notFound("unknown-finding", "there is no finding with this id"));
    }

    /**
     * The finding of a walk.
     *
     * @throws ApiException {@code unknown-finding}, also for one of another walk
     */
    Finding get(String walk, UUID id) {
        return jdbi.withHandle(handle -> store.find(handle, id))
                .filter(finding -> finding.stop().walk().equals(walk))
                .orElseThrow(() -> ApiException.notFound("unknown-finding", "this walk has no finding with this id"));
    }

    private static ApiException conflict(String code, String detail) {
        return new ApiException(ApiException.Kind.CONFLICT, code, detail, List.of());
    }

    /**
     * How a finding stands after it was sent.
     *
     * @param revision the one that is kept: the sent one, or a later one
     * @param fresh whether the finding came for the first time
     */
    record Kept(int revision, boolean fresh) {}
}
