package se.lykta.hotspot.file;

import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.hotspot.scan.ScanFigures;
import se.lykta.hotspot.scan.SpaceTimeCluster;
import se.lykta.hotspot.scan.SpaceTimeOptions;
import se.lykta.hotspot.scan.SpaceTimeScan;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.http.QueryParameters;

/** {@code stscan}: the space-time permutation scan over points with a time, a row for each cluster. */
final class SpaceTimeScanMethod implements Method {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Override
    public String name() {
        return "stscan";
    }

    @Override
    public String summary() {
        return "places and times with more points than both explain by themselves";
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(
                        Stream.of(
                                new Parameter("max-radius", "METRES", "1000", "widest circle"),
                                new Parameter("max-days", "DAYS", "30", "longest time"),
                                new Parameter("max-share", "0..0.5", "0.5", "largest share of the points in a circle"),
                                new Parameter("min-cases", "N", "2", "least points of a cluster"),
                                new Parameter("ongoing", "true|false", "false", "only what lasts until the last day"),
                                new Parameter(
                                        "cell", "METRES", "0", "side of squares that points are gathered in; 0: none"),
                                new Parameter(
                                        "clusters", "N", "10", "how many clusters at most, without common places")),
                        MonteCarloParameters.HELP.stream())
                .toList();
    }

    @Override
    public boolean comparesTimes() {
        return true;
    }

    @Override
    public Table run(Input input, QueryParameters parameters, DoubleConsumer progress) {
        double maxRadius = parameters.number("max-radius", 1000, 0, 1e7);
        int maxDays = parameters.integer("max-days", 30, 1, 100_000);
        double maxShare = parameters.number("max-share", 0.5, Double.MIN_VALUE, 0.5);
        int minCases = parameters.integer("min-cases", 2, 2, Integer.MAX_VALUE);
        boolean ongoing = Flags.read(parameters, "ongoing");
        double cell = parameters.number("cell", 0, 0, 1e7);
        int clusters = parameters.integer("clusters", 10, 1, 100_000);
        MonteCarloParameters runs = MonteCarloParameters.read(parameters);
        parameters.check();
        var search = new SpaceTimeOptions.Search(cell, clusters, runs.runs(), runs.seed());
        var options = new SpaceTimeOptions(maxRadius, maxDays, maxShare, minCases, ongoing, search);
        ColumnTable table = table(scan(options, input.points(), progress));
        table.fact("points", input.points().size());
        table.fact("max-radius", maxRadius);
        table.fact("max-days", maxDays);
        table.fact("max-share", maxShare);
        table.fact("min-cases", minCases);
        table.fact("ongoing", ongoing);
        table.fact("cell", cell);
        runs.tell(table);
        return table;
    }

    private static List<SpaceTimeCluster> scan(SpaceTimeOptions options, Points points, DoubleConsumer progress) {
        try {
            return new SpaceTimeScan(options).scan(points.x(), points.y(), PointDays.of(points), progress);
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("points-invalid", List.of(new Fault("points", String.valueOf(e.getMessage()))));
        }
    }

    private static ColumnTable table(List<SpaceTimeCluster> found) {
        IntFunction<SpaceTimeCluster.Circle> circles = row -> found.get(row).circle();
        IntFunction<ScanFigures> figures = row -> found.get(row).figures();
        return new ColumnTable(found.size(), row -> circle(circles.apply(row)))
                .column("rank", row -> found.get(row).rank())
                .column("x", row -> circles.apply(row).x())
                .column("y", row -> circles.apply(row).y())
                .column("radius", row -> circles.apply(row).radius())
                .column("places", row -> circles.apply(row).places())
                .column(
                        "from",
                        row -> LocalDate.ofEpochDay(found.get(row).days().first())
                                .toString())
                .column(
                        "to",
                        row -> LocalDate.ofEpochDay(found.get(row).days().last())
                                .toString())
                .column("cases", row -> (long) figures.apply(row).cases())
                .column("expected", row -> figures.apply(row).expected())
                .column("llr", row -> figures.apply(row).logLikelihoodRatio())
                .column("p", row -> figures.apply(row).p());
    }

    private static Geometry circle(SpaceTimeCluster.Circle circle) {
        Geometry centre = FACTORY.createPoint(new Coordinate(circle.x(), circle.y()));
        return circle.radius() > 0 ? centre.buffer(circle.radius(), 16) : centre;
    }
}
