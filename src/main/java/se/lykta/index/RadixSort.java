package se.lykta.index;

import java.util.Arrays;

/**
 * A stable sort of keys with an int each, in place of the two arrays, without boxing.
 *
 * <p>Least significant digit first with digits of 11 bits (Knuth, The Art of Computer Programming 3, 5.2.5). Bits that are
 * the same in all keys are found first, and digits made of them alone cost nothing; so keys of a small area sort in two or
 * three passes. O(n) time, O(n) room.
 */
final class RadixSort {

    private static final int DIGIT_BITS = 11;
    private static final int BUCKETS = 1 << DIGIT_BITS;

    /** Below this many keys, counting 2048 buckets costs more than comparing. */
    private static final int FEW = 64;

    private RadixSort() {}

    /** Sorts {@code keys[first..end-1]} ascending as signed numbers and moves the values along; ties keep their order. */
    static void sort(long[] keys, int[] values, int first, int end) {
        if (end - first < FEW) {
            insert(keys, values, first, end);
            return;
        }
        long varying = varying(keys, first, end);
        if (varying == 0) {
            return;
        }
        long[] otherKeys = new long[end - first];
        int[] otherValues = new int[end - first];
        int[] starts = new int[BUCKETS];
        for (int shift = Long.numberOfTrailingZeros(varying); shift < Long.SIZE; shift += DIGIT_BITS) {
            if (digit(varying ^ Long.MIN_VALUE, shift) != 0) {
                count(keys, first, end, shift, starts);
                for (int i = first; i < end; i++) {
                    int to = starts[digit(keys[i], shift)]++;
                    otherKeys[to] = keys[i];
                    otherValues[to] = values[i];
                }
                System.arraycopy(otherKeys, 0, keys, first, end - first);
                System.arraycopy(otherValues, 0, values, first, end - first);
            }
        }
    }

    private static void insert(long[] keys, int[] values, int first, int end) {
        for (int i = first + 1; i < end; i++) {
            long key = keys[i];
            int value = values[i];
            int at = i;
            for (; at > first && keys[at - 1] > key; at--) {
                keys[at] = keys[at - 1];
                values[at] = values[at - 1];
            }
            keys[at] = key;
            values[at] = value;
        }
    }

    /** The bits that are not the same in all keys; 0 also if the keys are sorted already, so that nothing is to be done. */
    private static long varying(long[] keys, int first, int end) {
        long varying = 0;
        boolean sorted = true;
        for (int i = first + 1; i < end; i++) {
            varying |= keys[i] ^ keys[first];
            sorted &= keys[i - 1] <= keys[i];
        }
        return sorted ? 0 : varying;
    }

    /** Where each digit's keys begin. */
    private static void count(long[] keys, int first, int end, int shift, int[] starts) {
        Arrays.fill(starts, 0);
        for (int i = first; i < end; i++) {
            starts[digit(keys[i], shift)]++;
        }
        int next = 0;
        for (int digit = 0; digit < BUCKETS; digit++) {
            int size = starts[digit];
            starts[digit] = next;
            next += size;
        }
    }

    /** A digit of a signed number: the sign is turned so that negative ones come first. */
    private static int digit(long key, int shift) {
        return (int) ((key ^ Long.MIN_VALUE) >>> shift) & (BUCKETS - 1);
    }
}
