package se.lykta.hotspot.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import se.lykta.hotspot.cells.StudyCells;
import se.lykta.hotspot.surface.Accuracy;
import se.lykta.hotspot.surface.SurfaceChoice;
import se.lykta.hotspot.surface.SurfaceChooser;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.http.QueryParameters;

/**
 * {@code pai}: how well the map of one period foretold the next one, a row for each way of making the map and each share of
 * the area. {@code cells} are chosen, {@code hits} of the {@code later} points lie in them, ties by expectation.
 */
final class PaiMethod implements Method {

    private static final List<Double> SHARES = List.of(1.0, 2.0, 5.0, 10.0);
    private static final List<Double> RADII = List.of(300.0, 500.0, 1000.0);
    private static final double PERCENT = 100;
    private static final double KNOWN_SHARE = 0.8;

    @Override
    public String name() {
        return "pai";
    }

    @Override
    public String summary() {
        return "held-out accuracy of count, kernels, Gi*, DBSCAN and the default surface: hit rate, PAI, PEI";
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(
                        CellOptions.PARAMETERS.stream(),
                        Stream.of(
                                new Parameter(
                                        "split",
                                        "DATE",
                                        "",
                                        "first day to be foretold; else the last fifth of the time"),
                                new Parameter("until", "DATE", "", "first day that is not foretold any more; else all"),
                                new Parameter("shares", "PERCENT,…", "1,2,5,10", "shares of the area that are chosen"),
                                new Parameter("radius", "METRES,…", "300,500,1000", "radii of the quartic kernels"),
                                new Parameter("eps", "METRES", "the cell", "of DBSCAN"),
                                new Parameter("min-pts", "N", "8", "of DBSCAN")))
                .toList();
    }

    @Override
    public boolean comparesTimes() {
        return true;
    }

    @Override
    public Table run(Input input, QueryParameters parameters, DoubleConsumer progress) {
        CellOptions options = CellOptions.read(parameters);
        Optional<LocalDate> split = parameters.find("split", LocalDate::parse, "a date, 2025-09-30");
        Optional<LocalDate> until = parameters.find("until", LocalDate::parse, "a date, 2025-12-31");
        List<Double> shares = NumberList.read(parameters, "shares", 1e-6, PERCENT);
        List<Double> radii = NumberList.read(parameters, "radius", 1e-3, 1e6);
        double eps = parameters.number("eps", options.shape().sizeMetres(), 1e-3, 1e6);
        int minPts = parameters.integer("min-pts", 8, 1, Integer.MAX_VALUE);
        parameters.check();
        StudyCells cells = options.cells(input);
        long[] times = PointDays.seconds(input.points());
        long start = split.map(PointDays::start).orElseGet(() -> PointDays.at(times, KNOWN_SHARE));
        var forecast = new Forecast(cells, input.points(), times, start);
        double[] later = forecast.later(until.map(PointDays::start).orElse(Long.MAX_VALUE));
        if (Arrays.stream(later).sum() == 0) {
            throw ApiException.invalid(
                    "split-invalid", List.of(new Fault("split", "no point of the study area is later")));
        }
        SurfaceChoice choice = new SurfaceChooser(cells).choose(forecast.history(), start, progress);
        Map<String, double[]> surfaces = new LinkedHashMap<>();
        surfaces.put("default", choice.perKm2());
        surfaces.put("count", forecast.count());
        for (double radius : radii.isEmpty() ? RADII : radii) {
            surfaces.put("kde_h" + NumberList.plain(radius), forecast.density(radius));
        }
        surfaces.put("gi", forecast.gi());
        surfaces.put("dbscan", forecast.clustered(eps, minPts));
        ColumnTable table = table(surfaces, later, shares.isEmpty() ? SHARES : shares);
        table.fact("cell", options.shape().sizeMetres());
        table.fact("cells", cells.size());
        table.fact("split", PointDays.date(start));
        table.fact("known", forecast.known());
        table.fact("eps", eps);
        table.fact("min-pts", minPts);
        SurfaceFacts.tell(choice, table::fact);
        return table;
    }

    private static ColumnTable table(Map<String, double[]> surfaces, double[] later, List<Double> shares) {
        List<Score> scores = new ArrayList<>();
        surfaces.forEach((name, surface) ->
                shares.forEach(percent -> scores.add(new Score(name, Accuracy.of(surface, later, percent / PERCENT)))));
        return new ColumnTable(scores.size(), row -> null)
                .column("method", row -> scores.get(row).name)
                .column("area_share", row -> scores.get(row).accuracy.areaShare())
                .column("cells", row -> scores.get(row).accuracy.areaShare() * later.length)
                .column("hits", row -> scores.get(row).accuracy.hits())
                .column("later", row -> scores.get(row).accuracy.reports())
                .column("hit_rate", row -> scores.get(row).accuracy.hitRate())
                .column("pai", row -> scores.get(row).accuracy.pai())
                .column("pei", row -> scores.get(row).accuracy.pei());
    }

    /** How a surface did at a share of the area. */
    private record Score(String name, Accuracy accuracy) {}
}
