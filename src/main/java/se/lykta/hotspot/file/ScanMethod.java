package se.lykta.hotspot.file;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.hotspot.scan.ScanAreas;
import se.lykta.hotspot.scan.ScanCluster;
import se.lykta.hotspot.scan.ScanFigures;
import se.lykta.hotspot.scan.ScanOptions;
import se.lykta.hotspot.scan.SpatialScan;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.http.QueryParameters;

/**
 * {@code scan}: the spatial scan statistic over areas, a row for each cluster.
 *
 * <p>A point is the centroid of an area with columns {@code cases} and {@code population}; {@code expected} too, if the
 * risk is not the same everywhere. With a column of strata an area has a line for each, told by its id, and expected cases
 * are standardised indirectly.
 */
final class ScanMethod implements Method {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public String summary() {
        return "the circles of areas with columns cases and population that are least likely by chance";
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(
                        Stream.of(
                                new Parameter(
                                        "max-share", "0..0.5", "0.5", "largest share of the population in a circle"),
                                new Parameter("risk", "high|low|both", "high", "too many cases, too few, or both"),
                                new Parameter("min-cases", "N", "2", "least cases of a cluster with too many"),
                                new Parameter("clusters", "N", "10", "how many clusters at most, without overlap"),
                                new Parameter("stratum", "COLUMN", "", "strata: lines with the same id are one area")),
                        MonteCarloParameters.HELP.stream())
                .toList();
    }

    @Override
    public Table run(Input input, QueryParameters parameters, DoubleConsumer progress) {
        double maxShare = parameters.number("max-share", 0.5, Double.MIN_VALUE, 0.5);
        ScanOptions.Risk risk = parameters
                .find("risk", text -> ScanOptions.Risk.valueOf(text.toUpperCase(Locale.ROOT)), "high, low or both")
                .orElse(ScanOptions.Risk.HIGH);
        double minCases = parameters.number("min-cases", 2, 0, 1e9);
        int clusters = parameters.integer("clusters", 10, 1, 100_000);
        String stratum = parameters.find("stratum").orElse("");
        MonteCarloParameters runs = MonteCarloParameters.read(parameters);
        parameters.check();
        Map<String, List<Integer>> lines = lines(input.points(), !stratum.isEmpty());
        ScanAreas areas = areas(input.points(), List.copyOf(lines.values()), stratum);
        var options = new ScanOptions(maxShare, risk, minCases, clusters, runs.runs(), runs.seed());
        List<ScanCluster> found = new SpatialScan(options).scan(areas, progress);
        ColumnTable table = table(found, input.points(), lines);
        table.fact("areas", lines.size());
        table.fact("max-share", maxShare);
        table.fact("risk", risk.name().toLowerCase(Locale.ROOT));
        table.fact("min-cases", minCases);
        runs.tell(table);
        return table;
    }

    /** The lines of each area: one, or those with the same id. */
    private static Map<String, List<Integer>> lines(Points points, boolean byId) {
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        for (int line = 0; line < points.size(); line++) {
            List<Integer> before = lines.getOrDefault(points.id(line), List.of());
            if (!byId && !before.isEmpty()) {
                throw refused("id", "two areas have the id " + points.id(line) + "; strata need --stratum COLUMN");
            }
            lines.put(
                    points.id(line),
                    Stream.concat(before.stream(), Stream.of(line)).toList());
        }
        return lines;
    }

    private static ScanAreas areas(Points points, List<List<Integer>> lines, String stratum) {
        double[][] counts = points.hasColumn("expected") && stratum.isEmpty()
                ? points.numbers("cases", "population", "expected")
                : points.numbers("cases", "population");
        double[] cases = counts[0];
        double[] people = counts[1];
        try {
            ScanAreas areas = ScanAreas.of(
                    lines.stream().mapToDouble(area -> points.x()[area.get(0)]).toArray(),
                    lines.stream().mapToDouble(area -> points.y()[area.get(0)]).toArray(),
                    sums(lines, cases),
                    sums(lines, people));
            if (!stratum.isEmpty()) {
                String[] strata = points.column(stratum);
                return areas.withExpected(
                        ScanAreas.standardised(byStratum(lines, strata, cases), byStratum(lines, strata, people)));
            }
            return counts.length > 2 ? areas.withExpected(counts[2]) : areas;
        } catch (IllegalArgumentException e) {
            throw refused("areas", String.valueOf(e.getMessage()));
        }
    }

    private static double[] sums(List<List<Integer>> lines, double[] values) {
        return lines.stream()
                .mapToDouble(
                        area -> area.stream().mapToDouble(line -> values[line]).sum())
                .toArray();
    }

    private static double[][] byStratum(List<List<Integer>> lines, String[] strata, double[] values) {
        List<String> names = Arrays.stream(strata).distinct().sorted().toList();
        double[][] table = new double[lines.size()][names.size()];
        for (int area = 0; area < table.length; area++) {
            for (int line : lines.get(area)) {
                table[area][names.indexOf(strata[line])] += values[line];
            }
        }
        return table;
    }

    private static ColumnTable table(List<ScanCluster> found, Points points, Map<String, List<Integer>> lines) {
        List<String> ids = List.copyOf(lines.keySet());
        List<List<Integer>> byArea = List.copyOf(lines.values());
        IntFunction<ScanFigures> figures = row -> found.get(row).figures();
        return new ColumnTable(
                        found.size(),
                        row -> circle(points, byArea.get(found.get(row).centre()), found.get(row)))
                .column("rank", row -> found.get(row).rank())
                .column("centre", row -> ids.get(found.get(row).centre()))
                .column("radius", row -> found.get(row).radius())
                .column("areas", row -> found.get(row).areas().length)
                .column("cases", row -> figures.apply(row).cases())
                .column("expected", row -> figures.apply(row).expected())
                .column("llr", row -> figures.apply(row).logLikelihoodRatio())
                .column("p", row -> figures.apply(row).p())
                .column("population", row -> found.get(row).population())
                .column(
                        "ids",
                        row -> Arrays.stream(found.get(row).areas())
                                .mapToObj(ids::get)
                                .collect(Collectors.joining(" ")));
    }

    private static Geometry circle(Points points, List<Integer> lines, ScanCluster cluster) {
        int line = lines.get(0);
        Geometry centre = FACTORY.createPoint(new Coordinate(points.x()[line], points.y()[line]));
        return cluster.radius() > 0 ? centre.buffer(cluster.radius(), 16) : centre;
    }

    private static ApiException refused(String field, String message) {
        return ApiException.invalid("areas-invalid", List.of(new Fault(field, message)));
    }
}
