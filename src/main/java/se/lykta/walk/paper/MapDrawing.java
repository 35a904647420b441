package se.lykta.walk.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import se.lykta.geo.LonLat;
import se.lykta.place.base.MapShape;

/**
 * A map that is drawn on a page: the imported map in pale tones, routes over it, numbered marks on top.
 *
 * <p>Marks are moved aside, with a thin line to their place, where they would cover one another. Used by one thread: add
 * what is to be seen, then {@link #draw} once.
 */
public final class MapDrawing {

    private static final double MARK_RADIUS = 6.6;
    private static final double ARROW_EVERY = 62;
    private static final double ARROW = 3.4;
    private static final double[] ASIDE = {0, 14, 22, 31};
    private static final int DIRECTIONS = 12;

    private final MapFrame frame;
    private final List<MapShape> shapes;
    private final Occupied occupied = new Occupied();
    private final List<Route> routes = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<LonLat> crosses = new ArrayList<>();

    /**
     * A map.
     *
     * @param shapes the imported map of the frame, from the ground up; empty for blank paper
     */
    public MapDrawing(MapFrame frame, List<MapShape> shapes) {
        this.frame = frame;
        this.shapes = shapes.stream().filter(MapDrawing::isSeen).toList();
    }

    /** Streets and rails below ground are not, but underpasses are: people walk there. */
    private static boolean isSeen(MapShape shape) {
        return !shape.tunnel() || shape.kind().equals("path");
    }

    /** A way that is only told of, thin. */
    public void addOther(List<LonLat> line) {
        routes.add(new Route(Course.of(frame, line), false));
    }

    /** A way that is walked, with arrows. */
    public void addRoute(List<LonLat> line) {
        routes.add(new Route(Course.of(frame, line), true));
    }

    /** A round mark with a short text; left out if its place is not on the map. */
    public void addMark(LonLat position, String text) {
        add(position, text, true);
    }

    /** A square mark. */
    public void addEnd(LonLat position, String text) {
        add(position, text, false);
    }

    /** A cross where something lies beside the way. */
    public void addCross(LonLat position) {
        crosses.add(position);
    }

    private void add(LonLat position, String text, boolean round) {
        Coordinate at = frame.at(position);
        if (frame.contains(at, 0)) {
            marks.add(new Mark(at, free(at).orElse(at), text, round));
        }
    }

    /** The nearest place for a mark that covers none of those before. */
    private Optional<Coordinate> free(Coordinate at) {
        for (double away : ASIDE) {
            for (int i = 0; i < DIRECTIONS; i++) {
                double angle = Math.PI / 2 - i * 2 * Math.PI / DIRECTIONS;
                var place = new Coordinate(at.x + away * Math.cos(angle), at.y + away * Math.sin(angle));
                if (frame.contains(place, MARK_RADIUS + 1) && occupied.take(place.x, place.y, MARK_RADIUS + 0.6)) {
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }

    /** Draws it all. */
    public void draw(Pen pen) {
        pen.within(frame.paper(), () -> {
            new BaseMapPainter(pen, frame).paint(shapes);
            routes.stream().filter(route -> !route.walked).forEach(route -> drawOther(pen, route));
            routes.stream().filter(route -> route.walked).forEach(route -> drawRoute(pen, route));
            reserveMargin();
            new MapNames(pen, frame, occupied).write(shapes);
            crosses.forEach(position -> drawCross(pen, frame.at(position)));
            marks.forEach(mark -> drawMark(pen, mark));
        });
        MapMargin.draw(pen, frame);
    }

    /** Where scale bar and arrow stand, no name is written. */
    private void reserveMargin() {
        Box paper = frame.paper();
        occupied.take(paper.right() - 16, paper.y() + 20, 18);
        for (double along = 4; along < 130; along += 10) {
            occupied.take(paper.x() + along, paper.y() + 9, 8);
        }
    }

    private static void drawOther(Pen pen, Route route) {
        pen.stroke(Course.shape(route.line), new Stroke(Tone.PAPER, 2.4));
        pen.stroke(Course.shape(route.line), new Stroke(Tone.OTHER, 1.1, 4, 2));
    }

    private static void drawRoute(Pen pen, Route route) {
        pen.stroke(Course.shape(route.line), new Stroke(Tone.PAPER, 4.2));
        pen.stroke(Course.shape(route.line), new Stroke(Tone.ROUTE, 2.2));
        Course.marks(route.line, ARROW_EVERY).forEach(mark -> drawArrow(pen, mark));
    }

    private static void drawArrow(Pen pen, Coordinate at) {
        double cos = Math.cos(at.z);
        double sin = Math.sin(at.z);
        pen.fill(
                path -> path.move(at.x + 1.3 * ARROW * cos, at.y + 1.3 * ARROW * sin)
                        .line(at.x - ARROW * (cos + sin), at.y - ARROW * (sin - cos))
                        .line(at.x - ARROW * (cos - sin), at.y - ARROW * (sin + cos))
                        .close(),
                Tone.ROUTE);
    }

    private static void drawCross(Pen pen, Coordinate at) {
        for (Stroke stroke : List.of(new Stroke(Tone.PAPER, 4), new Stroke(Tone.INK, 1.8))) {
            pen.line(at.x - 4, at.y - 4, at.x + 4, at.y + 4, stroke);
            pen.line(at.x - 4, at.y + 4, at.x + 4, at.y - 4, stroke);
        }
    }

    private static void drawMark(Pen pen, Mark mark) {
        Coordinate at = mark.shown;
        if (at.distance(mark.place) > 0) {
            pen.line(at.x, at.y, mark.place.x, mark.place.y, new Stroke(Tone.PAPER, 2.4));
            pen.line(at.x, at.y, mark.place.x, mark.place.y, new Stroke(Tone.ROUTE, 0.9));
            pen.disc(mark.place.x, mark.place.y, 1.8, Tone.ROUTE);
        }
        if (mark.round) {
            pen.disc(at.x, at.y, MARK_RADIUS + 1, Tone.PAPER);
            pen.disc(at.x, at.y, MARK_RADIUS, Tone.ROUTE);
        } else {
            var box = new Box(at.x - MARK_RADIUS, at.y - MARK_RADIUS, 2 * MARK_RADIUS, 2 * MARK_RADIUS);
            pen.fill(box.inset(-1), Tone.PAPER);
            pen.fill(box, Tone.ROUTE);
        }
        pen.centred(TextStyle.NUMBER, at.x, at.y - TextStyle.NUMBER.size() * 0.36, mark.text);
    }

    private record Route(List<Coordinate> line, boolean walked) {}

    /** Where something is, and where its mark is drawn. */
    private record Mark(Coordinate place, Coordinate shown, String text, boolean round) {}
}
