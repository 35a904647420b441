package se.lykta.tile.mvt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes the Protocol Buffers wire format (Encoding, section "Message Structure") into a growing array.
 *
 * <p>Exists because tiles are the hot path and need five of its features: no descriptors, no builders, no second copy.
 * Messages are written in place ({@link #begin}, {@link #end}). Used by one thread.
 */
final class ProtoWriter {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;

    /** The longest varint, of a negative number. */
    private static final int LONGEST = 10;

    private byte[] bytes;
    private int size;

    /** A writer with room for so many bytes, as a start. */
    ProtoWriter(int room) {
        bytes = new byte[room];
    }

    int size() {
        return size;
    }

    ProtoWriter number(int field, long value) {
        tag(field, VARINT);
        return varint(value);
    }

    ProtoWriter real(int field, double value) {
        tag(field, FIXED64);
        ensure(Long.BYTES);
        long bits = Double.doubleToLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[size++] = (byte) (bits >>> shift);
        }
        return this;
    }

    ProtoWriter text(int field, String value) {
        return block(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A message that is encoded already, or text. */
    ProtoWriter block(int field, byte[] content) {
        tag(field, LENGTH_DELIMITED);
        varint(content.length);
        append(content, content.length);
        return this;
    }

    /** Fields that were written elsewhere. */
    ProtoWriter raw(ProtoWriter fields) {
        append(fields.bytes, fields.size);
        return this;
    }

    /** Fields or bare numbers that were written before. */
    ProtoWriter raw(byte[] written) {
        append(written, written.length);
        return this;
    }

    /** What was written from a position on. */
    byte[] since(int position) {
        return Arrays.copyOfRange(bytes, position, size);
    }

    /** Starts a message inside this one, or packed numbers; what it returns is handed to {@link #end}. */
    int begin(int field) {
        tag(field, LENGTH_DELIMITED);
        ensure(1);
        return ++size;
    }

    /** Ends the message: its length goes before it, which moves the content if it is longer than 127 bytes. */
    ProtoWriter end(int start) {
        int length = size - start;
        if (length < 0x80) {
            bytes[start - 1] = (byte) length;
            return this;
        }
        int more = (38 - Integer.numberOfLeadingZeros(length)) / 7 - 1;
        ensure(more);
        System.arraycopy(bytes, start, bytes, start + more, length);
        size = start - 1;
        varint(length);
        size += length;
        return this;
    }

    /** A bare number, for packed fields. */
    ProtoWriter varint(long value) {
        ensure(LONGEST);
        byte[] to = bytes;
        int at = size;
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            to[at++] = (byte) ((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        to[at++] = (byte) rest;
        size = at;
        return this;
    }

    /** Two bare numbers, not below 0; most are small, and small ones are one byte. */
    ProtoWriter pair(int first, int second) {
        if ((first | second) < 0x80) {
            ensure(2);
            bytes[size] = (byte) first;
            bytes[size + 1] = (byte) second;
            size += 2;
            return this;
        }
        return varint(first).varint(second);
    }

    /** Small numbers of either sign as small unsigned ones. */
    static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    boolean isEmpty() {
        return size == 0;
    }

    private void append(byte[] from, int length) {
        ensure(length);
        System.arraycopy(from, 0, bytes, size, length);
        size += length;
    }

    private void tag(int field, int wireType) {
        ensure(1); // fields up to 15
        bytes[size++] = (byte) ((field << 3) | wireType);
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.multiplyExact(bytes.length, 2), size + more));
        }
    }
}
