package se.lykta.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes the Protocol Buffers wire format (Encoding, section "Message Structure") into a growing array.
 *
 * <p>Exists because tiles are the hot path and need five of its features: no descriptors, no builders, no second copy.
 * Used by one thread.
 */
final class ProtoWriter {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIRST_ROOM = 64;

    private byte[] bytes = new byte[FIRST_ROOM];
    private int size;

    ProtoWriter number(int field, long value) {
        tag(field, VARINT);
        return varint(value);
    }

    ProtoWriter real(int field, double value) {
        tag(field, FIXED64);
        long bits = Double.doubleToLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            put((byte) (bits >>> shift));
        }
        return this;
    }

    ProtoWriter text(int field, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return block(field, utf8, utf8.length);
    }

    /** A message inside this one, or packed numbers. */
    ProtoWriter message(int field, ProtoWriter inner) {
        return block(field, inner.bytes, inner.size);
    }

    /** Fields that were written elsewhere. */
    ProtoWriter raw(ProtoWriter fields) {
        append(fields.bytes, fields.size);
        return this;
    }

    /** A bare number, for packed fields. */
    ProtoWriter varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            put((byte) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        put((byte) rest);
        return this;
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

    private ProtoWriter block(int field, byte[] from, int length) {
        tag(field, LENGTH_DELIMITED);
        varint(length);
        append(from, length);
        return this;
    }

    private void append(byte[] from, int length) {
        ensure(length);
        System.arraycopy(from, 0, bytes, size, length);
        size += length;
    }

    private void tag(int field, int wireType) {
        varint(((long) field << 3) | wireType);
    }

    private void put(byte value) {
        ensure(1);
        bytes[size++] = value;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.multiplyExact(bytes.length, 2), size + more));
        }
    }
}
