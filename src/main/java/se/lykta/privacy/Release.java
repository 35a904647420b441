package se.lykta.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import se.lykta.place.snap.SnapPoints;
import se.lykta.report.PointView;
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
 * <p>Exclusions: what staff excluded from analysis is not released any more. What was released before goes as a report
 * does that is rejected, and for good; so this waits for {@link #updateAndWithdrawExcluded()}, which runs at night: an
 * exclusion that is undone the same day costs the public nothing.
 *
 * <p>Cost: one pass over all reports, O(n log n), which are not kept: only columns of numbers for those that wait, and
 * twelve bytes for each that was released. A second pass where a row may have to shrink. Safe for use by many threads and
 * processes: an advisory lock lets one run at a time.
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
        return store.update(transaction -> update(transaction, Generaliser::mayStay));
    }

    /** The same, and takes back what was released before it was excluded. */
    public long updateAndWithdrawExcluded() {
        return store.update(transaction -> update(transaction, Generaliser::isPublic));
    }

    private void update(ReleaseChangeStore transaction, Staying staying) {
        var generaliser = new Generaliser(taxonomy, snapPoints.get(), timeZone);
        Members members = transaction.members();
        var waiting = new Waiting();
        var standing = new Standing(generaliser, staying, members);
        reports.forEachPoint(report -> {
            if (members.placeOf(report.id()) != Members.NEVER) {
                standing.add(report);
            } else if (generaliser.isPublic(report)) {
                waiting.add(report);
            }
        });
        withdraw(transaction, members, standing);
        LocalDate today = LocalDate.now(clock.withZone(timeZone));
        int[] rest = IntStream.range(0, waiting.size()).toArray();
        for (Level level : Level.values()) {
            rest = release(transaction, waiting, Groups.of(waiting, rest, generaliser, level, today));
        }
    }

    /** Releases the groups that are large enough at a level; answers with the rest, which goes on waiting. */
    private static int[] release(ReleaseChangeStore transaction, Waiting waiting, Groups groups) {
        IntStream.Builder rest = IntStream.builder();
        Arrays.stream(groups.keyless()).forEach(rest::add);
        groups.forEach((key, group) -> {
            long voices =
                    Arrays.stream(group).mapToLong(waiting::reporter).distinct().count();
            if (transaction.isReduced(key)) {
                return; // less and more in one step could show a difference of one: next time
            }
            if (group.length >= K && voices >= K) {
                transaction.grow(
                        key, voices, Arrays.stream(group).mapToLong(waiting::id).toArray());
            } else {
                Arrays.stream(group).forEach(rest::add);
            }
        });
        return rest.build().sorted().toArray();
    }

    /**
     * Takes back what has to be. Rows of which many are gone are few: their reports are looked at once more, closely, and
     * that look alone decides.
     */
    private void withdraw(ReleaseChangeStore transaction, Members members, Standing standing) {
        Map<Integer, Closely> suspects = new TreeMap<>();
        for (int place = 0; place < members.rows(); place++) {
            if (standing.isRestricted(place)) {
                transaction.remove(members.rowNumber(place));
            } else if (standing.gone(place) >= K) {
                suspects.put(place, new Closely(standing));
            }
        }
        if (suspects.isEmpty()) {
            return;
        }
        reports.forEachPoint(report -> Optional.ofNullable(suspects.get(members.placeOf(report.id())))
                .ifPresent(closely -> closely.add(report)));
        suspects.forEach((place, closely) -> closely.withdraw(transaction, members, place));
    }

    /** Which of the released reports may stay. */
    private interface Staying {
        boolean test(Generaliser generaliser, PointView report);
    }

    /** The rows at a glance: two numbers for each. */
    private static final class Standing {

        private final Generaliser generaliser;
        private final Staying staying;
        private final Members members;
        private final int[] gone;
        private final BitSet restricted = new BitSet();

        Standing(Generaliser generaliser, Staying staying, Members members) {
            this.generaliser = generaliser;
            this.staying = staying;
            this.members = members;
            this.gone = members.counts();
        }

        void add(PointView report) {
            int place = members.placeOf(report.id());
            if (place == Members.GONE) {
                return;
            }
            if (isRestricted(report)) {
                restricted.set(place);
            }
            gone[place] -= stays(report) ? 1 : 0;
        }

        boolean isRestricted(PointView report) {
            return generaliser.isRestricted(report);
        }

        boolean stays(PointView report) {
            return staying.test(generaliser, report);
        }

        boolean isRestricted(int place) {
            return restricted.get(place);
        }

        /** How many of its reports are deleted or no longer public. */
        int gone(int place) {
            return gone[place];
        }
    }

    /** One row with all its reports. */
    private static final class Closely {

        private final Set<Long> left = new HashSet<>();
        private final Set<Long> voices = new HashSet<>();
        private final Standing standing;
        private boolean restricted;

        Closely(Standing standing) {
            this.standing = standing;
        }

        void add(PointView report) {
            restricted |= standing.isRestricted(report);
            if (standing.stays(report)) {
                left.add(report.id());
                voices.add(report.reporter());
            }
        }

        void withdraw(ReleaseChangeStore transaction, Members members, int place) {
            long[] gone = Arrays.stream(members.reportsOf(place))
                    .filter(id -> !left.contains(id))
                    .toArray();
            boolean tooFewLeft = left.size() < K || voices.size() < K;
            if (restricted || (gone.length >= K && tooFewLeft)) {
                transaction.remove(members.rowNumber(place));
            } else if (gone.length >= K) {
                transaction.shrink(members.rowNumber(place), voices.size(), gone);
            }
        }
    }
}
