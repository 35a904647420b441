package se.lykta.place.area.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.locationtech.jts.geom.Geometry;

/** The files that make up a shapefile, lying side by side or in one {@code .zip}. Immutable. */
final class ShapefileParts {

    private static final int MOST_BYTES = 256 << 20;

    private final Map<String, byte[]> byEnding;

    private ShapefileParts(Map<String, byte[]> byEnding) {
        this.byEnding = byEnding;
    }

    /** What lies beside a main file. */
    static ShapefileParts beside(Path main) throws IOException {
        String stem = stem(String.valueOf(main.getFileName()));
        Map<String, byte[]> parts = new HashMap<>();
        try (var files = Files.list(main.toAbsolutePath().getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                if (stem(name).equals(stem)
                        && List.of("shp", "dbf", "prj", "cpg").contains(ending(name))) {
                    parts.put(ending(name), Files.readAllBytes(file));
                }
            }
        }
        return new ShapefileParts(parts);
    }

    /**
     * What is in an archive.
     *
     * @throws IllegalArgumentException if there is not exactly one shapefile in it, or it is too large
     */
    static ShapefileParts inZip(byte[] archive) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            int left = MOST_BYTES;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (entry.isDirectory() || name.contains("__MACOSX")) {
                    continue;
                }
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0) {
                    throw new IllegalArgumentException("the archive holds more than %d MB".formatted(MOST_BYTES >> 20));
                }
                if (parts.put(ending(name), content) != null && ending(name).equals("shp")) {
                    throw new IllegalArgumentException("the archive holds several shapefiles, expected one");
                }
            }
        }
        return new ShapefileParts(parts);
    }

    /**
     * The features.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    RawAreas read() {
        List<Optional<Geometry>> shapes = new Shapefile().read(part("shp"));
        List<Map<String, String>> rows = new DbfTable().read(part("dbf"), charset());
        if (rows.size() != shapes.size()) {
            throw new IllegalArgumentException(
                    "%d shapes but %d rows in the .dbf".formatted(shapes.size(), rows.size()));
        }
        List<RawAreas.Feature> features = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            String place = "record " + (i + 1);
            Geometry shape = shapes.get(i)
                    .orElseThrow(() -> new IllegalArgumentException("record %d has no shape".formatted(row + 1)));
            features.add(new RawAreas.Feature(place, rows.get(i), shape));
        }
        byte[] prj = byEnding.getOrDefault("prj", new byte[0]);
        return new RawAreas(new String(prj, StandardCharsets.UTF_8).strip(), features);
    }

    private byte[] part(String ending) {
        byte[] part = byEnding.get(ending);
        if (part == null) {
            throw new IllegalArgumentException("the ." + ending + " file is missing");
        }
        return part;
    }

    private Optional<Charset> charset() {
        byte[] page = byEnding.get("cpg");
        String name = page == null
                ? ""
                : new String(page, StandardCharsets.US_ASCII).strip().replaceFirst("(?i)^ansi ", "");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String known = name.matches("125[0-8]") ? "windows-" + name : name.replaceFirst("^8859", "ISO-8859-");
        try {
            return Optional.of(Charset.forName(known.replace("--", "-").replace("-_", "-")));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException("the .cpg names the unknown character set " + name, e);
        }
    }

    private static String stem(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
