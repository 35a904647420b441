package se.lykta.tile.heat;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures of at most 256 colours as PNG, by the platform's own writer; nothing touches the disk. */
final class Png {

    private static final float QUALITY = 0.6f;

    private Png() {}

    /** The picture of square form whose pixels are numbers of colours. */
    static byte[] of(byte[] pixels, int side, IndexColorModel colours) {
        var raster = Raster.createInterleavedRaster(
                new DataBufferByte(pixels, pixels.length), side, side, side, 1, new int[] {0}, new Point());
        var image = new BufferedImage(colours, raster, false, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        var bytes = new ByteArrayOutputStream(side * side / 4);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
