package se.lykta.index;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Where reports are wanted: in a box and, if there are any, in one of some areas.
 *
 * @param areas each once, ordered by their versions
 */
record FilterPlace(CellBox box, List<FilterArea> areas) {

    static final FilterPlace EVERYWHERE = new FilterPlace(CellBox.WORLD, List.of());

    /** Puts the areas in order. */
    FilterPlace {
        areas = List.copyOf(areas.stream()
                .collect(Collectors.toMap(FilterArea::version, area -> area, (a, b) -> a, TreeMap::new))
                .values());
    }

    boolean isEverywhere() {
        return areas.isEmpty() && box.equals(CellBox.WORLD);
    }

    /** Says whether a report with this Morton code is wanted. */
    boolean contains(long morton) {
        return box.contains(morton)
                && (areas.isEmpty()
                        || areas.stream().anyMatch(area -> area.cover().contains(morton)));
    }

    /** Says of the codes {@code first..last} that all are wanted; false if that is not seen at once. */
    boolean containsAll(long first, long last) {
        return box.containsAll(CellBox.around(first, last))
                && (areas.isEmpty()
                        || areas.stream().anyMatch(area -> area.cover().containsAll(first, last)));
    }

    /** Says of the codes {@code first..last} that none is wanted; false if that is not seen at once. */
    boolean misses(long first, long last) {
        return box.misses(CellBox.around(first, last))
                || (!areas.isEmpty()
                        && areas.stream().allMatch(area -> area.cover().misses(first, last)));
    }

    /** The part of a region, longitude and latitude, that is wanted: polygons, none if it is nothing. */
    Geometry within(Geometry region) {
        Geometry wanted = region;
        if (!areas.isEmpty()) {
            Geometry all = OverlayNGRobust.union(
                    areas.stream().map(FilterArea::polygons).toList());
            wanted = OverlayNGRobust.overlay(wanted, all, OverlayNG.INTERSECTION);
        }
        if (!box.equals(CellBox.WORLD)) {
            wanted = OverlayNGRobust.overlay(wanted, box.polygon(), OverlayNG.INTERSECTION);
        }
        return wanted.getFactory().buildGeometry(PolygonExtracter.getPolygons(wanted));
    }

    /** The least Morton code that may be wanted. */
    long firstMorton() {
        return Math.max(
                box.firstMorton(),
                areas.stream()
                        .mapToLong(area -> area.cover().firstMorton())
                        .min()
                        .orElse(0));
    }

    /** A Morton code behind all that may be wanted. */
    long endMorton() {
        return Math.min(
                box.endMorton(),
                areas.stream().mapToLong(area -> area.cover().endMorton()).max().orElse(Long.MAX_VALUE));
    }

    /** Adds one letter and the value for each part; a part that wants everything is left out. */
    void describe(StringBuilder text) {
        if (!box.equals(CellBox.WORLD)) {
            text.append(".b%x_%x_%x_%x".formatted(box.minX(), box.minY(), box.maxX(), box.maxY()));
        }
        areas.forEach(area -> text.append(".g").append(area.version()));
    }
}
