package se.lykta.tile.mvt;

import java.util.Arrays;

/**
 * A number for each of some longs: an open hash table without boxes (linear probing, Fibonacci hashing; Knuth, TAOCP 3,
 * section 6.4).
 *
 * <p>Exists because a tile looks up several values for each of ten thousand features. Used by one thread.
 */
public final class LongNumbers {

    /** What {@link #find} says of a key that is not there. */
    public static final int NONE = -1;

    private static final int FIRST_BITS = 5;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[1 << FIRST_BITS];
    private int[] numbers = noNumbers(1 << FIRST_BITS);
    private int shift = Long.SIZE - FIRST_BITS;
    private int size;

    /** The number of a key, or {@link #NONE}. */
    public int find(long key) {
        return numbers[slot(key)];
    }

    /** Gives a key, which must have none, a number from 0 on. */
    public void put(long key, int number) {
        if (2 * size >= keys.length) {
            grow();
        }
        int slot = slot(key);
        keys[slot] = key;
        numbers[slot] = number;
        size++;
    }

    /** Where the key is, or the free place where it belongs. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * GOLDEN) >>> shift);
        while (numbers[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = noNumbers(keys.length);
        shift--;
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldNumbers[old] != NONE) {
                int slot = slot(oldKeys[old]);
                keys[slot] = oldKeys[old];
                numbers[slot] = oldNumbers[old];
            }
        }
    }

    private static int[] noNumbers(int length) {
        int[] numbers = new int[length];
        Arrays.fill(numbers, NONE);
        return numbers;
    }
}
