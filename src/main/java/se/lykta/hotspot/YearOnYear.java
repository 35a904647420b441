package se.lykta.hotspot;

import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Counts the reports of the last twelve months and of the twelve before, place by place.
 *
 * <p>The rule, the same for both years: the reports that the filter wants, whatever its dates, inside the outline. Both
 * years end with the window, so a filter of three months still compares with a whole year. No report counts twice: a
 * member counts for its own hotspot, any other for the best ranked outline that holds it. So {@code recent + before} may
 * exceed the number of members a little (single reports inside the outline), and does not depend on {@code from}. Used by
 * one thread.
 */
final class YearOnYear {

    private final HPRtree outlines = new HPRtree();
    private final IndexedPointInAreaLocator[] locators;
    private final int startOfRecent;
    private final int[] recent;
    private final int[] before;

    /**
     * Counters for outlines, the best ranked one first.
     *
     * @param startOfRecent first minute of the last twelve months
     */
    YearOnYear(List<Polygon> ranked, int startOfRecent) {
        this.startOfRecent = startOfRecent;
        this.recent = new int[ranked.size()];
        this.before = new int[ranked.size()];
        this.locators = new IndexedPointInAreaLocator[ranked.size()];
        for (int i = 0; i < locators.length; i++) {
            outlines.insert(ranked.get(i).getEnvelopeInternal(), i);
            locators[i] = new IndexedPointInAreaLocator(ranked.get(i));
        }
        outlines.build();
    }

    /** Counts a report of either year for the hotspot it is a member of. */
    void addMember(int hotspot, int minute) {
        if (minute >= startOfRecent) {
            recent[hotspot]++;
        } else {
            before[hotspot]++;
        }
    }

    /** Counts a report of either year that is no member, if it lies within an outline. */
    void add(double lonDeg, double latDeg, int minute) {
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

    int recent(int hotspot) {
        return recent[hotspot];
    }

    int before(int hotspot) {
        return before[hotspot];
    }
}
