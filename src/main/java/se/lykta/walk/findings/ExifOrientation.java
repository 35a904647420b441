package se.lykta.walk.findings;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Finds out how a camera was held, from the Exif segment of a JPEG.
 *
 * <p>Exists because ImageIO refuses whole photos whose metadata are a little wrong, and other readers fall over them: here
 * only the one tag is looked for (ITU-T T.81, annex B; Exif 2.3, section 4.5.4), and what cannot be understood is as if
 * nothing were said. Pure.
 */
final class ExifOrientation {

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TIFF_HEADER = 8;
    private static final short LITTLE_ENDIAN = 0x4949;
    private static final short TIFF_MARK = 42;
    private static final int ENTRY_BYTES = 12;
    private static final short ORIENTATION_TAG = 0x0112;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;

    private ExifOrientation() {}

    static Optional<Orientation> of(byte[] photo) {
        return segment(photo).flatMap(ExifOrientation::read);
    }

    /** Looks for the tag in the first directory of the TIFF structure behind the name (TIFF 6.0, section 2). */
    private static Optional<Orientation> read(byte[] exif) {
        ByteBuffer tiff =
                ByteBuffer.wrap(exif, EXIF.length, exif.length - EXIF.length).slice();
        if (tiff.limit() < TIFF_HEADER) {
            return Optional.empty();
        }
        tiff.order(tiff.getShort(0) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (tiff.getShort(2) != TIFF_MARK || directory + 2 > tiff.limit()) {
            return Optional.empty();
        }
        int first = (int) directory + 2;
        int entries =
                Math.min(Short.toUnsignedInt(tiff.getShort((int) directory)), (tiff.limit() - first) / ENTRY_BYTES);
        for (int entry = first; entry < first + entries * ENTRY_BYTES; entry += ENTRY_BYTES) {
            if (tiff.getShort(entry) == ORIENTATION_TAG) {
                return Optional.ofNullable(Orientation.typeOf(tiff.getShort(entry + 8)));
            }
        }
        return Optional.empty();
    }

    /** Goes from segment to segment until the pixels begin. */
    private static Optional<byte[]> segment(byte[] photo) {
        int at = 2;
        while (at + 4 <= photo.length && photo[at] == (byte) 0xFF) {
            int marker = photo[at + 1] & 0xFF;
            int length = ((photo[at + 2] & 0xFF) << 8) | (photo[at + 3] & 0xFF);
            int end = at + 2 + length;
            if (marker == START_OF_SCAN || length < 2 || end > photo.length) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOfRange(photo, at + 4, end);
            if (marker == APP1
                    && Arrays.equals(content, 0, Math.min(content.length, EXIF.length), EXIF, 0, EXIF.length)) {
                return Optional.of(content);
            }
            at = end;
        }
        return Optional.empty();
    }
}
