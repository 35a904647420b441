package se.lykta.index;

/**
 * Summaries of consecutive groups of rows, so that many groups in a row are told by two look-ups.
 *
 * <p>Idea: counters and sums are kept as sums over all groups before, so those of a range are one difference; extremes can't
 * be subtracted and are looked through. Used twice: for the blocks of a leaf and for the leaves of a snapshot. O(1) for a
 * mass, O(groups in the range) simple steps for a summary. Written by one thread while it is made, never afterwards.
 */
final class Prefixes {

    private static final int EXTREMES = 5;

    private final int[] counters;
    private final long[] sums;
    private final int[] extremes;

    /** For so many groups, to be set in order. */
    Prefixes(int groups) {
        counters = new int[(groups + 1) * Summary.COUNTERS];
        sums = new long[(groups + 1) * 2];
        extremes = new int[groups * EXTREMES];
    }

    /** Sets a group; the ones before must be set. */
    void set(int group, Summary summary) {
        int at = group * Summary.COUNTERS;
        for (int i = 0; i < Summary.COUNTERS; i++) {
            counters[at + Summary.COUNTERS + i] = counters[at + i] + summary.counters[i];
        }
        sums[2 * group + 2] = sums[2 * group] + summary.sumX;
        sums[2 * group + 3] = sums[2 * group + 1] + summary.sumY;
        int to = group * EXTREMES;
        extremes[to] = summary.newestMinute;
        extremes[to + 1] = summary.minX;
        extremes[to + 2] = summary.minY;
        extremes[to + 3] = summary.maxX;
        extremes[to + 4] = summary.maxY;
    }

    /** Adds the groups {@code first..end-1}. */
    void addTo(Mass mass, int first, int end) {
        mass.count +=
                counters[end * Summary.COUNTERS + Summary.COUNT] - counters[first * Summary.COUNTERS + Summary.COUNT];
        mass.sumX += sums[2 * end] - sums[2 * first];
        mass.sumY += sums[2 * end + 1] - sums[2 * first + 1];
    }

    /** Adds the groups {@code first..end-1}. */
    void addTo(Summary summary, int first, int end) {
        if (first >= end) {
            return;
        }
        int start = first * Summary.COUNTERS;
        int stop = end * Summary.COUNTERS;
        for (int i = 0; i < Summary.COUNTERS; i++) {
            summary.counters[i] += counters[stop + i] - counters[start + i];
        }
        summary.sumX += sums[2 * end] - sums[2 * first];
        summary.sumY += sums[2 * end + 1] - sums[2 * first + 1];
        for (int at = first * EXTREMES; at < end * EXTREMES; at += EXTREMES) {
            summary.newestMinute = Math.max(summary.newestMinute, extremes[at]);
            summary.minX = Math.min(summary.minX, extremes[at + 1]);
            summary.minY = Math.min(summary.minY, extremes[at + 2]);
            summary.maxX = Math.max(summary.maxX, extremes[at + 3]);
            summary.maxY = Math.max(summary.maxY, extremes[at + 4]);
        }
    }
}
