package se.lykta.hotspot.chance;

import java.util.Arrays;

/**
 * Places with so many reports that their pairs are counted without looking at each: a default geocode may hold 17 000
 * reports, 145 million pairs.
 *
 * <p>The days of such a place are sorted in every lane; the partners of a day are then a range, whose ends are found by a
 * galloping search (Bentley and Yao 1976). Used by one thread.
 */
final class CrowdedPlaces {

    /** From so many reports on sorting is cheaper than comparing. */
    private static final int CROWD = 128;

    private final PlaceRows places;
    private final DayLanes lanes;
    /** Sorted days of each crowded place, lane by lane; empty for other places. */
    private final int[][] sorted;

    CrowdedPlaces(PlaceRows places, DayLanes lanes) {
        this.places = places;
        this.lanes = lanes;
        this.sorted = new int[places.places()][];
        int[] none = {};
        for (int place = 0; place < sorted.length; place++) {
            int weight = places.weight(place);
            sorted[place] = weight < CROWD ? none : new int[Math.multiplyExact(weight, lanes.lanes)];
        }
    }

    boolean isCrowded(int place) {
        return sorted[place].length > 0;
    }

    /** Sorts anew after the lanes have changed. */
    void refresh() {
        for (int place = 0; place < sorted.length; place++) {
            int weight = places.weight(place);
            for (int lane = 0; isCrowded(place) && lane < lanes.lanes; lane++) {
                int[] days = daysOf(place, lane);
                System.arraycopy(days, 0, sorted[place], lane * weight, weight);
            }
        }
    }

    private int[] daysOf(int place, int lane) {
        int[] days = new int[places.weight(place)];
        for (int i = 0; i < days.length; i++) {
            days[i] = lanes.days[places.first[place] + i][lane];
        }
        Arrays.sort(days);
        return days;
    }

    /**
     * How many pairs of reports of two places, at least one of them crowded, lie less than {@code limit} days apart in a
     * lane; the places may be one and the same.
     */
    long pairsWithin(int place, int other, int limit, int lane) {
        boolean placeIsLarger = places.weight(place) >= places.weight(other);
        int large = placeIsLarger ? place : other;
        int small = placeIsLarger ? other : place;
        int[] probes = isCrowded(small)
                ? Arrays.copyOfRange(sorted[small], lane * places.weight(small), (lane + 1) * places.weight(small))
                : daysOf(small, lane);
        long pairs = count(sorted[large], lane * places.weight(large), places.weight(large), probes, limit);
        return place == other ? (pairs - probes.length) / 2 : pairs;
    }

    private static long count(int[] days, int start, int length, int[] probes, int limit) {
        int end = start + length;
        int from = start;
        int to = start;
        long pairs = 0;
        for (int day : probes) {
            from = gallop(days, from, end, day - limit + 1);
            to = gallop(days, Math.max(to, from), end, day + limit);
            pairs += to - from;
        }
        return pairs;
    }

    /** The first index from {@code from} on whose value is at least {@code least}, {@code end} if there is none. */
    private static int gallop(int[] days, int from, int end, int least) {
        int step = 1;
        int low = from;
        while (low + step <= end && days[low + step - 1] < least) {
            low += step;
            step <<= 1;
        }
        int high = Math.min(end, low + step - 1);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
