package se.lykta.hotspot.chance;

import java.util.Arrays;

/**
 * Counts pairs of reports by band of distance and limit of days, in all lanes at once.
 *
 * <p>A pair that lies less than so many days apart is counted by the sign of a difference, without a branch, so the loop
 * over lanes is one of vector instructions. Counts of distance have one class more than there are bands: class 0 holds
 * what is nearer than the first band, so that an unlimited last band is all pairs less those that were counted. Used by
 * one thread.
 */
final class KnoxCount {

    /** The counters of lanes are ints: emptied into longs before they can overflow. */
    private static final int MOST_COUNTED = 1 << 30;

    private final PlaceRows places;
    private final DayLanes lanes;
    private final CrowdedPlaces crowded;
    private final KnoxBands bands;
    private final Distance distance;
    /** The limits of days that some pairs keep and others don't. */
    private final int[] limits;

    /** Counters of each class and limit, lane by lane. */
    private final int[][] counters;

    private final long[][] totals;
    /** All pairs of each class, however far apart in time. */
    private final long[] pairs;

    private int counted;

    KnoxCount(PlaceRows places, DayLanes lanes, KnoxBands bands, Distance distance, int[] limits) {
        this.places = places;
        this.lanes = lanes;
        this.crowded = new CrowdedPlaces(places, lanes);
        this.bands = bands;
        this.distance = distance;
        this.limits = limits;
        this.counters = new int[(bands.distanceBands() + 1) * limits.length][lanes.lanes];
        this.totals = new long[counters.length][lanes.lanes];
        this.pairs = new long[bands.distanceBands() + 1];
    }

    /** Counts anew, from what the lanes hold now: one step of {@code course}. */
    void run(LongRun course) {
        for (long[] total : totals) {
            Arrays.fill(total, 0);
        }
        Arrays.fill(pairs, 0);
        crowded.refresh();
        if (bands.reach() > 0) {
            for (int place = 0; place < places.places(); place++) {
                samePlace(place);
            }
            places.closePairs(distance, course, this::differentPlaces);
        }
        flush();
        course.step();
    }

    /** All pairs of a class. */
    long pairs(int distanceClass) {
        return pairs[distanceClass];
    }

    /** Pairs of a class that are less than a limit of days apart, in a lane. */
    long within(int distanceClass, int limit, int lane) {
        return totals[distanceClass * limits.length + limit][lane];
    }

    private void samePlace(int place) {
        int distanceClass = bands.bandOf(0) + 1;
        int weight = places.weight(place);
        pairs[distanceClass] += (long) weight * (weight - 1) / 2;
        if (crowded.isCrowded(place)) {
            addCrowded(place, place, distanceClass);
            return;
        }
        for (int a = places.first[place]; a < places.first[place + 1]; a++) {
            for (int b = a + 1; b < places.first[place + 1]; b++) {
                add(a, b, distanceClass);
            }
        }
    }

    private void differentPlaces(int place, int other, double metres) {
        int distanceClass = bands.bandOf(metres) + 1;
        pairs[distanceClass] += (long) places.weight(place) * places.weight(other);
        if (crowded.isCrowded(place) || crowded.isCrowded(other)) {
            addCrowded(place, other, distanceClass);
            return;
        }
        for (int a = places.first[place]; a < places.first[place + 1]; a++) {
            for (int b = places.first[other]; b < places.first[other + 1]; b++) {
                add(a, b, distanceClass);
            }
        }
    }

    private void add(int slotA, int slotB, int distanceClass) {
        int target = distanceClass * limits.length;
        for (int limit : limits) {
            compare(lanes.days[slotA], lanes.days[slotB], limit, counters[target++]);
        }
        if (++counted == MOST_COUNTED) {
            flush();
        }
    }

    private static void compare(int[] days, int[] others, int limit, int[] counters) {
        for (int lane = 0; lane < counters.length; lane++) {
            counters[lane] += (Math.abs(days[lane] - others[lane]) - limit) >>> 31;
        }
    }

    private void addCrowded(int place, int other, int distanceClass) {
        LongRun.check();
        for (int limit = 0; limit < limits.length; limit++) {
            long[] total = totals[distanceClass * limits.length + limit];
            for (int lane = 0; lane < lanes.lanes; lane++) {
                total[lane] += crowded.pairsWithin(place, other, limits[limit], lane);
            }
        }
    }

    private void flush() {
        for (int i = 0; i < counters.length; i++) {
            for (int lane = 0; lane < lanes.lanes; lane++) {
                totals[i][lane] += counters[i][lane];
            }
            Arrays.fill(counters[i], 0);
        }
        counted = 0;
    }
}
