package se.lykta.bench;

import java.time.Instant;
import java.util.Locale;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Taxonomy;

/** Writes a generated report as a line of PostgreSQL's COPY, text format. Used by one thread. */
final class CopyRow {

    static final String COLUMNS =
            "id, geom, causes, source, state, occurred_at, occurred_precision, reported_at, light,"
                    + " reporter, severity";

    /** Little endian, point with SRID, 4326. */
    private static final String EWKB_HEAD = "0101000020E6100000";

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final String[] codes = new String[Long.SIZE];

    CopyRow(Taxonomy taxonomy) {
        for (Cause cause : taxonomy.causes()) {
            codes[cause.bit()] = cause.code();
        }
    }

    void append(BenchReport report, StringBuilder line) {
        ReportPoint point = report.point();
        String time = Instant.ofEpochSecond(60L * point.occurredMinute()).toString();
        line.append(point.id()).append('\t').append(EWKB_HEAD);
        appendHex(point.lonDeg(), line);
        appendHex(point.latDeg(), line);
        line.append("\t{").append(codes[report.mainBit()]);
        for (long rest = point.causes() & ~(1L << report.mainBit()); rest != 0; rest &= rest - 1) {
            line.append(',').append(codes[Long.numberOfTrailingZeros(rest)]);
        }
        line.append("}\t").append(point.source().code());
        line.append('\t').append(point.state().code());
        line.append('\t').append(time);
        line.append('\t').append(report.hourKnown() ? "minute" : "day");
        line.append('\t').append(time);
        line.append('\t').append(point.light().name().toLowerCase(Locale.ROOT));
        line.append('\t').append(point.reporter());
        line.append('\t')
                .append(
                        point.severity() == Severity.UNKNOWN
                                ? "\\N"
                                : String.valueOf(point.severity().code()))
                .append('\n');
    }

    private static void appendHex(double value, StringBuilder line) {
        long bits = Double.doubleToRawLongBits(value);
        for (int i = 0; i < Long.BYTES; i++) {
            int octet = (int) (bits >>> (Byte.SIZE * i)) & 0xff;
            line.append(HEX[octet >> 4]).append(HEX[octet & 15]);
        }
    }
}
