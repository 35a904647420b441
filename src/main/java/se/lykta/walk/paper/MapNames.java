package se.lykta.walk.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;
import se.lykta.geo.LonLat;
import se.lykta.place.base.MapShape;

/**
 * Writes the names of streets and public places, each once, where it fits: a street's along its longest straight stretch.
 *
 * <p>Used by one thread, for one map.
 */
final class MapNames {

    /** A stretch is straight while it turns no more than this from its first direction, in radians. */
    private static final double STRAIGHT = 0.3;

    private static final double EDGE = 4;

    private static final Comparator<Stretch> LONGEST_FIRST = Comparator.comparingDouble(Stretch::length)
            .reversed()
            .thenComparingDouble(stretch -> stretch.from.x)
            .thenComparingDouble(stretch -> stretch.from.y);

    private static final Set<String> PLACES = Set.of(
            "school",
            "kindergarten",
            "sports_centre",
            "sports_hall",
            "stadium",
            "ice_rink",
            "station",
            "halt",
            "bus_station",
            "library",
            "theatre",
            "cinema",
            "townhall",
            "hospital",
            "community_centre",
            "park",
            "square",
            "place_of_worship",
            "supermarket",
            "mall",
            "museum",
            "police",
            "playground");

    private final Pen pen;
    private final MapFrame frame;
    private final Occupied occupied;

    MapNames(Pen pen, MapFrame frame, Occupied occupied) {
        this.pen = pen;
        this.frame = frame;
        this.occupied = occupied;
    }

    void write(List<MapShape> shapes) {
        writePlaces(shapes);
        streets(shapes).forEach(this::writeStreet);
    }

    private void writePlaces(List<MapShape> shapes) {
        shapes.stream()
                .filter(shape -> shape.layer().equals("pois") && PLACES.contains(shape.kind()))
                .filter(shape -> !shape.name().isEmpty())
                .forEach(shape -> {
                    Coordinate lonLat = shape.geometry().getInteriorPoint().getCoordinate();
                    Coordinate at = frame.at(new LonLat(lonLat.x, lonLat.y));
                    write(TextStyle.PLACE, at, 0, shape.name());
                });
    }

    private static Map<String, LineMerger> streets(List<MapShape> shapes) {
        Map<String, LineMerger> streets = new TreeMap<>();
        shapes.stream()
                .filter(shape -> shape.layer().equals("roads") && !shape.name().isEmpty())
                .filter(shape -> !shape.kind().equals("rail") && !shape.kind().equals("ferry"))
                .forEach(shape -> streets.computeIfAbsent(shape.name(), name -> new LineMerger())
                        .add(shape.geometry()));
        return streets;
    }

    private void writeStreet(String name, LineMerger lines) {
        List<Stretch> stretches = new ArrayList<>();
        for (Object merged : lines.getMergedLineStrings()) {
            if (merged instanceof LineString line) {
                addStretches(line, stretches);
            }
        }
        double needed = pen.width(TextStyle.STREET, name) + EDGE;
        List<Coordinate> places = stretches.stream()
                .filter(stretch -> stretch.length() >= needed)
                .sorted(LONGEST_FIRST)
                .flatMap(stretch -> stretch.places(needed).stream())
                .toList();
        for (Coordinate place : places) {
            if (write(TextStyle.STREET, place, place.z, name)) {
                return;
            }
        }
    }

    private boolean write(TextStyle style, Coordinate at, double angle, String text) {
        double length = pen.width(style, text);
        double reach = length / 2 * Math.abs(Math.cos(angle)) + EDGE;
        double rise = length / 2 * Math.abs(Math.sin(angle)) + EDGE;
        Envelope inside = new Envelope(
                frame.paper().x() + reach,
                frame.paper().right() - reach,
                frame.paper().y() + rise,
                frame.paper().top() - rise);
        boolean fits = reach * 2 < frame.paper().width()
                && rise * 2 < frame.paper().height()
                && inside.contains(at)
                && occupied.takeText(at.x, at.y, angle, length, style.size());
        if (fits) {
            pen.onMap(style, at.x, at.y, angle, text);
        }
        return fits;
    }

    private void addStretches(LineString line, List<Stretch> stretches) {
        List<Coordinate> places = IntStream.range(0, line.getNumPoints())
                .mapToObj(line::getCoordinateN)
                .map(lonLat -> frame.at(new LonLat(lonLat.x, lonLat.y)))
                .toList();
        int first = 0;
        for (int i = 2; i <= places.size(); i++) {
            if (i == places.size() || turn(places.get(first), places.get(first + 1), places.get(i)) > STRAIGHT) {
                seen(places.get(first), places.get(i - 1)).ifPresent(stretches::add);
                first = i - 1;
            }
        }
    }

    private static double turn(Coordinate from, Coordinate by, Coordinate to) {
        double turn = Math.atan2(by.y - from.y, by.x - from.x) - Math.atan2(to.y - from.y, to.x - from.x);
        return Math.abs(Math.IEEEremainder(turn, 2 * Math.PI));
    }

    /** The part of a stretch inside the frame (Liang and Barsky, A new concept and method for line clipping, 1984). */
    private Optional<Stretch> seen(Coordinate from, Coordinate to) {
        Box box = frame.paper();
        double dx = to.x - from.x;
        double dy = to.y - from.y;
        double[][] edges = {
            {-dx, from.x - box.x()}, {dx, box.right() - from.x}, {-dy, from.y - box.y()}, {dy, box.top() - from.y}
        };
        double enters = 0;
        double leaves = 1;
        for (double[] edge : edges) {
            if (edge[0] == 0 && edge[1] < 0) {
                return Optional.empty();
            }
            if (edge[0] < 0) {
                enters = Math.max(enters, edge[1] / edge[0]);
            } else if (edge[0] > 0) {
                leaves = Math.min(leaves, edge[1] / edge[0]);
            }
        }
        return enters >= leaves
                ? Optional.empty()
                : Optional.of(new Stretch(
                        new Coordinate(from.x + enters * dx, from.y + enters * dy),
                        new Coordinate(from.x + leaves * dx, from.y + leaves * dy)));
    }

    /** A straight piece of a street on the paper. */
    private record Stretch(Coordinate from, Coordinate to) {

        double length() {
            return from.distance(to);
        }

        /** Middle, quarter and three quarters, each with an angle at which text is not upside down. */
        List<Coordinate> places(double needed) {
            double angle = Math.atan((to.y - from.y) / (to.x - from.x));
            double room = Math.max(0, 0.5 - needed / length() / 2);
            return List.of(at(0.5, angle), at(0.5 - room / 2, angle), at(0.5 + room / 2, angle));
        }

        private Coordinate at(double share, double angle) {
            return new Coordinate(
                    from.x + share * (to.x - from.x),
                    from.y + share * (to.y - from.y),
                    Double.isNaN(angle) ? 0 : angle);
        }
    }
}
