package se.lykta.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

/** Streams written by the words of the manual are read back; broken ones are refused and do no harm. */
class BinaryCopyTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final Instant EPOCH_2000 = Instant.parse("2000-01-01T00:00:00Z");
    private static final int TEXT_OID = 25;

    @Test
    void randomRowsAreReadAsTheyWereWritten() throws IOException {
        var random = new Random(20_261);
        for (int round = 0; round < 50; round++) {
            List<ReportPoint> rows = new ArrayList<>();
            for (int i = random.nextInt(20); i > 0; i--) {
                rows.add(point(random));
            }

            assertThat(read(messages(rows, random))).isEqualTo(rows);
        }
    }

    @Test
    void anExtensionOfTheHeaderIsSteppedOver() throws IOException {
        var random = new Random(7);
        ReportPoint row = point(random);
        var out = new Out();
        out.write(SIGNATURE);
        out.writeInt(1);
        out.writeInt(5);
        out.write(new byte[5]);
        row(out, row);
        out.writeShort(-1);

        assertThat(read(List.of(out.bytes()))).containsExactly(row);
    }

    @Test
    void aTimeBefore1970IsInTheMinuteThatHadBegun() throws IOException {
        var before = new ReportPoint.When(-1, 24 * 3, Light.LIGHT); // 00:59 on a Thursday, Stockholm
        ReportPoint row = new ReportPoint(
                1, 14.5, 56.2, causes("A11"), before, Source.POLICE, ReportState.DONE, Severity.UNSAFE, 3);

        assertThat(read(messages(List.of(row), new Random(1)))).containsExactly(row);
    }

    @Test
    void causesThatAreGoneLeaveTheOthersOrElseTheOneForAllOther() throws IOException {
        assertThat(causesRead("A11", "Z99")).isEqualTo(causes("A11"));
        assertThat(causesRead("Z99", "nonsense", "")).isEqualTo(causes("E19"));
        assertThat(causesRead()).isEqualTo(causes("E19"));
    }

    @Test
    void aStreamThatIsCutAnywhereIsRefused() throws IOException {
        byte[] whole = join(messages(List.of(point(new Random(3)), point(new Random(4))), new Random(5)));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(List.of(cut))).isInstanceOf(IllegalStateException.class);
        }
        assertThat(read(List.of(whole))).hasSize(2);
    }

    @Test
    void whatFollowsTheEndIsRefused() throws IOException {
        List<byte[]> messages = messages(List.of(), new Random(1));
        messages.add(new byte[] {0});

        assertThatThrownBy(() -> read(messages)).hasMessageContaining("something follows the end");
    }

    @Test
    void aFlagThatOneHasToKnowIsRefused() throws IOException {
        var out = new Out();
        out.write(SIGNATURE);
        out.writeInt(1 << 16);
        out.writeInt(0);
        out.writeShort(-1);

        assertThatThrownBy(() -> read(List.of(out.bytes()))).hasMessageContaining("unknown flags");
    }

    /** Whatever bytes come: a refusal or rows, never another exception, never more rows than there are bytes for. */
    @Test
    void bytesThatWereTamperedWithAreRefusedOrRead() throws IOException {
        var random = new Random(99_001);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = join(messages(List.of(point(random), point(random)), random));
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(List.of(bytes))).hasSizeLessThanOrEqualTo(2);
            } catch (IllegalStateException refused) {
                assertThat(refused).hasMessageContaining("the database");
            }
        }
    }

    private static List<ReportPoint> read(List<byte[]> messages) {
        BinaryCopy copy = new BinaryCopy();
        PointRow row = new PointRow(Drafts.TAXONOMY, new ZoneClock(STOCKHOLM));
        List<ReportPoint> rows = new ArrayList<>();
        for (byte[] message : messages) {
            copy.take(message);
            while (row.read(copy)) {
                rows.add(ReportPoint.of(row));
            }
        }
        copy.end();
        return rows;
    }

    private static long causesRead(String... codes) throws IOException {
        var out = new Out();
        header(out);
        ReportPoint row = point(new Random(1));
        row(out, row, List.of(codes));
        out.writeShort(-1);
        return read(List.of(out.bytes())).get(0).causes();
    }

    private static long causes(String... codes) {
        return Drafts.TAXONOMY.mask(List.of(codes));
    }

    private static ReportPoint point(Random random) {
        List<Cause> all = Drafts.TAXONOMY.causes();
        long causes = all.get(random.nextInt(all.size())).mask();
        while (random.nextBoolean()) {
            causes |= all.get(random.nextInt(all.size())).mask();
        }
        int minute = random.nextInt(30_000_000);
        boolean hourKnown = random.nextBoolean();
        var local = Instant.ofEpochSecond(60L * minute).atZone(STOCKHOLM);
        int hour = 24 * (local.getDayOfWeek().getValue() - 1) + local.getHour();
        return new ReportPoint(
                random.nextLong(),
                360 * random.nextDouble() - 180,
                180 * random.nextDouble() - 90,
                causes,
                new ReportPoint.When(minute, hourKnown ? hour : -1, any(Light.values(), random)),
                any(Source.values(), random),
                any(ReportState.values(), random),
                any(Severity.values(), random),
                random.nextLong(),
                random.nextBoolean());
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    /** As PostgreSQL sends it: a row a message, the header before the first row or alone. */
    private static List<byte[]> messages(List<ReportPoint> rows, Random random) throws IOException {
        List<byte[]> messages = new ArrayList<>();
        var out = new Out();
        header(out);
        if (random.nextBoolean()) {
            messages.add(out.bytes());
            out = new Out();
        }
        for (ReportPoint row : rows) {
            row(out, row);
            messages.add(out.bytes());
            out = new Out();
        }
        out.writeShort(-1);
        messages.add(out.bytes());
        return messages;
    }

    private static void header(Out out) throws IOException {
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    private static void row(Out out, ReportPoint row) throws IOException {
        row(
                out,
                row,
                Drafts.TAXONOMY.causesOf(row.causes()).stream().map(Cause::code).toList());
    }

    private static void row(Out out, ReportPoint row, List<String> causes) throws IOException {
        out.writeShort(12);
        out.eight(row.id());
        out.eight(Double.doubleToLongBits(row.lonDeg()));
        out.eight(Double.doubleToLongBits(row.latDeg()));
        out.array(causes);
        Duration since2000 = Duration.between(EPOCH_2000, Instant.ofEpochSecond(60L * row.occurredMinute() + 59));
        out.eight(since2000.toSeconds() * 1_000_000 + 999_999);
        out.writeInt(1);
        out.writeByte(row.hourOfWeek() >= 0 ? 1 : 0);
        out.text(row.light().name().toLowerCase(Locale.ROOT));
        out.text(row.source().code());
        out.text(row.state().code());
        out.writeInt(2);
        out.writeShort(row.severity().code());
        out.eight(row.reporter());
        out.writeInt(1);
        out.writeByte(row.excluded() ? 1 : 0);
    }

    private static byte[] join(List<byte[]> messages) throws IOException {
        var joined = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            joined.write(message);
        }
        return joined.toByteArray();
    }

    /** Fields as the manual has them. */
    private static final class Out extends DataOutputStream {

        private final ByteArrayOutputStream bytes;

        Out() {
            this(new ByteArrayOutputStream());
        }

        private Out(ByteArrayOutputStream bytes) {
            super(bytes);
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        void eight(long value) throws IOException {
            writeInt(8);
            writeLong(value);
        }

        void text(String value) throws IOException {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            writeInt(utf8.length);
            write(utf8);
        }

        void array(List<String> values) throws IOException {
            var elements = new Out();
            for (String value : values) {
                elements.text(value);
            }
            byte[] inner = elements.bytes();
            writeInt(20 + inner.length);
            writeInt(1);
            writeInt(0);
            writeInt(TEXT_OID);
            writeInt(values.size());
            writeInt(1);
            write(inner);
        }
    }
}
