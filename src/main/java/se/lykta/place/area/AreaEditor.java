package se.lykta.place.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import se.lykta.geo.LonLat;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.http.IfMatch;
import se.lykta.place.Area;
import se.lykta.place.PlaceStore;

/**
 * Adds, changes and removes single areas.
 *
 * <p>What a coordinator may expect: an area ends at the border of the municipality, whoever draws beyond it is told how
 * much was cut away, and one of which less than half lies inside is refused. Areas may overlap, which is told too: a
 * district and the school area across it are both useful in a filter. No two areas get the same name. Safe for use by many
 * threads and processes.
 */
final class AreaEditor {

    /** Of the smaller of two areas: neighbours never have quite the same border. */
    private static final double LEAST_OVERLAP = 0.01;

    private final AreaStore store;
    private final PlaceStore places;

    AreaEditor(Jdbi jdbi) {
        this.store = new AreaStore(jdbi);
        this.places = new PlaceStore(jdbi);
    }

    /**
     * Adds an area.
     *
     * @param draft with label and shape
     * @throws ApiException {@code no-municipality}, {@code areas-changed}, {@code area-name-taken} or
     *     {@code area-outside}
     */
    AreaEdit add(Optional<IfMatch> known, AreaDraft draft) {
        AreaDraft.Label label = draft.label().orElseThrow();
        AreaDraft.Shape shape = draft.shape().orElseThrow();
        return store.edit(known, (change, version) -> {
            checkName(label.name());
            List<AreaNotice> notices = new ArrayList<>();
            Area area = new Area(0, label.name(), placed(shape, 0, notices), label.population());
            return new AreaEdit(version, area.withId(change.insert(area)), notices);
        });
    }

    /**
     * Changes what the draft has.
     *
     * @throws ApiException as above, or {@code unknown-area}
     */
    AreaEdit change(int id, IfMatch known, AreaDraft draft) {
        return store.edit(Optional.of(known), (change, version) -> {
            Area before = get(id);
            AreaDraft.Label label =
                    draft.label().orElseGet(() -> new AreaDraft.Label(before.name(), before.population()));
            if (!label.name().equalsIgnoreCase(before.name())) {
                checkName(label.name());
            }
            List<AreaNotice> notices = new ArrayList<>();
            Geometry geometry =
                    draft.shape().map(shape -> placed(shape, id, notices)).orElseGet(before::geometry);
            Area after = new Area(id, label.name(), geometry, label.population());
            change.update(after);
            return new AreaEdit(version, after, notices);
        });
    }

    /**
     * Removes an area; answers with what it was.
     *
     * @throws ApiException {@code no-municipality}, {@code areas-changed} or {@code unknown-area}
     */
    AreaEdit remove(int id, IfMatch known) {
        return store.edit(Optional.of(known), (change, version) -> {
            Area before = get(id);
            change.delete(id);
            return new AreaEdit(version, before, List.of());
        });
    }

    private Area get(int id) {
        return places.listAreas().stream()
                .filter(area -> area.id() == id)
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("unknown-area", "there is no area " + id));
    }

    /** A file may hold several areas of one name; only whoever gives a name anew is kept from it. */
    private void checkName(String name) {
        Optional<Area> other = places.listAreas().stream()
                .filter(area -> area.name().equalsIgnoreCase(name))
                .findFirst();
        if (other.isPresent()) {
            String detail = "area %d has this name".formatted(other.get().id());
            throw new ApiException(
                    ApiException.Kind.CONFLICT,
                    "area-name-taken",
                    detail,
                    List.of(new Fault("properties/name", detail)));
        }
    }

    /** The shape as it is stored; what is to be told about it is noted. */
    private Geometry placed(AreaDraft.Shape shape, int id, List<AreaNotice> notices) {
        if (shape.repaired()) {
            notices.add(AreaNotice.repaired());
        }
        Optional<BorderCut> cut = places.municipality().outline().map(border -> BorderCut.of(shape.geometry(), border));
        cut.filter(BorderCut::isCut).ifPresent(made -> notices.add(cut(made)));
        Geometry inside = cut.map(BorderCut::inside).orElseGet(shape::geometry);
        places.listAreas().stream()
                .filter(other -> other.id() != id)
                .forEach(other -> overlap(inside, other).ifPresent(notices::add));
        return inside;
    }

    private static AreaNotice cut(BorderCut cut) {
        if (cut.belongs()) {
            return AreaNotice.cut(1 - cut.share());
        }
        Point there = cut.outside().getInteriorPoint();
        String detail = String.format(
                Locale.ROOT,
                "%s of it lies outside of the municipality, as at %.6f,%.6f; allowed is half",
                AreaNotice.percent(1 - cut.share()),
                there.getX(),
                there.getY());
        throw new ApiException(
                ApiException.Kind.UNPROCESSABLE,
                "area-outside",
                detail,
                List.of(Fault.at(new LonLat(there.getX(), there.getY()), "geometry", detail)));
    }

    private static Optional<AreaNotice> overlap(Geometry area, Area other) {
        if (!area.getEnvelopeInternal().intersects(other.geometry().getEnvelopeInternal())) {
            return Optional.empty();
        }
        double common = BorderCut.overlay(area, other.geometry(), OverlayNG.INTERSECTION)
                .getArea();
        double smaller = Math.min(area.getArea(), other.geometry().getArea());
        return common < LEAST_OVERLAP * smaller
                ? Optional.empty()
                : Optional.of(AreaNotice.overlap(common / area.getArea(), other));
    }
}
