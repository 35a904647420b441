package se.lykta.place.snap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import se.lykta.geo.LonLat;
import se.lykta.place.Area;
import se.lykta.place.Municipality;

/**
 * The municipality cut along its areas: no snap point stands for anything beyond its own piece.
 *
 * <p>Where areas overlap the first by name has it. What lies in no area is one more region. Immutable and safe for use by
 * many threads.
 */
final class Regions {

    private final Municipality municipality;
    private final List<Area> areas;
    private final List<IndexedPointInAreaLocator> locators;
    private final STRtree boxes = new STRtree();

    /** The regions of a municipality. */
    Regions(Municipality municipality, List<Area> areas) {
        this.municipality = municipality;
        this.areas = List.copyOf(areas);
        this.locators = this.areas.stream()
                .map(area -> new IndexedPointInAreaLocator(area.geometry()))
                .toList();
        for (int i = 0; i < this.areas.size(); i++) {
            boxes.insert(this.areas.get(i).geometry().getEnvelopeInternal(), i);
        }
        boxes.build();
    }

    /** One more than there are areas. */
    int size() {
        return areas.size() + 1;
    }

    /** The number of the region of a position; empty outside of the municipality. */
    OptionalInt find(LonLat position) {
        if (!municipality.contains(position)) {
            return OptionalInt.empty();
        }
        var here = new Coordinate(position.lonDeg(), position.latDeg());
        int first = found(new Envelope(here))
                .filter(region -> locators.get(region).locate(here) != Location.EXTERIOR)
                .min(Integer::compare)
                .orElse(areas.size());
        return OptionalInt.of(first);
    }

    /** The number of the area; empty for what lies in none. */
    OptionalInt areaId(int region) {
        return region < areas.size() ? OptionalInt.of(areas.get(region).id()) : OptionalInt.empty();
    }

    /** The number of the region of an area or of what lies in none; empty for an area that is not there. */
    OptionalInt regionOf(OptionalInt areaId) {
        for (int region = 0; region < size(); region++) {
            if (areaId(region).equals(areaId)) {
                return OptionalInt.of(region);
            }
        }
        return OptionalInt.empty();
    }

    /** What the region is called. */
    String name(int region) {
        return region < areas.size() ? areas.get(region).name() : municipality.name();
    }

    /** The middle: the centre of gravity if it lies inside, else a point well inside; empty for a region without extent. */
    Optional<LonLat> centre(int region) {
        Optional<Geometry> shape = shape(region);
        if (shape.isEmpty()) {
            return Optional.of(municipality.start());
        }
        Geometry known = shape.get();
        if (known.getArea() == 0) {
            return Optional.empty();
        }
        Point inside = known.getInteriorPoint();
        return Stream.of(
                        Rounding.of(known.getCentroid()), Rounding.of(inside), new LonLat(inside.getX(), inside.getY()))
                .filter(position -> find(position).equals(OptionalInt.of(region)))
                .findFirst();
    }

    /** Its exact extent; empty without a border. */
    private Optional<Geometry> shape(int region) {
        if (region < areas.size()) {
            Geometry area = areas.get(region).geometry();
            Geometry inside = municipality
                    .outline()
                    .map(outline -> OverlayNGRobust.overlay(area, outline, OverlayNG.INTERSECTION))
                    .orElse(area);
            return Optional.of(without(inside, region));
        }
        return municipality.outline().map(outline -> without(outline, region));
    }

    private Geometry without(Geometry shape, int region) {
        Geometry left = shape;
        List<Integer> earlier = found(shape.getEnvelopeInternal())
                .filter(other -> other < region)
                .sorted()
                .toList();
        for (int other : earlier) {
            left = OverlayNGRobust.overlay(left, areas.get(other).geometry(), OverlayNG.DIFFERENCE);
        }
        return left;
    }

    @SuppressWarnings("unchecked") // only numbers are ever put into the tree
    private Stream<Integer> found(Envelope box) {
        return new ArrayList<>((List<Integer>) boxes.query(box)).stream();
    }
}
