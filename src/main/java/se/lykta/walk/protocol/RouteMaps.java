package se.lykta.walk.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.lykta.geo.LonLat;
import se.lykta.place.MetricGeometry;
import se.lykta.place.base.MapShape;
import se.lykta.walk.paper.Box;
import se.lykta.walk.paper.MapDrawing;
import se.lykta.walk.paper.MapFrame;
import se.lykta.walk.paper.Sheet;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkStop;

/**
 * The maps of a walk: the whole loop, and each stop from near.
 *
 * <p>Used by one thread, for one document.
 */
final class RouteMaps {

    private static final double LEAST_METRES = 300;
    private static final double NEAR_METRES = 115;
    private static final double ROOM_METRES = 25;

    /** A house or bend smaller than this is not seen, in points. */
    private static final double LEAST_POINTS = 0.5;

    private final Handout handout;
    private final MapSource source;
    private final MetricGeometry geometry;
    private final Language language;

    RouteMaps(Handout handout, MapSource source, Language language) {
        this.handout = handout;
        this.source = source;
        this.geometry = new MetricGeometry(handout.crs());
        this.language = language;
    }

    /** Draws a whole loop; says whether there was a map below it. */
    boolean drawLoop(Sheet sheet, Loop loop, Box box) {
        var frame = MapFrame.fitting(geometry, extent(loop), box, LEAST_METRES);
        List<MapShape> shapes = shapes(frame);
        var map = new MapDrawing(frame, shapes);
        handout.loops().stream()
                .filter(other -> other.group() != loop.group())
                .forEach(other -> other.legs().forEach(leg -> map.addOther(leg.line())));
        loop.legs().forEach(leg -> map.addRoute(leg.line()));
        addEnds(map, loop);
        loop.stops().forEach(stop -> map.addMark(stop.position(), Integer.toString(stop.number())));
        String description = language.say(
                "Karta över rundan med start och %s. Vägen beskrivs i ord vid varje stopp.",
                "Map of the loop with its start and %s. The way is told in words at each stop.",
                language.stops(loop.stops().size()));
        sheet.figure(description, map::draw);
        return !shapes.isEmpty();
    }

    /** Draws what is around a stop; says whether there was a map below it. */
    boolean drawStop(Sheet sheet, Loop loop, WalkStop stop, Box box) {
        double radius = Math.max(NEAR_METRES, stop.offMetres() + ROOM_METRES);
        var frame = MapFrame.around(geometry, stop.position(), box, radius);
        List<MapShape> shapes = shapes(frame);
        var map = new MapDrawing(frame, shapes);
        for (int leg = 0; leg < loop.legs().size(); leg++) {
            List<LonLat> line = loop.legs().get(leg).line();
            if (leg == stop.number() - 1 || leg == stop.number()) {
                map.addRoute(line);
            } else {
                map.addOther(line);
            }
        }
        if (stop.offMetres() > 0) {
            map.addCross(stop.place());
        }
        map.addMark(stop.position(), Integer.toString(stop.number()));
        loop.stops().stream()
                .filter(other -> other.number() != stop.number())
                .forEach(other -> map.addMark(other.position(), Integer.toString(other.number())));
        addEnds(map, loop);
        sheet.figure(
                language.say(
                        "Karta över omgivningen av stopp %d.", "Map of the surroundings of stop %d.", stop.number()),
                map::draw);
        return !shapes.isEmpty();
    }

    private List<MapShape> shapes(MapFrame frame) {
        return source.list(frame.bbox(), LEAST_POINTS * frame.metresPerPoint());
    }

    private void addEnds(MapDrawing map, Loop loop) {
        map.addEnd(loop.start(), "S");
        if (!loop.end().equals(loop.start())) {
            map.addEnd(loop.end(), language.say("M", "E"));
        }
    }

    private static List<LonLat> extent(Loop loop) {
        List<LonLat> extent = new ArrayList<>(List.of(loop.start(), loop.end()));
        loop.legs().forEach(leg -> extent.addAll(leg.line()));
        return Stream.concat(extent.stream(), loop.stops().stream().map(WalkStop::position))
                .toList();
    }
}
