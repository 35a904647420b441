package se.lykta.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the clock on the wall shows at a minute of UTC, in one time zone.
 *
 * <p>Exists because the read index needs the local hour of millions of reports: the changes of the clock until
 * {@value #LAST_YEAR} are looked up once, so an answer is one binary search and allocates nothing. Later years keep
 * the last offset. Immutable.
 */
public final class ZoneClock {

    /** Hours of a week. */
    public static final int HOURS_PER_WEEK = 168;

    private static final int LAST_YEAR = 2200;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;
    /** 1970-01-01 was a Thursday: three days after a Monday. */
    private static final int FIRST_HOUR = 72;

    /** First minute of each period of one offset but the first, ascending. */
    private final int[] starts;

    /** Offset in seconds of each period, one more than {@link #starts}. */
    private final int[] offsets;

    /** The clock of a zone. */
    public ZoneClock(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffsetTransition> changes = changes(rules);
        starts = new int[changes.size()];
        offsets = new int[changes.size() + 1];
        offsets[0] = (changes.isEmpty()
                        ? rules.getOffset(Instant.EPOCH)
                        : changes.get(0).getOffsetBefore())
                .getTotalSeconds();
        for (int i = 0; i < starts.length; i++) {
            ZoneOffsetTransition change = changes.get(i);
            starts[i] = Math.toIntExact(-Math.floorDiv(-change.toEpochSecond(), (long) SECONDS_PER_MINUTE));
            offsets[i + 1] = change.getOffsetAfter().getTotalSeconds();
        }
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules) {
        Instant end = LocalDate.of(LAST_YEAR, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(Instant.EPOCH);
        while (next != null && next.getInstant().isBefore(end)) {
            changes.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        return changes;
    }

    /**
     * Minutes on the wall since 1970-01-01T00:00 there.
     *
     * @param minute minutes since 1970-01-01T00:00Z; before that the first offset holds
     */
    public int localMinute(int minute) {
        int found = Arrays.binarySearch(starts, minute);
        int period = found >= 0 ? found + 1 : -found - 1;
        return (int) Math.floorDiv((long) minute * SECONDS_PER_MINUTE + offsets[period], (long) SECONDS_PER_MINUTE);
    }

    /** The hour of the week on the wall, 0..167: Monday 00 is 0, Sunday 23 is 167. */
    public int hourOfWeek(int minute) {
        return Math.floorMod(Math.floorDiv(localMinute(minute), MINUTES_PER_HOUR) + FIRST_HOUR, HOURS_PER_WEEK);
    }
}
