package se.lykta.place.area;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.place.PlaceStore;

/**
 * Reads areas from GeoJSON, a GeoPackage or a shapefile in any coordinate reference system and tells all faults at once,
 * with their places.
 *
 * <p>A polygon that crosses itself is repaired or refused, see {@link PolygonRepair}. The transformation is PostGIS's, that is PROJ's. Used by one thread.
 */
final class AreaFile {

    private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);

    private final PlaceStore store;
    private final List<Fault> unreadable = new ArrayList<>();
    private final List<Fault> invalid = new ArrayList<>();

    AreaFile(PlaceStore store) {
        this.store = store;
    }

    /** All features of a file, whose format is told by its content. */
    List<AreaFeature> read(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(16);
        }
        if (begins(start, "SQLite format 3")) {
            return checked(() -> new GeoPackageStore().read(file));
        }
        if (begins(start, "\0\0'\n")
                || String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".shp")) {
            ShapefileParts parts = ShapefileParts.beside(file);
            return checked(parts::read);
        }
        byte[] content = Files.readAllBytes(file);
        if (begins(start, "PK")) {
            return checked(() -> zipped(content));
        }
        return read(content);
    }

    /** All features of a GeoJSON collection in its order. */
    List<AreaFeature> read(byte[] geoJson) {
        return checked(() -> new GeoJsonAreas(unreadable).read(geoJson));
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

    private List<AreaFeature> checked(Source source) {
        List<AreaFeature> features = new ArrayList<>();
        try {
            RawAreas raw = source.read();
            String crs = crs(raw);
            raw.features().forEach(feature -> feature(feature, crs).ifPresent(features::add));
            if (raw.features().isEmpty() && unreadable.isEmpty()) {
                unreadable.add(new Fault("file", "it holds no area"));
            }
        } catch (IllegalArgumentException e) {
            unreadable.add(new Fault("file", String.valueOf(e.getMessage())));
        }
        refuse("areas-unreadable", unreadable);
        refuse("areas-invalid", invalid);
        return features;
    }

    /** The system of the file; without one only what can be degrees is read as degrees. */
    private static String crs(RawAreas raw) {
        boolean degrees = raw.features().stream()
                .allMatch(feature -> EARTH.covers(feature.geometry().getEnvelopeInternal()));
        if (raw.crs().isEmpty() && !degrees) {
            throw new IllegalArgumentException(
                    "it does not tell its coordinate reference system (.prj), and its numbers are no degrees");
        }
        return raw.crs().isEmpty() ? RawAreas.LON_LAT : raw.crs();
    }

    private static void refuse(String code, List<Fault> faults) {
        if (!faults.isEmpty()) {
            String detail = faults.get(0).field() + ": " + faults.get(0).message();
            String more = faults.size() == 1 ? "" : " (and %d more)".formatted(faults.size() - 1);
            throw new ApiException(ApiException.Kind.UNPROCESSABLE, code, detail + more, faults);
        }
    }

    private Optional<AreaFeature> feature(RawAreas.Feature feature, String crs) {
        try {
            Geometry lonLat =
                    crs.equals(RawAreas.LON_LAT) ? feature.geometry() : store.toLonLat(feature.geometry(), crs);
            if (!EARTH.covers(lonLat.getEnvelopeInternal())) {
                throw new IllegalArgumentException("not on earth, or empty");
            }
            var attributes = new AreaAttributes(feature.attributes());
            return repaired(feature.place(), lonLat)
                    .map(good -> new AreaFeature(
                            attributes.kind(),
                            attributes.name(),
                            attributes.fictional(),
                            attributes.start(),
                            attributes.population(),
                            good));
        } catch (IllegalArgumentException e) {
            unreadable.add(new Fault(feature.place(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Optional<Geometry> repaired(String place, Geometry geometry) {
        try {
            return Optional.of(PolygonRepair.repaired(geometry));
        } catch (IllegalArgumentException e) {
            invalid.add(new Fault(place, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** Reads a file of one format. */
    private interface Source {
        RawAreas read();
    }
}
