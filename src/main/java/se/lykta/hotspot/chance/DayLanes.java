package se.lykta.hotspot.chance;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The days of all reports in many versions side by side: the true ones and random permutations of them.
 *
 * <p>The versions of one report lie side by side in memory, so that a pair of reports is compared in all versions by vector
 * instructions. Days count from the earliest one. Used by one thread.
 */
final class DayLanes {

    /** Enough for long loops of vectors, and for finding each pair of reports only a few times. */
    private static final int MOST_LANES = 256;

    /** At most so many days are held at once (64 MB), unless a single vector of lanes needs more. */
    private static final int MOST_DAYS = 1 << 24;

    private static final int FEWEST_LANES = 8;

    final int lanes;
    /** The days of each slot. One array a slot: in one array for all, HotSpot would not make vectors of two stretches. */
    final int[][] days;

    private final int[] slot;
    private final int[] truth;
    private final int[] sorted;

    /** Room for the days of places' points; {@code day} is by row of the input. */
    DayLanes(PlaceRows places, int[] day) {
        int n = places.order.length;
        int fitting = Math.max(FEWEST_LANES, MOST_DAYS / Math.max(1, n));
        lanes = Math.min(MOST_LANES, Integer.highestOneBit(fitting));
        days = new int[n][lanes];
        slot = places.slot;
        int earliest = Arrays.stream(day).min().orElse(0);
        truth = Arrays.stream(places.order).map(row -> day[row] - earliest).toArray();
        sorted = truth.clone();
        Arrays.sort(sorted);
    }

    /** The latest day. */
    int span() {
        return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    }

    /** Puts the days as they are into a lane. */
    void showTruth(int lane) {
        show(truth, lane);
    }

    /** Puts the days in random order into a lane. */
    void showShuffled(int lane, SplittableRandom random) {
        int[] shuffled = sorted.clone();
        MonteCarlo.shuffle(shuffled, random);
        show(shuffled, lane);
    }

    private void show(int[] version, int lane) {
        for (int i = 0; i < version.length; i++) {
            days[slot[i]][lane] = version[i];
        }
    }

    /** How many pairs of reports lie less than {@code limit} days apart: the same in every version. */
    long pairsWithin(long limit) {
        long pairs = 0;
        int from = 0;
        for (int i = 0; i < sorted.length; i++) {
            while (from < i && sorted[i] - sorted[from] >= limit) {
                from++;
            }
            pairs += i - from;
        }
        return pairs;
    }
}
