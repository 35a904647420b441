package se.lykta.index;

/**
 * Counters and extremes of consecutive groups of rows, so that many groups in a row are told by few look-ups.
 *
 * <p>Idea: counters are kept as sums over all groups before, so those of a range are one difference; extremes can't be
 * subtracted, so they are kept for each group and for each {@value #FAN} groups, and looked through. Used twice: for the
 * blocks of a leaf and for the leaves of a snapshot. O(1) for a count, O(groups / {@value #FAN}) simple steps for a
 * summary. Written by one thread while it is made, never afterwards.
 */
final class Prefixes {

    private static final int FAN = 16;

    private final int[] counters;
    private final Extremes narrow;
    private final Extremes wide;

    /** For so many groups, to be set in order. */
    Prefixes(int groups) {
        counters = new int[(groups + 1) * Summary.COUNTERS];
        narrow = new Extremes(groups);
        wide = new Extremes((groups + FAN - 1) / FAN);
    }

    /** Sets a group; the ones before must be set. */
    void set(int group, Summary summary) {
        int at = group * Summary.COUNTERS;
        for (int i = 0; i < Summary.COUNTERS; i++) {
            counters[at + Summary.COUNTERS + i] = counters[at + i] + summary.counters[i];
        }
        narrow.include(group, summary.extremes);
        wide.include(group / FAN, summary.extremes);
    }

    /** How many reports are in the groups before. */
    int countBefore(int group) {
        return counters[group * Summary.COUNTERS + Summary.COUNT];
    }

    /** Says whether no report of a group can widen extremes. */
    boolean isWithin(Extremes extremes, int group) {
        return narrow.isWithin(extremes, group);
    }

    /** Adds the groups {@code first..end-1}, but not their sums. */
    void addTo(Summary summary, int first, int end) {
        if (first >= end) {
            return;
        }
        int start = first * Summary.COUNTERS;
        int stop = end * Summary.COUNTERS;
        for (int i = 0; i < Summary.COUNTERS; i++) {
            summary.counters[i] += counters[stop + i] - counters[start + i];
        }
        int firstWide = (first + FAN - 1) / FAN;
        int endWide = end / FAN;
        if (firstWide < endWide) {
            narrow.addTo(summary.extremes, first, firstWide * FAN);
            wide.addTo(summary.extremes, firstWide, endWide);
            narrow.addTo(summary.extremes, endWide * FAN, end);
        } else {
            narrow.addTo(summary.extremes, first, end);
        }
    }
}
