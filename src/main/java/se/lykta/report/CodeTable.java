package se.lykta.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Finds the value of a code by its bytes, without making a text of them: a hash table with linear probing, at most a
 * quarter full. Codes are those of the closed lists, ASCII. Immutable.
 */
final class CodeTable<T> {

    private static final int ROOM = 4;
    private static final int MULTIPLIER = 31;

    private final byte[][] codes;
    private final Object[] values;

    /** A table of these codes. */
    CodeTable(Map<String, T> known) {
        int size = Integer.highestOneBit(Math.max(1, known.size()) * ROOM) * 2;
        codes = new byte[size][];
        values = new Object[size];
        Arrays.setAll(codes, i -> new byte[0]);
        known.forEach((code, value) -> {
            byte[] bytes = code.getBytes(StandardCharsets.US_ASCII);
            int slot = slot(bytes, 0, bytes.length);
            codes[slot] = bytes;
            values[slot] = value;
        });
    }

    /** The value of the code that lies at these bytes. */
    @SuppressWarnings("unchecked") // only values of this type are put in
    T get(byte[] bytes, int first, int length) {
        int slot = slot(bytes, first, length);
        if (length == 0 || codes[slot].length == 0) {
            throw new IllegalStateException("the database knows the code "
                    + new String(bytes, first, length, StandardCharsets.UTF_8) + ", this program does not");
        }
        return (T) values[slot];
    }

    /** Where the code is, or the free slot where it would be. */
    private int slot(byte[] bytes, int first, int length) {
        int hash = length;
        for (int i = first; i < first + length; i++) {
            hash = MULTIPLIER * hash + bytes[i];
        }
        int slot = (hash ^ (hash >>> Byte.SIZE)) & (codes.length - 1);
        while (codes[slot].length != 0
                && !Arrays.equals(codes[slot], 0, codes[slot].length, bytes, first, first + length)) {
            slot = (slot + 1) & (codes.length - 1);
        }
        return slot;
    }
}
