package se.lykta.hotspot.facts;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Counts the reports of the last years place by place.
 *
 * <p>The rule is the same for all years: the reports that the filter wants, whatever its dates, inside the outline. The
 * years end with the window, so a filter of three months still compares with whole years. No report counts twice: a member
 * counts for its own hotspot, any other for the best ranked outline that holds it. So a year may have a little more than
 * its members (single reports inside the outline). Used by one thread.
 */
public final class Timeline {

    /** How many years are looked at. */
    static final int MOST_YEARS = 4;

    private static final int MONTHS_OF_A_YEAR = 12;
    private static final int MONTHS_OF_A_SEASON = 3;

    /** A year counts as known if the data begin at most so many minutes after it does: ten days. */
    private static final int LATE_MINUTES = 14_400;

    private final HPRtree outlines = new HPRtree();
    private final IndexedPointInAreaLocator[] locators;
    private final int[] yearStarts;
    private final int seasonStart;
    private final int seasonBeforeStart;
    private final int seasonBeforeEnd;
    private final int end;
    private final int[][] years;
    private final int[] season;
    private final int[] seasonBefore;

    /**
     * Counters for outlines, the best ranked one first.
     *
     * @param window whose end is that of the last year
     * @param oldestMinute when the oldest report of the data was made
     */
    public Timeline(List<Polygon> ranked, Window window, int oldestMinute) {
        this.end = window.endMinute();
        this.yearStarts = yearStarts(window, oldestMinute);
        this.seasonStart = window.lastMonths(MONTHS_OF_A_SEASON).fromMinute();
        Window yearBefore = new Window(
                window.from(), window.lastMonths(MONTHS_OF_A_YEAR).from().minusDays(1), window.zone());
        this.seasonBeforeStart = yearBefore.lastMonths(MONTHS_OF_A_SEASON).fromMinute();
        this.seasonBeforeEnd = yearBefore.endMinute();
        this.years = new int[ranked.size()][yearStarts.length];
        this.season = new int[ranked.size()];
        this.seasonBefore = new int[ranked.size()];
        this.locators = new IndexedPointInAreaLocator[ranked.size()];
        for (int i = 0; i < locators.length; i++) {
            outlines.insert(ranked.get(i).getEnvelopeInternal(), i);
            locators[i] = new IndexedPointInAreaLocator(ranked.get(i));
        }
        outlines.build();
    }

    /** The starts of the years that the data know, the oldest first; of the last one at least. */
    private static int[] yearStarts(Window window, int oldestMinute) {
        int known = 1;
        while (known < MOST_YEARS
                && window.lastMonths(MONTHS_OF_A_YEAR * (known + 1)).fromMinute() + LATE_MINUTES >= oldestMinute) {
            known++;
        }
        int[] starts = new int[known];
        for (int i = 0; i < known; i++) {
            starts[i] = window.lastMonths(MONTHS_OF_A_YEAR * (known - i)).fromMinute();
        }
        return starts;
    }

    /** The first minute that is counted. */
    public int fromMinute() {
        return yearStarts[0];
    }

    /** The minute after the last that is counted. */
    public int endMinute() {
        return end;
    }

    /** Counts a report for the hotspot it is a member of. */
    public void addMember(int hotspot, int minute) {
        int after = Arrays.binarySearch(yearStarts, minute);
        int year = after >= 0 ? after : -after - 2;
        if (year >= 0 && minute < end) {
            years[hotspot][year]++;
            season[hotspot] += minute >= seasonStart ? 1 : 0;
            seasonBefore[hotspot] += minute >= seasonBeforeStart && minute < seasonBeforeEnd ? 1 : 0;
        }
    }

    /** Counts a report that is no member, if it lies within an outline. */
    public void add(double lonDeg, double latDeg, int minute) {
        var position = new Coordinate(lonDeg, latDeg);
        int[] best = {Integer.MAX_VALUE};
        outlines.query(new Envelope(position), item -> {
            int hotspot = (Integer) item;
            if (hotspot < best[0] && locators[hotspot].locate(position) != Location.EXTERIOR) {
                best[0] = hotspot;
            }
        });
        if (best[0] < locators.length) {
            addMember(best[0], minute);
        }
    }

    /** The course of a hotspot. */
    public Course course(int hotspot) {
        return new Course(Arrays.stream(years[hotspot]).boxed().toList(), season[hotspot], seasonBefore[hotspot]);
    }
}
