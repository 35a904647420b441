package se.lykta.hotspot.surface;

import java.io.IOException;
import java.util.List;
import mil.nga.tiff.FieldTagType;
import mil.nga.tiff.FieldType;
import mil.nga.tiff.FileDirectory;
import mil.nga.tiff.Rasters;
import mil.nga.tiff.TIFFImage;
import mil.nga.tiff.TiffWriter;
import mil.nga.tiff.util.TiffConstants;

/**
 * Writes a raster as GeoTIFF (OGC 19-008r4, GeoTIFF 1.1): one band of 32-bit floating-point numbers, deflated, with the
 * EPSG code of the projected system; no value is NaN and said to be so, as GDAL does.
 */
public final class GeoTiff {

    private static final int BITS = 32;
    private static final int STRIP_BYTES = 64 * 1024;
    /** Key numbers and values of GeoTIFF 1.1, section 7 and annex C. */
    private static final int MODEL_TYPE = 1024;

    private static final int PROJECTED = 1;
    private static final int RASTER_TYPE = 1025;
    private static final int PIXEL_IS_AREA = 1;
    private static final int PROJECTED_CRS = 3072;
    private static final int LINEAR_UNITS = 3076;
    private static final int METRE = 9001;

    private GeoTiff() {}

    /** The bytes of the file. */
    public static byte[] of(Raster raster) throws IOException {
        var directory = new FileDirectory();
        directory.setImageWidth(raster.columns());
        directory.setImageHeight(raster.rows());
        directory.setBitsPerSample(BITS);
        directory.setSampleFormat(TiffConstants.SAMPLE_FORMAT_FLOAT);
        directory.setSamplesPerPixel(1);
        directory.setPhotometricInterpretation(TiffConstants.PHOTOMETRIC_INTERPRETATION_BLACK_IS_ZERO);
        directory.setPlanarConfiguration(TiffConstants.PLANAR_CONFIGURATION_CHUNKY);
        directory.setCompression(TiffConstants.COMPRESSION_DEFLATE);
        directory.setRowsPerStrip(Math.max(1, STRIP_BYTES / (raster.columns() * Float.BYTES)));
        directory.setModelPixelScale(List.of(raster.cellMetres(), raster.cellMetres(), 0.0));
        directory.setModelTiepoint(List.of(0.0, 0.0, 0.0, raster.west(), raster.north(), 0.0));
        directory.setUnsignedIntegerListEntryValue(FieldTagType.GeoKeyDirectory, keys(raster));
        directory.setStringEntryValue(FieldTagType.GDAL_NODATA, "nan");
        directory.setWriteRasters(pixels(raster));
        var image = new TIFFImage();
        image.add(directory);
        return TiffWriter.writeTiffToBytes(image);
    }

    /** Version 1.1.0 and the number of keys, then for each key: number, where it is (here), how many values, the value. */
    private static List<Integer> keys(Raster raster) {
        int epsg = Integer.parseInt(raster.crs().name().replaceFirst("^EPSG:", ""));
        return List.of(
                1,
                1,
                0,
                4, //
                MODEL_TYPE,
                0,
                1,
                PROJECTED, //
                RASTER_TYPE,
                0,
                1,
                PIXEL_IS_AREA, //
                PROJECTED_CRS,
                0,
                1,
                epsg, //
                LINEAR_UNITS,
                0,
                1,
                METRE);
    }

    private static Rasters pixels(Raster raster) {
        var pixels = new Rasters(raster.columns(), raster.rows(), 1, FieldType.FLOAT);
        for (int row = 0; row < raster.rows(); row++) {
            for (int column = 0; column < raster.columns(); column++) {
                pixels.setFirstPixelSample(column, row, raster.value(column, row));
            }
        }
        return pixels;
    }
}
