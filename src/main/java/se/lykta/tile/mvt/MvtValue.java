package se.lykta.tile.mvt;

/**
 * A value of a vector tile, encoded once for all the tiles that have it (specification 2.1, section 4.1, message Value).
 *
 * <p>Immutable.
 */
public final class MvtValue {

    private static final int STRING = 1;
    private static final int DOUBLE = 3;
    private static final int UINT = 5;
    private static final int SINT = 6;
    private static final int BOOL = 7;
    private static final int USUAL_LENGTH = 32;

    private final byte[] bytes;

    private MvtValue(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The value for a number, a flag or, of anything else, its text. */
    public static MvtValue of(Object value) {
        var writer = new ProtoWriter(USUAL_LENGTH);
        if (value instanceof Long || value instanceof Integer) {
            writeNumber(writer, ((Number) value).longValue());
        } else if (value instanceof Double number) {
            writer.real(DOUBLE, number);
        } else if (value instanceof Boolean flag) {
            writer.number(BOOL, flag ? 1 : 0);
        } else {
            writer.text(STRING, value.toString());
        }
        return new MvtValue(writer.toByteArray());
    }

    /** Whole numbers from 0 on are shortest unsigned, others with a sign. */
    static void writeNumber(ProtoWriter writer, long number) {
        if (number >= 0) {
            writer.number(UINT, number);
        } else {
            writer.number(SINT, ProtoWriter.zigzag(number));
        }
    }

    byte[] bytes() {
        return bytes;
    }
}
