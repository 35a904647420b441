package se.lykta.hotspot.analysis;

import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.confidence.Exposure;
import se.lykta.hotspot.facts.Window;
import se.lykta.hotspot.file.Backgrounds;
import se.lykta.hotspot.file.Input;
import se.lykta.hotspot.file.Method;
import se.lykta.hotspot.file.Methods;
import se.lykta.hotspot.file.Points;
import se.lykta.hotspot.file.Table;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;
import se.lykta.place.MetricGeometry;
import se.lykta.taxonomy.Taxonomy;

/**
 * Runs a method on the reports of a snapshot, as {@code lykta hotspots --input} runs it on those of a file.
 *
 * <p>The study area is the municipality, or what the filter's areas and box leave of it. Chosen reports outside of it are
 * handed over, too: methods count them as outside. Where a map was imported, reports are expected along its streets, not in
 * proportion to the area: nobody reports from a lake. Safe for use by many threads.
 */
public final class AnalysisRunner {

    private static final String CELL = "cell";
    private static final double LEAST_CELL_METRES = 250;

    /** Methods whose surface is smooth, so that it needs smaller cells. */
    private static final Set<String> SMOOTH = Set.of("kde");

    private static final double LEAST_SMOOTH_METRES = 100;
    private static final String BACKGROUND = "background";
    private static final String STREETS = "streets";

    /** Reports farther than this from all streets are expected around where they are. */
    private static final double REACH_METRES = 300;

    private final ReportPoints reports;
    private final Surroundings surroundings;
    private final Clock clock;

    /**
     * A runner for one municipality.
     *
     * @param zone whose days are counted
     */
    public AnalysisRunner(Taxonomy taxonomy, Surroundings surroundings, ZoneId zone, Clock clock) {
        this.reports = new ReportPoints(taxonomy, zone);
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** What answers depend on beside question and snapshot. */
    String version() {
        return surroundings.version();
    }

    /**
     * Runs it, which may take long.
     *
     * @param progress hears the share that is done, 0..1
     * @throws ApiException for parameters or reports that the method can't be run on
     */
    public Result run(Question question, Snapshot snapshot, DoubleConsumer progress) {
        MetricCrs crs = surroundings.crs();
        Filter filter = question.filter();
        Optional<Window> window =
                reports.window(snapshot, filter, question.method().comparesTimes());
        Filter dated = window.map(days -> filter.withWindow(days.fromMinute(), days.endMinute()))
                .orElse(filter);
        Points points = reports.of(snapshot, dated, crs);
        var input = new Input(points, area(filter, crs), crs, (name, same) -> background(name, crs, points));
        Table table = Methods.run(
                question.method(), input, parameters(question.parameters(), question.method(), input), progress);
        return new Result(table, crs, points.size(), window, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * Those given, and what suits the place where nothing was said: a size of cells, and streets instead of the area if there
     * are any. The facts of the table tell which.
     */
    private Map<String, String> parameters(Map<String, String> given, Method method, Input input) {
        Map<String, String> parameters = new HashMap<>(given);
        boolean comparesWithArea = method.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(BACKGROUND)
                        && parameter.otherwise().equals(Backgrounds.AREA));
        if (comparesWithArea && surroundings.streets(input.crs())[0].length > 0) {
            parameters.putIfAbsent(BACKGROUND, STREETS);
        }
        boolean hasCells = method.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(CELL));
        if (hasCells && input.area().isPresent()) {
            double least = SMOOTH.contains(method.name()) ? LEAST_SMOOTH_METRES : LEAST_CELL_METRES;
            parameters.putIfAbsent(
                    CELL, Double.toString(CellSize.of(least, input.area().get().getArea())));
        }
        return parameters;
    }

    private Optional<Geometry> area(Filter filter, MetricCrs crs) {
        return surroundings.outline().map(outline -> {
            Geometry area = filter.within(outline);
            if (area.isEmpty()) {
                throw ApiException.invalid(
                        "area-empty",
                        List.of(new Fault("area, bbox", "nothing of the municipality lies in the areas and the box")));
            }
            return new MetricGeometry(crs).project(area);
        });
    }

    private Points background(String name, MetricCrs crs, Points points) {
        if (!name.equals(STREETS)) {
            throw refused("'%s' is not one of %s, %s".formatted(name, Backgrounds.AREA, STREETS));
        }
        double[][] positions = surroundings.streets(crs);
        if (positions[0].length == 0) {
            throw refused("there are no streets yet: run ./lykta import-osm FILE");
        }
        Exposure exposure = Exposure.of(positions[0], positions[1], points.x(), points.y(), REACH_METRES);
        int size = exposure.size();
        String[] ids = IntStream.range(0, size).mapToObj(Integer::toString).toArray(String[]::new);
        double[] x = IntStream.range(0, size).mapToDouble(exposure::x).toArray();
        double[] y = IntStream.range(0, size).mapToDouble(exposure::y).toArray();
        return new Points(ids, x, y, new long[0], Map.of());
    }

    private static ApiException refused(String message) {
        return ApiException.invalid("background-invalid", List.of(new Fault("background", message)));
    }
}
