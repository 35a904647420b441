package se.lykta.hotspot.cells;

import java.util.Arrays;

/** A growing set of keys as one array, sorted when it is full; refuses to grow beyond a number of different keys. */
final class KeyList {

    private static final int FIRST_CAPACITY = 1024;

    private final int most;
    private long[] keys = new long[FIRST_CAPACITY];
    private int size;

    KeyList(int most) {
        this.most = most;
    }

    /** Adds a key, unless that makes too many different ones. */
    boolean add(long key) {
        if (size > 0 && keys[size - 1] == key) {
            return true;
        }
        if (size == keys.length) {
            sort();
            if (size > most) {
                return false;
            }
            keys = Arrays.copyOf(keys, Math.max(keys.length, 2 * size));
        }
        keys[size++] = key;
        return true;
    }

    /** The different keys, ascending. */
    long[] sorted() {
        sort();
        return Arrays.copyOf(keys, size);
    }

    private void sort() {
        Arrays.sort(keys, 0, size);
        int different = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[different++] = keys[i];
            }
        }
        size = different;
    }
}
