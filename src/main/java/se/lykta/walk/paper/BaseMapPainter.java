package se.lykta.walk.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import se.lykta.geo.LonLat;
import se.lykta.place.base.MapShape;

/**
 * Draws the imported map in pale tones: land, water, houses, ways, lamps, from the ground up.
 *
 * <p>Used by one thread, for one map.
 */
final class BaseMapPainter {

    /** Lamps are seen only on maps as near as this. */
    private static final double LAMP_METRES_PER_POINT = 2.8;

    private static final Set<String> GREEN = Set.of(
            "park",
            "garden",
            "wood",
            "forest",
            "grass",
            "meadow",
            "grassland",
            "scrub",
            "heath",
            "village_green",
            "cemetery",
            "golf_course",
            "allotments",
            "recreation_ground",
            "nature_reserve",
            "pitch",
            "playground",
            "dog_park",
            "orchard",
            "zoo",
            "wetland");
    private static final Set<String> PAVED =
            Set.of("pedestrian", "parking", "platform", "pier", "school", "kindergarten", "sports_centre", "stadium");

    /** How wide a street is, in metres and at least in points. */
    private static final Map<String, double[]> STREETS = Map.of(
            "highway", new double[] {14, 2.2},
            "major_road", new double[] {10, 1.6},
            "minor_road", new double[] {7, 1});

    private static final double WIDEST = 7;
    private static final double KERB = 0.9;

    private final Pen pen;
    private final MapFrame frame;

    BaseMapPainter(Pen pen, MapFrame frame) {
        this.pen = pen;
        this.frame = frame;
    }

    void paint(List<MapShape> shapes) {
        shapes.stream().filter(shape -> shape.layer().equals("landuse")).forEach(this::land);
        shapes.stream().filter(shape -> shape.layer().equals("water")).forEach(this::water);
        shapes.stream().filter(shape -> shape.layer().equals("buildings")).forEach(this::house);
        List<MapShape> ways =
                shapes.stream().filter(shape -> shape.layer().equals("roads")).toList();
        ways.forEach(this::path);
        ways.forEach(way -> streetWidth(way).ifPresent(width -> lines(way, new Stroke(Tone.KERB, width + KERB))));
        ways.forEach(way -> streetWidth(way).ifPresent(width -> lines(way, new Stroke(Tone.PAPER, width))));
        if (frame.metresPerPoint() < LAMP_METRES_PER_POINT) {
            shapes.stream().filter(shape -> shape.kind().equals("street_lamp")).forEach(this::lamp);
        }
    }

    private void land(MapShape shape) {
        if (GREEN.contains(shape.kind())) {
            areas(shape.geometry(), Tone.GREEN);
        } else if (PAVED.contains(shape.kind())) {
            areas(shape.geometry(), Tone.PAVED);
        }
    }

    private void water(MapShape shape) {
        if (shape.geometry().getDimension() == 2) {
            areas(shape.geometry(), Tone.WATER);
        } else {
            lines(shape, new Stroke(Tone.SHORE, shape.kind().equals("river") ? 1.6 : 0.7));
        }
    }

    private void house(MapShape shape) {
        areas(shape.geometry(), Tone.HOUSE);
        rings(shape.geometry(), new Stroke(Tone.WALL, 0.3));
    }

    /** Ways on foot are dashed, stairs are barred, rails are thin. */
    private void path(MapShape way) {
        switch (way.kind()) {
            case "path" ->
                lines(way, way.detail().equals("steps") ? new Stroke(Tone.RAIL, 2.6, 0.7, 0.9) : pathStroke());
            case "rail" -> lines(way, new Stroke(Tone.RAIL, 0.6));
            case "ferry" -> lines(way, new Stroke(Tone.SHORE, 0.6, 3, 3));
            case "minor_road" -> {
                if (way.detail().isEmpty() || isDriveway(way)) {
                    lines(way, new Stroke(Tone.KERB, 0.8));
                }
            }
            default -> {
                // streets are drawn after all paths, so that a path ends at a kerb
            }
        }
    }

    private static Stroke pathStroke() {
        return new Stroke(Tone.PATH, 0.7, 2, 1.3);
    }

    private Optional<Double> streetWidth(MapShape way) {
        double[] width = STREETS.get(way.kind());
        return width == null || isDriveway(way)
                ? Optional.empty()
                : Optional.of(Math.min(WIDEST, Math.max(width[1], width[0] / frame.metresPerPoint())));
    }

    private static boolean isDriveway(MapShape way) {
        return Set.of("driveway", "parking_aisle", "alley", "emergency_access").contains(way.detail());
    }

    private void lamp(MapShape shape) {
        if (shape.geometry() instanceof Point point) {
            Coordinate at = frame.at(new LonLat(point.getX(), point.getY()));
            pen.disc(at.x, at.y, 1.3, Tone.INK);
            pen.disc(at.x, at.y, 0.9, Tone.LAMP);
        }
    }

    private void areas(Geometry geometry, Tone tone) {
        parts(geometry, Polygon.class).forEach(polygon -> pen.fill(path -> outline(path, polygon), tone));
    }

    private void rings(Geometry geometry, Stroke stroke) {
        parts(geometry, Polygon.class).forEach(polygon -> pen.stroke(path -> outline(path, polygon), stroke));
    }

    private void lines(MapShape shape, Stroke stroke) {
        parts(shape.geometry(), LineString.class).forEach(line -> pen.stroke(path -> follow(path, line), stroke));
    }

    private void outline(Pen.Path path, Polygon polygon) {
        follow(path, polygon.getExteriorRing());
        path.close();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            follow(path, polygon.getInteriorRingN(i));
            path.close();
        }
    }

    private void follow(Pen.Path path, LineString line) {
        for (int i = 0; i < line.getNumPoints(); i++) {
            Coordinate lonLat = line.getCoordinateN(i);
            Coordinate at = frame.at(new LonLat(lonLat.x, lonLat.y));
            if (i == 0) {
                path.move(at.x, at.y);
            } else {
                path.line(at.x, at.y);
            }
        }
    }

    private static <G extends Geometry> List<G> parts(Geometry geometry, Class<G> type) {
        return IntStream.range(0, geometry.getNumGeometries())
                .mapToObj(geometry::getGeometryN)
                .filter(part -> type.isInstance(part) && !part.isEmpty())
                .map(type::cast)
                .toList();
    }
}
