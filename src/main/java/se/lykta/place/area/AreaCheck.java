package se.lykta.place.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.place.PlaceStore;
import se.lykta.place.area.file.RawAreas;

/**
 * Brings what was read to longitude and latitude, checks it and tells all faults at once, with their places.
 *
 * <p>The transformation is PostGIS's, that is PROJ's; what is valid says {@link PolygonRepair}. Used by one thread.
 */
final class AreaCheck {

    private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);

    private final PlaceStore store;
    private final List<Fault> unreadable = new ArrayList<>();
    private final List<Fault> invalid = new ArrayList<>();

    AreaCheck(PlaceStore store) {
        this.store = store;
    }

    /** Where a reader notes what it can't read. */
    List<Fault> unreadable() {
        return unreadable;
    }

    /**
     * The features of a source that throws {@link IllegalArgumentException} if nothing of it can be read.
     *
     * @throws ApiException {@code areas-unreadable} or {@code areas-invalid}
     */
    <E extends Exception> List<AreaFeature> checked(Source<E> source) throws E {
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
            return PolygonRepair.repaired(feature.place(), lonLat, invalid)
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

    /** What is read. */
    @FunctionalInterface
    interface Source<E extends Exception> {
        RawAreas read() throws E;
    }
}
