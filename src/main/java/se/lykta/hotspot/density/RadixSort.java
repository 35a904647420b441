package se.lykta.hotspot.density;

/**
 * Sorts numbers 0..n-1 by primitive keys, from the least digit up: the JDK can't without one object a number.
 *
 * <p>Stable and linear: a pass of counting and one of moving for every 11 bits that are in use. Keys count as unsigned.
 */
final class RadixSort {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private RadixSort() {}

    /** The order that makes the keys ascend. */
    static int[] order(long[] keys) {
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return sorted(order, keys);
    }

    /** The same numbers, sorted by their keys; those of equal keys stay in order. */
    static int[] sorted(int[] numbers, long[] keys) {
        long used = 0;
        for (int number : numbers) {
            used |= keys[number];
        }
        int[] from = numbers.clone();
        int[] into = new int[numbers.length];
        for (int shift = 0; shift < Long.SIZE && used >>> shift != 0; shift += DIGIT_BITS) {
            move(keys, from, into, shift);
            int[] swap = from;
            from = into;
            into = swap;
        }
        return from;
    }

    /** A key for a number: keys ascend as the numbers do; 0.0 and -0.0 have the same one. */
    static long key(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }

    /** A key for a whole number. */
    static long key(long value) {
        return value ^ Long.MIN_VALUE;
    }

    private static void move(long[] keys, int[] from, int[] into, int shift) {
        int[] next = new int[DIGITS + 1];
        for (int number : from) {
            next[digit(keys[number], shift) + 1]++;
        }
        for (int digit = 1; digit < DIGITS; digit++) {
            next[digit] += next[digit - 1];
        }
        for (int number : from) {
            into[next[digit(keys[number], shift)]++] = number;
        }
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (DIGITS - 1);
    }
}
