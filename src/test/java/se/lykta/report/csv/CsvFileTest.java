package se.lykta.report.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.http.ApiException;

/** Encodings and separators of files as they come. */
class CsvFileTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    private Path directory;

    @Test
    void utf8WithAndWithoutAMarkAndWindowsAreKnown() throws IOException {
        assertThat(examine("a,b\nå,ä\n".getBytes(StandardCharsets.UTF_8)).charset())
                .isEqualTo(StandardCharsets.UTF_8);
        assertThat(examine("\uFEFFa,b\n".getBytes(StandardCharsets.UTF_8)).skip())
                .isEqualTo(3);
        assertThat(examine("a,b\nå,ä €\n".getBytes(WINDOWS)).charset()).isEqualTo(WINDOWS);
        assertThat(examine("plain\n".getBytes(WINDOWS)).charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void aFileOfTwoEncodingsIsRefusedWithBothLines() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("a,b\n1,x\n2,å\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("3,y\n4,å\n".getBytes(WINDOWS));

        assertThatThrownBy(() -> examine(bytes.toByteArray()))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("line 3 is UTF-8, line 5 is not")
                .extracting("code")
                .isEqualTo("mixed-encoding");
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThatThrownBy(() -> examine(new byte[0])).extracting("code").isEqualTo("empty-file");
        assertThatThrownBy(() -> examine("a,b\n".getBytes(StandardCharsets.UTF_16LE)))
                .extracting("code")
                .isEqualTo("not-text");
        assertThatThrownBy(() -> examine(new byte[] {'a', '\n', (byte) 0x81, '\n'}))
                .hasMessageContaining("line 2")
                .extracting("code")
                .isEqualTo("unknown-encoding");
        assertThatThrownBy(() -> examine(new byte[] {'a', '\n', (byte) 0xC3, (byte) 0xA5, (byte) 0xC3}))
                .extracting("code")
                .isEqualTo("half-written-line");
    }

    @Test
    void theSeparatorIsTheOneOfTheHeader() throws IOException {
        assertThat(examine("a,b,c\n1;2;3;4;5\n".getBytes(WINDOWS)).separator()).isEqualTo(',');
        assertThat(examine("a;b;\"c,d,e,f\"\n".getBytes(WINDOWS)).separator()).isEqualTo(';');
        assertThat(examine("a\tb\n".getBytes(WINDOWS)).separator()).isEqualTo('\t');
        assertThat(examine("a\n".getBytes(WINDOWS)).endsWithNewline()).isTrue();
        assertThat(examine("a".getBytes(WINDOWS)).endsWithNewline()).isFalse();
    }

    /** Java's own decoder is the oracle for what is well-formed. */
    @Test
    void theScanAgreesWithTheDecoderOnRandomBytes() {
        byte[] likely = {
            'a',
            '\n',
            (byte) 0xC3,
            (byte) 0xA5,
            (byte) 0xE2,
            (byte) 0x82,
            (byte) 0xAC,
            (byte) 0xF0,
            (byte) 0x9F,
            (byte) 0x92,
            (byte) 0xA1,
            (byte) 0xED,
            (byte) 0xC0,
            (byte) 0xF5,
            (byte) 0xE0,
            (byte) 0xF4
        };
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            byte[] bytes = new byte[1 + random.nextInt(8)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = likely[random.nextInt(likely.length)];
            }
            Utf8Scan scan = new Utf8Scan();
            scan.accept(bytes, bytes.length);

            assertThat(scan.malformedLine() == 0 && !scan.isCut())
                    .as("seed %d", seed)
                    .isEqualTo(decodes(bytes));
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private CsvFile examine(byte[] bytes) throws IOException {
        Path file = directory.resolve("file.csv");
        Files.write(file, bytes);
        return CsvFile.examine(file);
    }
}
