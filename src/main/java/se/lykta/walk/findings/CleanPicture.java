package se.lykta.walk.findings;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/**
 * Makes of a photo a new picture that shows the same and knows nothing else: no place, no camera, no thumbnail.
 *
 * <p>The pixels are turned as the metadata say, made smaller and encoded anew as JPEG. Everything happens in memory, as a
 * temporary file would hold what is to be left out. Pure.
 */
final class CleanPicture {

    /** What a phone takes: 16 million pixels are decoded in 64 MB. */
    static final int MOST_PIXELS = 16_000_000;

    /** The longer side of the result. */
    static final int MOST_SIDE = 1600;

    private static final float QUALITY = 0.82f;
    private static final List<String> FORMATS = List.of("jpeg", "png");

    private CleanPicture() {}

    /**
     * The clean picture of a photo.
     *
     * @param photo JPEG or PNG
     * @return JPEG
     * @throws ApiException {@code invalid-photo} if it is no such picture, is broken, or has too many pixels
     */
    static byte[] of(byte[] photo) {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
            return jpeg(scaled(turned(read(in), ExifOrientation.of(photo))));
        } catch (IOException e) {
            throw refused("is broken and cannot be read");
        }
    }

    private static BufferedImage read(ImageInputStream in) throws IOException {
        ImageReader reader = reader(in).orElseThrow(() -> refused("is no JPEG or PNG"));
        try {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw refused("has %d pixels, allowed are %d".formatted(pixels, MOST_PIXELS));
            }
            return opaque(reader.read(0));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw refused(
                    "is broken and cannot be read"); // what the decoders throw for bytes that contradict each other
        } finally {
            reader.dispose();
        }
    }

    private static Optional<ImageReader> reader(ImageInputStream in) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(in); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return Optional.of(reader);
            }
        }
        return Optional.empty();
    }

    /** Without transparency, which JPEG does not have: on white. */
    private static BufferedImage opaque(BufferedImage image) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = copy.createGraphics();
        try {
            brush.drawImage(image, 0, 0, Color.WHITE, null);
        } finally {
            brush.dispose();
        }
        return copy;
    }

    private static BufferedImage turned(BufferedImage image, Optional<Orientation> orientation) {
        return orientation
                .filter(held -> held != Orientation.TOP_LEFT)
                .map(held -> ExifFilterUtils.getFilterForOrientation(held).apply(image))
                .orElse(image);
    }

    private static BufferedImage scaled(BufferedImage image) throws IOException {
        int side = Math.max(image.getWidth(), image.getHeight());
        return side <= MOST_SIDE
                ? image
                : Thumbnails.of(image).size(MOST_SIDE, MOST_SIDE).asBufferedImage();
    }

    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory cannot be written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ApiException refused(String why) {
        return ApiException.invalid("invalid-photo", List.of(new Fault("photo", why)));
    }
}
