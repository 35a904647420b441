package se.lykta.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.lykta.geo.LonLat;
import se.lykta.place.snap.SnapPoints;
import se.lykta.report.PointView;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Taxonomy;

/**
 * Says what is left of a report at each level. Pure: no clock, no tables.
 *
 * <p>The cause is the group that most of the report's causes belong to, the first letter among equals. A positive place
 * stays positive at every level: as "other" it would count against the place.
 */
final class Generaliser {

    private final Taxonomy taxonomy;
    private final SnapPoints snapPoints;
    private final ZoneId timeZone;

    Generaliser(Taxonomy taxonomy, SnapPoints snapPoints, ZoneId timeZone) {
        this.taxonomy = taxonomy;
        this.snapPoints = snapPoints;
        this.timeZone = timeZone;
    }

    /** Says whether a report may be shown in public at all: not one whose position, say, is known to be wrong. */
    boolean isPublic(PointView report) {
        return mayStay(report) && !report.excluded();
    }

    /** Says whether a report that was shown may go on being shown until the excluded ones are taken back. */
    boolean mayStay(PointView report) {
        return report.state().counts() && report.causes() != 0 && !isRestricted(report);
    }

    /** Says whether a report has a cause that is never a public point. */
    boolean isRestricted(PointView report) {
        return (report.causes() & taxonomy.restrictedMask()) != 0;
    }

    /** The report as it would be shown at a level; empty if it may not be shown at it (yet). */
    Optional<ReleaseKey> key(PointView report, Level level, LocalDate today) {
        LocalDate day = Instant.ofEpochSecond(report.occurredMinute() * 60L)
                .atZone(timeZone)
                .toLocalDate();
        LocalDate firstDay = level.firstDay(day);
        if (!level.open(firstDay, today)) {
            return Optional.empty();
        }
        int firstMinute = Math.toIntExact(firstDay.atStartOfDay(timeZone).toEpochSecond() / 60);
        return place(report, level)
                .map(place -> new ReleaseKey(level, place, cause(report, level), firstMinute, state(report)));
    }

    private Optional<LonLat> place(PointView report, Level level) {
        var exact = new LonLat(report.lonDeg(), report.latDeg());
        return snapPoints.snap(exact, level.scale());
    }

    private String cause(PointView report, Level level) {
        Map<String, Long> counts = taxonomy.causesOf(report.causes()).stream()
                .collect(Collectors.groupingBy(Cause::group, TreeMap::new, Collectors.counting()));
        String group = counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
        String shown = level == Level.YEAR_ANY_CAUSE ? "E" : group;
        return (report.causes() & taxonomy.positiveMask()) != 0 ? positive(report) : shown + "00";
    }

    private String positive(PointView report) {
        return taxonomy.causesOf(report.causes() & taxonomy.positiveMask())
                .get(0)
                .code();
    }

    /** Three groups: still open, done, closed for another reason. */
    private static String state(PointView report) {
        Function<ReportState, ReportState> group = state -> switch (state) {
            case DONE, FOLLOWED_UP -> ReportState.DONE;
            case HANDED_OVER, NOT_ACTIONED, NO_LONGER_RELEVANT -> ReportState.NO_LONGER_RELEVANT;
            default -> ReportState.PUBLISHED;
        };
        return group.apply(report.state()).code();
    }
}
