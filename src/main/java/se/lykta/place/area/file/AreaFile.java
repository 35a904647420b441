package se.lykta.place.area.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import se.lykta.http.Fault;

/**
 * Reads areas from GeoJSON, a GeoPackage or a shapefile, told apart by their content. Used by one thread.
 *
 * @param faults gets what is wrong in a file that can be read otherwise
 */
public record AreaFile(List<Fault> faults) {

    /**
     * All features of a file.
     *
     * @throws IllegalArgumentException saying what is wrong, if nothing can be read
     */
    public RawAreas read(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(16);
        }
        if (begins(start, "SQLite format 3")) {
            return new GeoPackageStore().read(file);
        }
        if (begins(start, "\0\0'\n")
                || String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".shp")) {
            return ShapefileParts.beside(file).read();
        }
        byte[] content = Files.readAllBytes(file);
        return begins(start, "PK") ? zipped(content) : read(content);
    }

    /** All features of a GeoJSON collection in its order. */
    public RawAreas read(byte[] geoJson) {
        return new GeoJsonAreas(faults).read(geoJson);
    }

    private static RawAreas zipped(byte[] archive) {
        try {
            return ShapefileParts.inZip(archive).read();
        } catch (IOException e) {
            throw new IllegalArgumentException("the archive is broken", e);
        }
    }

    private static boolean begins(byte[] start, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return start.length >= wanted.length && Arrays.equals(start, 0, wanted.length, wanted, 0, wanted.length);
    }
}
