package se.lykta.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Sets buildings with addresses along the streets that ask for it.
 *
 * <p>Walks along both sides of a street, odd numbers left and even ones right as in Sweden, and sets a building wherever
 * one of the wanted size stands clear of streets, rails, water, grounds and earlier buildings.
 */
final class Frontages {

    private static final List<String> BLOCKED_TAGS = List.of("natural", "leisure", "amenity", "building", "highway");

    /** Size and looks of the buildings of one kind of frontage; all in metres. */
    private record Style(String building, double width, double depth, double setback, double gap, double clear) {}

    private static final Map<String, Style> STYLES = Map.of(
            "houses", new Style("house", 13, 9.5, 9, 19, 6),
            "centre", new Style("apartments", 38, 13, 5, 3, 7.5),
            "slabs", new Style("apartments", 52, 12, 10, 15, 8),
            "industry", new Style("industrial", 44, 26, 10, 14, 9));

    private final GeometryFactory factory = new GeometryFactory();
    private final List<Geometry> obstacles = new ArrayList<>();
    private final List<Geometry> streets = new ArrayList<>();
    private final List<Geometry> rails = new ArrayList<>();
    private final List<Shape> placed = new ArrayList<>();
    private final Map<String, int[]> numbers = new LinkedHashMap<>();
    private final Dice dice = Dice.named("frontages");

    private Frontages(List<Shape> shapes) {
        for (Shape shape : shapes) {
            if (shape.isHighway()) {
                streets.add(line(shape.spots()));
            } else if (shape.isRail()) {
                rails.add(line(shape.spots()));
            } else if (shape.form() == Shape.Form.AREA && isBlocking(shape)) {
                obstacles.add(area(shape.spots()));
            }
        }
    }

    static List<Shape> build(List<Shape> shapes) {
        var frontages = new Frontages(shapes);
        shapes.stream().filter(shape -> !shape.frontage().isEmpty()).forEach(frontages::buildAlong);
        return List.copyOf(frontages.placed);
    }

    private static boolean isBlocking(Shape shape) {
        return BLOCKED_TAGS.stream().anyMatch(shape.tags()::containsKey)
                || List.of("cemetery", "allotments", "forest").contains(shape.tag("landuse"));
    }

    private void buildAlong(Shape street) {
        Style style = STYLES.get(street.frontage());
        if (style == null) {
            throw new IllegalArgumentException("no frontage is called " + street.frontage());
        }
        double length = length(street.spots());
        for (int side = -1; side <= 1; side += 2) {
            double at = 6 + style.width() / 2;
            while (at < length - 4) {
                double width = style.width() * dice.between(0.82, 1.2);
                boolean built = tryBuild(street, style, new double[] {at, width, side});
                at += built ? width + style.gap() * dice.between(0.7, 1.5) : 4;
            }
        }
    }

    private boolean tryBuild(Shape street, Style style, double[] slot) {
        double depth = style.depth() * dice.between(0.9, 1.15);
        double setback = 4 + style.setback() * dice.between(0.8, 1.15);
        Spot[] ends = segmentAt(street.spots(), slot[0]);
        double dx = (ends[1].x() - ends[0].x()) / ends[0].distance(ends[1]);
        double dy = (ends[1].y() - ends[0].y()) / ends[0].distance(ends[1]);
        double out = (setback + depth / 2) * slot[2];
        Spot centre = ends[2].plus(dy * out, -dx * out);
        double degrees = StrictMath.toDegrees(StrictMath.atan2(dy, dx)) + dice.between(-2, 2);
        List<Spot> ring = Curve.box(centre, slot[1] / 2, depth / 2, degrees);
        if (!isFree(area(ring), style)) {
            return false;
        }
        if (style.building().equals("house") && dice.chance(0.2)) {
            ring = withNotch(ring);
        }
        obstacles.add(area(ring));
        placed.add(new Shape(Shape.Form.AREA, tags(street, style, slot[2] > 0), "", ring));
        return true;
    }

    private boolean isFree(Geometry building, Style style) {
        return streets.stream().noneMatch(street -> street.isWithinDistance(building, style.clear()))
                && rails.stream().noneMatch(rail -> rail.isWithinDistance(building, 14))
                && obstacles.stream()
                        .noneMatch(other -> other.isWithinDistance(building, Math.min(6, style.gap() * 0.6)));
    }

    private Map<String, String> tags(Shape street, Style style, boolean right) {
        String name = street.tag("name");
        int[] next = numbers.computeIfAbsent(name, key -> new int[] {1, 2});
        int index = right ? 1 : 0;
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("building", style.building());
        tags.put("addr:street", name);
        tags.put("addr:housenumber", Integer.toString(next[index]));
        next[index] += 2;
        return tags;
    }

    /** Cuts a corner out of a rectangle: a house with a wing. */
    private static List<Spot> withNotch(List<Spot> box) {
        Spot a = box.get(2);
        Spot b = box.get(3);
        Spot c = box.get(1);
        Spot alongTop = a.towards(b, 0.4);
        Spot alongSide = a.towards(c, 0.4);
        Spot inner = alongTop.plus(alongSide.x() - a.x(), alongSide.y() - a.y());
        return List.of(box.get(0), c, alongSide, inner, alongTop, b, box.get(0));
    }

    static double length(List<Spot> line) {
        double length = 0;
        for (int i = 0; i + 1 < line.size(); i++) {
            length += line.get(i).distance(line.get(i + 1));
        }
        return length;
    }

    /** The two ends of the segment at this many metres of a line, and the place itself. */
    static Spot[] segmentAt(List<Spot> line, double metres) {
        double left = metres;
        for (int i = 0; i + 1 < line.size(); i++) {
            double length = line.get(i).distance(line.get(i + 1));
            if (left <= length || i + 2 == line.size()) {
                double share = Math.min(1, left / length);
                return new Spot[] {line.get(i), line.get(i + 1), line.get(i).towards(line.get(i + 1), share)};
            }
            left -= length;
        }
        throw new IllegalArgumentException("a line needs two places");
    }

    private Geometry line(List<Spot> spots) {
        return factory.createLineString(coordinates(spots));
    }

    private Geometry area(List<Spot> spots) {
        return factory.createPolygon(coordinates(spots)).buffer(0);
    }

    private static Coordinate[] coordinates(List<Spot> spots) {
        return spots.stream().map(spot -> new Coordinate(spot.x(), spot.y())).toArray(Coordinate[]::new);
    }
}
