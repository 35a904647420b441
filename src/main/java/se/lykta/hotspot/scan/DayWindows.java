package se.lykta.hotspot.scan;

import java.util.Arrays;

/**
 * The cases of a growing circle by day, and the times that a new case can have made interesting.
 *
 * <p>Only times that begin and end on a day with a case matter: a longer one expects more and has no more. And only times
 * that hold one of the new cases: all others were seen in a smaller circle, which expects less. Used by one thread.
 */
final class DayWindows {

    private final int[] countByDay;
    /** Cases of all places before each day: the same however the days are dealt out. */
    private final int[] allBefore;

    private final int maxDays;
    private final boolean ongoing;
    private int[] present = new int[16];
    private int presentDays;
    private int cases;

    /** Who looks at times. */
    interface Times {
        /** Says whether a time with at most so many cases inside and at least so many everywhere can be of interest. */
        boolean mayMatter(int insideAtMost, int everywhereAtLeast);

        /** Tells cases inside, and of all places in that time. */
        void seen(int first, int last, int inside, int everywhere);
    }

    /**
     * Counters for days 0..span.
     *
     * @param days the days of all cases
     */
    DayWindows(int[] days, int span, SpaceTimeOptions options) {
        this.countByDay = new int[span + 1];
        this.allBefore = new int[span + 2];
        this.maxDays = options.maxDays();
        this.ongoing = options.ongoing();
        for (int day : days) {
            allBefore[day + 1]++;
        }
        Arrays.parallelPrefix(allBefore, Integer::sum);
    }

    void clear() {
        for (int i = 0; i < presentDays; i++) {
            countByDay[present[i]] = 0;
        }
        presentDays = 0;
        cases = 0;
    }

    /** All cases of the circle, whenever they are. */
    int cases() {
        return cases;
    }

    void add(int day) {
        cases++;
        if (countByDay[day]++ > 0) {
            return;
        }
        if (presentDays == present.length) {
            present = Arrays.copyOf(present, 2 * presentDays);
        }
        int at = -1 - Arrays.binarySearch(present, 0, presentDays, day);
        System.arraycopy(present, at, present, at + 1, presentDays - at);
        present[at] = day;
        presentDays++;
    }

    /** Shows all times that hold a day on which there is a case. */
    void around(int day, Times times) {
        int at = Arrays.binarySearch(present, 0, presentDays, day);
        int later = ongoing ? laterCases(at, Integer.MAX_VALUE) : laterCases(at, maxDays);
        int left = 0;
        for (int from = at; from >= 0 && day - present[from] < maxDays; from--) {
            left += countByDay[present[from]];
            if (ongoing) {
                untilTheEnd(present[from], left + later, times);
            } else if (times.mayMatter(left + later, allBefore[day + 1] - allBefore[present[from]])) {
                untilEachCase(from, left, at, times);
            }
        }
    }

    private void untilEachCase(int from, int left, int at, Times times) {
        int first = present[from];
        int inside = left;
        for (int to = at; to < presentDays && present[to] - first < maxDays; to++) {
            inside += to > at ? countByDay[present[to]] : 0;
            times.seen(first, present[to], inside, allBefore[present[to] + 1] - allBefore[first]);
        }
    }

    private void untilTheEnd(int first, int inside, Times times) {
        int end = countByDay.length - 1;
        if (end - first < maxDays) {
            times.seen(first, end, inside, allBefore[end + 1] - allBefore[first]);
        }
    }

    /** Cases on days after a present one that are less than so many days later. */
    private int laterCases(int at, int limit) {
        int later = 0;
        for (int to = at + 1; to < presentDays && present[to] - present[at] < limit; to++) {
            later += countByDay[present[to]];
        }
        return later;
    }
}
