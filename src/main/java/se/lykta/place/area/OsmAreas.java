package se.lykta.place.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import se.lykta.http.ApiException;
import se.lykta.place.MunicipalityName;
import se.lykta.place.area.file.RawAreas;

/**
 * Finds the municipality and its areas among the boundaries of an OSM extract.
 *
 * <p>The municipality is the boundary of {@code admin_level} 7 that is meant; its areas are the boundaries of one level of
 * which at least half lies in it, cut to its border. In Sweden the districts of a town are of level 9 or 10, those of the
 * church and of statistics of level 8. Used by one thread.
 */
final class OsmAreas {

    private static final int MUNICIPALITY = 7;
    private static final List<Integer> USUAL_LEVELS = List.of(9, 10, 8);
    private static final int MOST_TOLD = 40;

    private final OsmBoundaryStore store;

    OsmAreas(OsmBoundaryStore store) {
        this.store = store;
    }

    /**
     * The municipality, then its areas by name.
     *
     * @param name of the municipality, which may be left out where there is only one
     * @param level of the areas; without it the first usual one that has any
     */
    RawAreas read(Optional<String> name, OptionalInt level) {
        Optional<MunicipalityName> wanted =
                name.map(String::strip).filter(text -> !text.isEmpty()).map(MunicipalityName::new);
        OsmBoundary municipality = store.get(number(wanted));
        String called = wanted.map(said -> said.in(municipality.name())).orElse(municipality.name());
        List<RawAreas.Feature> features = new ArrayList<>();
        features.add(new Part(municipality, municipality.geometry()).feature("municipality", called));
        for (Part part : areas(municipality, level)) {
            features.add(part.feature("area", part.boundary.name()));
        }
        return new RawAreas(RawAreas.LON_LAT, features);
    }

    private long number(Optional<MunicipalityName> wanted) {
        Map<Long, String> all = store.names(MUNICIPALITY);
        List<Long> meant = all.entrySet().stream()
                .filter(one -> wanted.map(said -> said.matches(one.getValue())).orElse(true))
                .map(Map.Entry::getKey)
                .toList();
        if (meant.isEmpty()) {
            throw refused("municipality-not-in-osm", missing(wanted, all));
        }
        if (meant.size() > 1) {
            String detail = "the imported map holds %d municipalities that may be meant, give the name of one: %s";
            List<String> names = meant.stream().map(all::get).sorted().toList();
            throw refused("municipality-unclear", detail.formatted(meant.size(), told(names)));
        }
        return meant.get(0);
    }

    private String missing(Optional<MunicipalityName> wanted, Map<Long, String> municipalities) {
        if (!municipalities.isEmpty()) {
            return "no municipality of the imported map is called %s; there are: %s"
                    .formatted(
                            wanted.map(MunicipalityName::said).orElse("so"),
                            told(municipalities.values().stream().sorted().toList()));
        }
        Map<Integer, Integer> levels = store.countByLevel();
        return levels.isEmpty()
                ? "the imported map holds no complete boundary; import one that holds the whole municipality with import-osm"
                : "the imported map holds no complete boundary of a municipality (admin_level 7); there are "
                        + told(levels);
    }

    /** By name. */
    private List<Part> areas(OsmBoundary municipality, OptionalInt level) {
        Map<Integer, List<Part>> inside = new TreeMap<>();
        for (OsmBoundary near : store.listNear(municipality)) {
            BorderCut cut = BorderCut.of(near.geometry(), municipality.geometry());
            if (cut.belongs()) {
                inside.computeIfAbsent(near.level(), number -> new ArrayList<>())
                        .add(new Part(near, cut.inside()));
            }
        }
        if (level.isPresent() && !inside.containsKey(level.getAsInt())) {
            Map<Integer, Integer> counts = new TreeMap<>();
            inside.forEach((number, parts) -> counts.put(number, parts.size()));
            String detail = "no boundary of admin_level %d lies in %s; there are %s";
            throw refused("areas-not-in-osm", detail.formatted(level.getAsInt(), municipality.name(), told(counts)));
        }
        return level.isPresent()
                ? inside.getOrDefault(level.getAsInt(), List.of())
                : USUAL_LEVELS.stream()
                        .map(usual -> inside.getOrDefault(usual, List.of()))
                        .filter(parts -> !parts.isEmpty())
                        .findFirst()
                        .orElse(List.of());
    }

    private static String told(Map<Integer, Integer> countByLevel) {
        return countByLevel.isEmpty()
                ? "none of any level"
                : countByLevel.entrySet().stream()
                        .map(one -> "%d of level %d".formatted(one.getValue(), one.getKey()))
                        .collect(Collectors.joining(", "));
    }

    private static String told(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_TOLD, names.size())));
        return names.size() > MOST_TOLD ? first + " and %d more".formatted(names.size() - MOST_TOLD) : first;
    }

    private static ApiException refused(String code, String detail) {
        return new ApiException(ApiException.Kind.UNPROCESSABLE, code, detail, List.of());
    }

    /** A boundary, and what of it is to be taken. */
    private record Part(OsmBoundary boundary, Geometry inside) {

        RawAreas.Feature feature(String kind, String name) {
            return new RawAreas.Feature(boundary.place(), Map.of("kind", kind, "name", name), inside);
        }
    }
}
