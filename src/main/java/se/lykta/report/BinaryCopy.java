package se.lykta.report;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads what {@code COPY … TO STDOUT (FORMAT binary)} sends (PostgreSQL manual, <em>COPY</em>, "Binary Format"): a
 * signature, flags and an extension; then rows of a field count and fields of a length and that many bytes, all
 * big-endian, null as length -1; then -1 instead of a field count.
 *
 * <p>Exists because a million rows through a result set cost an object per value. Messages hold whole rows, as the
 * protocol promises. Every length is checked before it is believed: bytes that are no such stream end in an
 * {@link IllegalStateException} and never in a wrong row or memory of their choosing. Used by one thread.
 */
final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int TRAILER = -1;
    /** Flags of which a reader must understand every one; the only one known is for rows with OIDs, gone since 2019. */
    private static final int CRITICAL_FLAGS = 0xFFFF0000;

    private static final VarHandle INT8 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT4 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT2 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private byte[] message = {};
    private int at;
    private boolean started;
    private boolean ended;

    /** Goes on with the next message; the last one must have been read to its end. */
    void take(byte[] next) {
        if (at != message.length) {
            throw broken("a row ends before its message");
        }
        message = next;
        at = 0;
        if (!started) {
            header();
            started = true;
        }
    }

    /** Goes to the next row of the message, if there is one; its fields are then read in order. */
    boolean nextRow(int fields) {
        if (at == message.length) {
            return false;
        }
        if (ended) {
            throw broken("something follows the end");
        }
        int count = int2();
        if (count == TRAILER) {
            ended = true;
            return false;
        }
        if (count != fields) {
            throw broken(count + " fields instead of " + fields);
        }
        return true;
    }

    /** Says that no message follows. */
    void end() {
        if (!ended || at != message.length) {
            throw broken("it ends too early");
        }
    }

    /** A field of eight bytes that is never null. */
    long longField() {
        length(Long.BYTES);
        return int8();
    }

    /** A field of a float8 that is never null. */
    double doubleField() {
        return Double.longBitsToDouble(longField());
    }

    /** A field of an int2 that is never null. */
    int shortField() {
        length(Short.BYTES);
        return int2();
    }

    /** A field of a boolean that is never null. */
    boolean booleanField() {
        length(1);
        return message[skip(1)] != 0;
    }

    /** A text that is never null, looked up where it lies. */
    <T> T codeField(CodeTable<T> table) {
        int length = fieldLength();
        return table.get(message, skip(length), length);
    }

    /** A one-dimensional array of texts, never null and without nulls, as the set of causes they name. */
    long causesField(CauseCodes codes) {
        int end = Math.addExact(fieldLength(), at);
        if (int4() != 1 || int4() != 0) {
            throw broken("a list of causes has other than one dimension, or holds null");
        }
        int4(); // the type of the elements: the statement says text
        int count = int4();
        int4(); // the number of the first element
        long mask = 0;
        for (int i = 0; i < count; i++) {
            int length = fieldLength();
            mask |= codes.mask(message, skip(length), length);
        }
        if (at != end) {
            throw broken("a list of causes is longer than it says");
        }
        return codes.orOther(mask);
    }

    private void header() {
        int first = skip(SIGNATURE.length);
        if (!Arrays.equals(message, first, first + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw broken("it does not begin with its signature");
        }
        if ((int4() & CRITICAL_FLAGS) != 0) {
            throw broken("unknown flags");
        }
        skip(int4());
    }

    private void length(int expected) {
        int length = int4();
        if (length != expected) {
            throw broken("a field of " + length + " bytes instead of " + expected);
        }
    }

    /** The length of a field that is there and lies within the message. */
    private int fieldLength() {
        int length = int4();
        if (length < 0 || length > message.length - at) {
            throw broken("a field of " + length + " bytes");
        }
        return length;
    }

    private long int8() {
        return (long) INT8.get(message, skip(Long.BYTES));
    }

    private int int4() {
        return (int) INT4.get(message, skip(Integer.BYTES));
    }

    private int int2() {
        return (short) INT2.get(message, skip(Short.BYTES));
    }

    /** Steps over bytes; answers where they begin. */
    private int skip(int length) {
        if (length < 0 || length > message.length - at) {
            throw broken(length + " bytes are to be read where " + (message.length - at) + " are left");
        }
        int first = at;
        at += length;
        return first;
    }

    private static IllegalStateException broken(String why) {
        return new IllegalStateException("the database's binary copy can't be read: " + why);
    }
}
