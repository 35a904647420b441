package se.lykta.walk.paper;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import se.lykta.geo.LonLat;

/** A line on the paper. */
final class Course {

    private static final double SHORT = 9;

    private Course() {}

    static List<Coordinate> of(MapFrame frame, List<LonLat> line) {
        return line.stream().map(frame::at).toList();
    }

    static Pen.Shape shape(List<Coordinate> line) {
        return path -> {
            path.move(line.get(0).x, line.get(0).y);
            line.subList(1, line.size()).forEach(place -> path.line(place.x, place.y));
        };
    }

    /**
     * Places about every so many points along a line, with their direction as third value, the first one half as far; none
     * on pieces too short to show a direction.
     */
    static List<Coordinate> marks(List<Coordinate> line, double every) {
        List<Coordinate> marks = new ArrayList<>();
        double next = every / 2;
        for (int i = 1; i < line.size(); i++) {
            Coordinate from = line.get(i - 1);
            Coordinate to = line.get(i);
            double length = from.distance(to);
            for (; next <= length && length > SHORT; next += every) {
                double share = next / length;
                marks.add(new Coordinate(
                        from.x + share * (to.x - from.x),
                        from.y + share * (to.y - from.y),
                        Math.atan2(to.y - from.y, to.x - from.x)));
            }
            next = Math.max(next - length, SHORT / 2);
        }
        return marks;
    }
}
