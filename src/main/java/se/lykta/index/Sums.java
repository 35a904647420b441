package se.lykta.index;

/**
 * Sums of coordinates over consecutive groups of rows: those of a range are one difference.
 *
 * <p>Written by one thread while it is made, never afterwards.
 */
final class Sums {

    private final long[] before;

    /** For so many groups, to be set in order. */
    Sums(int groups) {
        before = new long[2 * groups + 2];
    }

    /** Sets a group; the ones before must be set. */
    void set(int group, long x, long y) {
        before[2 * group + 2] = before[2 * group] + x;
        before[2 * group + 3] = before[2 * group + 1] + y;
    }

    /** Adds the groups {@code first..end-1}. */
    void addTo(Aggregate into, int first, int end) {
        into.addSums(before[2 * end] - before[2 * first], before[2 * end + 1] - before[2 * first + 1]);
    }
}
