package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Gzip} writes is read by the Java library, and written the same by used and by fresh compressors. */
class GzipTest {

    private final Gzip gzip = new Gzip();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 16_383, 16_384, 300_000, 1_000_000})
    void everyLengthComesBackEvenIfItCannotBeCompressed(int length) throws IOException {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        byte[] even = new byte[length];

        assertThat(unzipped(gzip.compress(noise))).isEqualTo(noise);
        assertThat(unzipped(gzip.compress(even))).isEqualTo(even);
        assertThat(Gzip.expand(gzip.compress(noise))).isEqualTo(noise);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(gzip.compress(new byte[0])).isEmpty();
    }

    @Test
    void whatACompressorDidBeforeChangesNoByte() {
        byte[] text = "trygghet ".repeat(3000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] first = gzip.compress(text);

        IntStream.range(0, 200).parallel().forEach(i -> {
            byte[] noise = new byte[20_000];
            new Random(i).nextBytes(noise);
            gzip.compress(noise);
            assertThat(gzip.compress(text)).isEqualTo(first);
        });
    }

    private static byte[] unzipped(byte[] gzipped) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            return in.readAllBytes();
        }
    }
}
