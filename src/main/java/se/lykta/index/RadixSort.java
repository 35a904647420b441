package se.lykta.index;

/**
 * A stable sort of row numbers by a column of longs, without boxing.
 *
 * <p>Least significant digit first with digits of 11 bits (Knuth, The Art of Computer Programming 3, 5.2.5): at most six
 * linear passes, and a digit that is the same in all rows costs only its counting. Ties keep their order, so sorting by id and
 * then by place gives one total order.
 */
final class RadixSort {

    private static final int DIGIT_BITS = 11;
    private static final int BUCKETS = 1 << DIGIT_BITS;

    private RadixSort() {}

    /** Sorts row numbers by their keys, ascending as signed numbers; returns the sorted array, maybe the given one. */
    static int[] sort(int[] rows, long[] keys) {
        int[] from = rows;
        int[] to = new int[rows.length];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            int[] starts = starts(rows.length, keys, from, shift);
            if (starts.length == 0) {
                continue;
            }
            for (int row : from) {
                to[starts[digit(keys[row], shift)]++] = row;
            }
            int[] swapped = from;
            from = to;
            to = swapped;
        }
        return from;
    }

    /** Where each digit's rows begin; empty if all rows have the same digit. */
    private static int[] starts(int size, long[] keys, int[] rows, int shift) {
        int[] starts = new int[BUCKETS];
        for (int row : rows) {
            starts[digit(keys[row], shift)]++;
        }
        int next = 0;
        for (int digit = 0; digit < BUCKETS; digit++) {
            int count = starts[digit];
            if (count == size) {
                return new int[0];
            }
            starts[digit] = next;
            next += count;
        }
        return starts;
    }

    private static int digit(long key, int shift) {
        return (int) ((key ^ Long.MIN_VALUE) >>> shift) & (BUCKETS - 1);
    }
}
