package se.lykta.report;

import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Taxonomy;

/**
 * Finds the bit of a cause by the bytes of its code, a letter and two digits: an array of all 2600 such codes.
 *
 * <p>A cause that the taxonomy no longer has does not hide its report: what is left counts, or else "other". Immutable.
 */
final class CauseCodes {

    private static final String OTHER = "E19";
    private static final int LETTERS = 26;
    private static final int NUMBERS = 100;
    private static final int TEN = 10;
    private static final int LENGTH = 3;

    private final long[] masks = new long[LETTERS * NUMBERS];
    private final long other;

    CauseCodes(Taxonomy taxonomy) {
        for (Cause cause : taxonomy.causes()) {
            String code = cause.code();
            int number = Integer.parseInt(code.substring(1));
            masks[(code.charAt(0) - 'A') * NUMBERS + number] = cause.mask();
        }
        other = taxonomy.getCause(OTHER).mask();
    }

    /** The mask of the code at these bytes, 0 if it is none we know. */
    long mask(byte[] bytes, int first, int length) {
        if (length != LENGTH) {
            return 0;
        }
        int letter = bytes[first] - 'A';
        int tens = bytes[first + 1] - '0';
        int ones = bytes[first + 2] - '0';
        boolean isCode = letter >= 0 && letter < LETTERS && tens >= 0 && tens < TEN && ones >= 0 && ones < TEN;
        return isCode ? masks[letter * NUMBERS + TEN * tens + ones] : 0;
    }

    /** The mask, or that of "other" if it is empty. */
    long orOther(long mask) {
        return mask != 0 ? mask : other;
    }
}
