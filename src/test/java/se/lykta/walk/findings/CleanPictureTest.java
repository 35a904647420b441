package se.lykta.walk.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.http.ApiException;

/** What is left of a photo: the picture upright and small, and nothing of what the camera wrote. */
class CleanPictureTest {

    @Test
    void metadataAreGone() {
        byte[] photo = TestPhoto.jpeg(400, 300, 1);
        assertThat(text(photo)).contains(TestPhoto.CANARY).contains("Exif");

        byte[] clean = CleanPicture.of(photo);

        assertThat(text(clean)).doesNotContain("kanarie").doesNotContain("Exif");
        assertThat(TestPhoto.decoded(clean).getWidth()).isEqualTo(400);
    }

    /** Red was left: turned right it is on top, upside down right, turned left at the bottom (Exif 2.3, table 4.6.4). */
    @ParameterizedTest
    @CsvSource({
        "1, 400, 100, 150, 300, 150",
        "3, 400, 300, 150, 100, 150",
        "6, 300, 150, 100, 150, 300",
        "8, 300, 150, 300, 150, 100",
        "2, 400, 300, 150, 100, 150",
    })
    void thePictureStandsUpright(int orientation, int width, int redX, int redY, int blueX, int blueY) {
        BufferedImage picture = TestPhoto.decoded(CleanPicture.of(TestPhoto.jpeg(400, 300, orientation)));

        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(700 - width);
        assertThat(new Color(picture.getRGB(redX, redY)))
                .satisfies(c -> assertThat(c.getRed()).isGreaterThan(200));
        assertThat(new Color(picture.getRGB(blueX, blueY)))
                .satisfies(c -> assertThat(c.getBlue()).isGreaterThan(200));
    }

    @Test
    void aLargePhotoBecomesSmallerInItsShape() {
        BufferedImage picture = TestPhoto.decoded(CleanPicture.of(TestPhoto.jpeg(3200, 1600, 6)));

        assertThat(picture.getWidth()).isEqualTo(800);
        assertThat(picture.getHeight()).isEqualTo(1600);
    }

    @Test
    void pngBecomesJpeg() {
        byte[] clean = CleanPicture.of(TestPhoto.encoded(40, 30, "png"));

        assertThat(Arrays.copyOf(clean, 3)).containsExactly(0xFF, 0xD8, 0xFF);
    }

    @Test
    void whatIsNoPhotoIsRefused() {
        byte[] cut = Arrays.copyOf(TestPhoto.jpeg(400, 300, 1), 300);
        for (byte[] bytes : new byte[][] {
            {},
            "hej".getBytes(StandardCharsets.UTF_8),
            "<svg/>".getBytes(StandardCharsets.UTF_8),
            cut,
            TestPhoto.encoded(10, 10, "gif"),
            TestPhoto.encoded(10, 10, "bmp")
        }) {
            assertThatThrownBy(() -> CleanPicture.of(bytes))
                    .isInstanceOf(ApiException.class)
                    .extracting(e -> ((ApiException) e).code())
                    .isEqualTo("invalid-photo");
        }
    }

    @Test
    void aPictureOfMillionsOfPixelsInFewBytesIsRefusedBeforeItIsDecoded() {
        byte[] bomb = pngHeader(60_000, 60_000);

        assertThatThrownBy(() -> CleanPicture.of(bomb)).hasMessageContaining("3600000000 pixels");
    }

    @Test
    void brokenBytesAreEitherReadOrRefused() {
        var random = new Random(7);
        byte[] photo = TestPhoto.jpeg(64, 48, 6);
        for (int i = 0; i < 400; i++) {
            byte[] broken = photo.clone();
            for (int flips = 0; flips <= i % 6; flips++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(text(CleanPicture.of(broken))).doesNotContain("kanarie");
            } catch (ApiException e) {
                assertThat(e.code()).isEqualTo("invalid-photo");
            }
        }
    }

    /** Signature and header of a PNG (ISO 15948, section 11.2.2) without any pixels. */
    private static byte[] pngHeader(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17);
        header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue())
                .array();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
