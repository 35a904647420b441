package se.lykta.report.csv;

/**
 * Finds the first lines that are, and that are not, well-formed UTF-8 beyond ASCII (Unicode 15, table 3-7). One pass, no
 * decoding: a state machine over the bytes. Used by one thread.
 */
final class Utf8Scan {

    private long line = 1;
    private long wellFormed;
    private long malformed;
    private long undefined;
    private long nul;
    private int missing;
    private int least;
    private int most;
    private byte last;

    void accept(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b > 0 && missing == 0) {
                line += b == '\n' ? 1 : 0;
            } else {
                unusual(b & 0xFF);
            }
        }
        last = length > 0 ? bytes[length - 1] : last;
    }

    /** The first line with a character of two or more bytes; 0 if there is none. */
    long wellFormedLine() {
        return wellFormed;
    }

    /** The first line that is no UTF-8; 0 if there is none. */
    long malformedLine() {
        return malformed;
    }

    /** The first line with a byte that Windows-1252 does not have either; 0 if there is none. */
    long undefinedLine() {
        return undefined;
    }

    /** The first line with a zero byte; 0 if there is none. */
    long nulLine() {
        return nul;
    }

    /** Says whether the last character is incomplete. */
    boolean isCut() {
        return missing > 0;
    }

    boolean endsWithNewline() {
        return last == '\n';
    }

    private void unusual(int b) {
        if (isUndefined(b) && undefined == 0) {
            undefined = line;
        }
        if (missing == 0) {
            begin(b);
        } else if (b >= least && b <= most) {
            missing--;
            least = 0x80;
            most = 0xBF;
            wellFormed = missing == 0 && wellFormed == 0 ? line : wellFormed;
        } else {
            malformed();
            begin(b);
        }
    }

    private void begin(int b) {
        if (b >= 0x80) {
            lead(b);
        } else if (b == '\n') {
            line++;
        } else if (b == 0 && nul == 0) {
            nul = line;
        }
    }

    /** The five bytes that Windows-1252 leaves free. */
    private static boolean isUndefined(int b) {
        return b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D;
    }

    private void lead(int b) {
        missing = b >= 0xF0 ? 3 : b >= 0xE0 ? 2 : 1;
        least = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        most = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        if (b < 0xC2 || b > 0xF4) {
            malformed();
        }
    }

    private void malformed() {
        missing = 0;
        malformed = malformed == 0 ? line : malformed;
    }
}
