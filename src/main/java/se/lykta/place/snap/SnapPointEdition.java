package se.lykta.place.snap;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The snap points of one map and one set of areas. Immutable.
 *
 * @param version of map, areas and rules that they were made from; visible ASCII without quotes
 * @param points of all scales, in a fixed order
 * @param areaNames the names of the areas by their numbers
 */
public record SnapPointEdition(String version, List<SnapPoint> points, Map<Integer, String> areaNames) {

    /** What there is before anything was looked at. */
    static final SnapPointEdition NONE = new SnapPointEdition("none", List.of(), Map.of());

    /** Copies what it is given. */
    public SnapPointEdition {
        points = List.copyOf(points);
        areaNames = Map.copyOf(areaNames);
    }

    /** The name of the area that a point stands for; empty for one outside of all areas. */
    public Optional<String> areaName(SnapPoint point) {
        return point.areaId().isPresent()
                ? Optional.ofNullable(areaNames.get(point.areaId().getAsInt()))
                : Optional.empty();
    }
}
