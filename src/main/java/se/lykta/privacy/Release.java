package se.lykta.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import se.lykta.place.SnapPoints;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Taxonomy;

/**
 * Makes what the public may see: groups of at least {@value #K} reports by at least {@value #K} voices.
 *
 * <p>The idea: reports that are moderated and have no restricted cause wait until at least K of them share a key at the
 * first {@link Level} (place, cause group, month, group of states); what is left over when a period has ended is tried at
 * the next coarser level; what no level takes is withheld. A group that was shown is frozen: it grows only by another K
 * or more at a time, at the place, cause, period and state that the reports had when they were released. So no row and no
 * difference between one release and the next shows fewer than K reports (k-anonymity: Sweeney 2002; against
 * differencing between releases: Xiao and Tao 2007, m-invariance, whose rule is stricter than ours for withdrawals).
 *
 * <p>Voices: five reports of one angry neighbour would show what one person does, so a group needs as many different
 * reporters as reports. All anonymous reports of one day are one voice.
 *
 * <p>Withdrawals: a report that is rejected, found a duplicate or deleted after it was released stays in the count until
 * K of its group are withdrawn, and then all go at once; if fewer than K would stay, the whole group goes for good. A
 * public count may therefore be up to K−1 too high. A group into which a restricted cause was written later goes at
 * once, whole and for good: restricted reports never stay, and one report less would show which it was.
 *
 * <p>Cost: one pass over all reports, O(n log n). Safe for use by many threads and processes: an advisory lock lets one
 * run at a time.
 */
public final class Release {

    /** The least number of reports, and of voices, that a public number stands for. */
    public static final int K = 5;

    private final ReleaseStore store;
    private final ReportPoints reports;
    private final Supplier<SnapPoints> snapPoints;
    private final Taxonomy taxonomy;
    private final ZoneId timeZone;
    private final Clock clock;

    /**
     * A release in one database.
     *
     * @param reports all reports
     * @param snapPoints asked anew for each run, as an import may have changed them
     * @param timeZone zone of the months
     */
    public Release(
            Jdbi jdbi,
            ReportPoints reports,
            Supplier<SnapPoints> snapPoints,
            Taxonomy taxonomy,
            ZoneId timeZone,
            Clock clock) {
        this.store = new ReleaseStore(jdbi);
        this.reports = reports;
        this.snapPoints = snapPoints;
        this.taxonomy = taxonomy;
        this.timeZone = timeZone;
        this.clock = clock;
    }

    /**
     * Brings the release up to date.
     *
     * @return the version of the release, which grows if anything changed
     */
    public long update() {
        return store.update(this::update);
    }

    private void update(ReleaseChangeStore transaction) {
        var generaliser = new Generaliser(taxonomy, snapPoints.get(), timeZone);
        Map<Long, Long> members = transaction.members();
        Map<Long, ReportPoint> all = new HashMap<>();
        reports.forEachPoint(report -> all.put(report.id(), report));
        withdraw(transaction, generaliser, members, all);
        List<ReportPoint> waiting = new ArrayList<>(all.values());
        waiting.removeIf(report -> members.containsKey(report.id()) || !generaliser.isPublic(report));
        waiting.sort(Comparator.comparingLong(ReportPoint::id));
        LocalDate today = LocalDate.now(clock.withZone(timeZone));
        for (Level level : Level.values()) {
            waiting = release(transaction, new Stage(generaliser, level, today), waiting);
        }
    }

    /** Releases the groups that are large enough at a level; the rest goes on waiting. */
    private static List<ReportPoint> release(ReleaseChangeStore transaction, Stage stage, List<ReportPoint> waiting) {
        Map<ReleaseKey, List<ReportPoint>> groups = new TreeMap<>(ReleaseKey.ORDER);
        List<ReportPoint> rest = new ArrayList<>();
        for (ReportPoint report : waiting) {
            stage.generaliser()
                    .key(report, stage.level(), stage.today())
                    .ifPresentOrElse(
                            key -> groups.computeIfAbsent(key, unused -> new ArrayList<>())
                                    .add(report),
                            () -> rest.add(report));
        }
        groups.forEach((key, group) -> {
            long voices = voices(group);
            if (transaction.isReduced(key)) {
                return; // less and more in one step could show a difference of one: next time
            }
            if (group.size() >= K && voices >= K) {
                transaction.grow(
                        key, voices, group.stream().map(ReportPoint::id).toList());
            } else {
                rest.addAll(group);
            }
        });
        return rest;
    }

    private static void withdraw(
            ReleaseChangeStore transaction,
            Generaliser generaliser,
            Map<Long, Long> members,
            Map<Long, ReportPoint> all) {
        Map<Long, List<Long>> byRow = new TreeMap<>();
        members.forEach((report, row) -> {
            if (row != ReleaseChangeStore.NO_ROW) {
                byRow.computeIfAbsent(row, unused -> new ArrayList<>()).add(report);
            }
        });
        byRow.forEach((row, ids) -> withdraw(transaction, row, Standing.of(generaliser, ids, all)));
    }

    private static void withdraw(ReleaseChangeStore transaction, long row, Standing standing) {
        boolean tooFewLeft = standing.left().size() < K || voices(standing.left()) < K;
        if (standing.restricted() || (standing.gone().size() >= K && tooFewLeft)) {
            transaction.remove(row);
        } else if (standing.gone().size() >= K) {
            transaction.shrink(row, voices(standing.left()), standing.gone());
        }
    }

    private static long voices(List<ReportPoint> group) {
        return group.stream().mapToLong(ReportPoint::reporter).distinct().count();
    }

    private record Stage(Generaliser generaliser, Level level, LocalDate today) {}

    /** What has become of the reports of one row. */
    private record Standing(boolean restricted, List<ReportPoint> left, List<Long> gone) {

        static Standing of(Generaliser generaliser, List<Long> ids, Map<Long, ReportPoint> all) {
            List<ReportPoint> known =
                    ids.stream().map(all::get).filter(Objects::nonNull).toList();
            List<ReportPoint> left =
                    known.stream().filter(generaliser::isPublic).toList();
            Set<Long> leftIds = left.stream().map(ReportPoint::id).collect(Collectors.toSet());
            List<Long> gone = ids.stream().filter(id -> !leftIds.contains(id)).toList();
            return new Standing(known.stream().anyMatch(generaliser::isRestricted), left, gone);
        }
    }
}
