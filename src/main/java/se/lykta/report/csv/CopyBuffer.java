package se.lykta.report.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import se.lykta.taxonomy.Severity;

/**
 * Writes staged rows in PostgreSQL's binary COPY format (PostgreSQL manual, <em>COPY</em>, "Binary Format"): big-endian, a
 * field is its length and its bytes, null has length -1. Saves the server from parsing a dozen texts a row. Used by one
 * thread.
 */
final class CopyBuffer {

    /** Columns of the staging table, in the order written here. */
    static final String COLUMNS = "line, external_id, geom, causes, source, state, place_kind, occurred_at,"
            + " occurred_precision, recurring, reported_at, light, severity, reporter, text";

    private static final int FIELDS = 15;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long SECONDS_1970_TO_2000 = 946_684_800;
    private static final int TEXT_OID = 25;
    /** EWKB, big-endian, of a point with a reference system: PostGIS {@code 0x20000000 | 1}. */
    private static final int EWKB_POINT = 0x20000001;

    private static final int WGS_84 = 4326;

    private byte[] bytes;
    private int length;

    CopyBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    int length() {
        return length;
    }

    /** What was written so far; the buffer is empty afterwards. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }

    void header() {
        raw(SIGNATURE);
        int4(0);
        int4(0);
    }

    void trailer() {
        int2(-1);
    }

    void row(StagedRow row) {
        int2(FIELDS);
        int4(8);
        int8(row.key().line());
        text(row.key().externalId());
        point(row.lonDeg(), row.latDeg());
        texts(row.causes());
        text(row.codes().source());
        text(row.codes().state());
        text(row.codes().placeKind());
        StagedRow.Times when = row.when();
        time(when.occurred());
        text(when.precision());
        int4(1);
        int1(when.recurring() ? 1 : 0);
        time(when.reported());
        text(when.light().name().toLowerCase(Locale.ROOT));
        severity(row.codes().severity());
        int4(8);
        int8(row.reporter());
        text(row.text());
    }

    private void severity(Severity severity) {
        if (severity == Severity.UNKNOWN) {
            int4(-1);
            return;
        }
        int4(2);
        int2(severity.code());
    }

    private void text(String value) {
        if (value.isEmpty()) {
            int4(-1);
            return;
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int4(utf8.length);
        raw(utf8);
    }

    private void texts(List<String> values) {
        int lengthAt = length;
        int4(0);
        int4(1);
        int4(0);
        int4(TEXT_OID);
        int4(values.size());
        int4(1);
        for (String value : values) {
            text(value);
        }
        int end = length;
        length = lengthAt;
        int4(end - lengthAt - 4);
        length = end;
    }

    private void point(double x, double y) {
        int4(25);
        int1(0);
        int4(EWKB_POINT);
        int4(WGS_84);
        int8(Double.doubleToLongBits(x));
        int8(Double.doubleToLongBits(y));
    }

    private void time(long epochSecond) {
        if (epochSecond == StagedRow.Times.NEVER) {
            int4(-1);
            return;
        }
        int4(8);
        int8((epochSecond - SECONDS_1970_TO_2000) * 1_000_000);
    }

    private void raw(byte[] source) {
        room(source.length);
        System.arraycopy(source, 0, bytes, length, source.length);
        length += source.length;
    }

    private void int1(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    private void int2(int value) {
        int1(value >> 8);
        int1(value);
    }

    private void int4(int value) {
        room(4);
        bytes[length++] = (byte) (value >> 24);
        bytes[length++] = (byte) (value >> 16);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    private void int8(long value) {
        int4((int) (value >> 32));
        int4((int) value);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
