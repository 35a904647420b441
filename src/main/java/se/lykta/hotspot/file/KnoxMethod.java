package se.lykta.hotspot.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.lykta.hotspot.chance.Distance;
import se.lykta.hotspot.chance.Knox;
import se.lykta.hotspot.chance.KnoxBands;
import se.lykta.hotspot.chance.KnoxCell;
import se.lykta.hotspot.chance.KnoxTable;
import se.lykta.hotspot.chance.NearRepeat;
import se.lykta.http.QueryParameters;

/** {@code knox}: the near repeat test, a row for each band of distance and days. */
final class KnoxMethod implements Method {

    private static final String INFINITE = "inf";
    private static final String DISTANCES = "0,100,200,300,400,500";
    private static final String DAYS = "0,7,14,21,28";

    @Override
    public String name() {
        return "knox";
    }

    @Override
    public String summary() {
        return "near repeat: pairs of points close in place and time against chance";
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(
                        Stream.of(
                                new Parameter(
                                        "distances",
                                        "METRES,...",
                                        DISTANCES,
                                        "edges of distance, each band [from, to); the last may be inf"),
                                new Parameter(
                                        "days",
                                        "DAYS,...",
                                        DAYS,
                                        "edges of days, each band [from, to); the last may be inf"),
                                new Parameter(
                                        "same-place", "true|false", "false", "a first band for exactly one place"),
                                new Parameter(
                                        "metric", "euclidean|manhattan", "euclidean", "how distance is measured")),
                        MonteCarloParameters.HELP.stream())
                .toList();
    }

    @Override
    public boolean comparesTimes() {
        return true;
    }

    @Override
    public Table run(Input input, QueryParameters parameters, DoubleConsumer progress) {
        double[] metres = edges(parameters, "distances", DISTANCES);
        double[] days = edges(parameters, "days", DAYS);
        boolean samePlace = Flags.read(parameters, "same-place");
        Distance metric = parameters
                .find("metric", text -> Distance.valueOf(text.toUpperCase(Locale.ROOT)), "euclidean or manhattan")
                .orElse(Distance.EUCLIDEAN);
        MonteCarloParameters runs = MonteCarloParameters.read(parameters);
        Optional<KnoxBands> bands = bands(parameters, metres, days, samePlace);
        parameters.check();
        Points points = input.points();
        KnoxTable found = new Knox(bands.orElseThrow(), metric, runs.runs(), runs.seed())
                .test(points.x(), points.y(), PointDays.of(points), progress);
        ColumnTable table = table(found.cells());
        table.fact("points", points.size());
        table.fact("metric", metric.name().toLowerCase(Locale.ROOT));
        runs.tell(table);
        table.fact("sv", sentences(found.nearRepeats().stream().map(NearRepeat::sv), "Inget tyder på upprepning."));
        table.fact(
                "en", sentences(found.nearRepeats().stream().map(NearRepeat::en), "Nothing speaks for near repeats."));
        return table;
    }

    private static double[] edges(QueryParameters parameters, String name, String otherwise) {
        List<Double> given = parameters.list(name, KnoxMethod::edge, "a number of at least 0 or inf");
        List<Double> edges = given.isEmpty()
                ? Arrays.stream(otherwise.split(",")).map(Double::valueOf).toList()
                : given;
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Optional<Double> edge(String text) {
        try {
            double edge = text.equalsIgnoreCase(INFINITE) ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
            return edge >= 0 ? Optional.of(edge) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<KnoxBands> bands(
            QueryParameters parameters, double[] metres, double[] days, boolean samePlace) {
        int[] whole = Arrays.stream(days)
                .mapToInt(day -> day == Double.POSITIVE_INFINITY ? KnoxBands.FOREVER : (int) day)
                .toArray();
        for (int i = 0; i < days.length; i++) {
            if (whole[i] != days[i] && Double.isFinite(days[i])) {
                parameters.fault("days", days[i] + " is not a whole number of days");
            }
        }
        try {
            KnoxBands bands = KnoxBands.of(metres, whole);
            return Optional.of(samePlace ? bands.withSamePlace() : bands);
        } catch (IllegalArgumentException e) {
            parameters.fault("distances, days", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static ColumnTable table(List<KnoxCell> cells) {
        return new ColumnTable(cells.size(), row -> null)
                .column("distance_from", row -> cells.get(row).distanceFrom())
                .column("distance_to", row -> cells.get(row).distanceTo())
                .column("days_from", row -> cells.get(row).daysFrom())
                .column("days_to", row -> daysTo(cells.get(row)))
                .column("observed", row -> cells.get(row).observed())
                .column("expected", row -> cells.get(row).expected())
                .column("ratio", row -> cells.get(row).ratio())
                .column("p", row -> cells.get(row).p())
                .column("ratio_median", row -> cells.get(row).medianRatio());
    }

    private static Number daysTo(KnoxCell cell) {
        if (cell.daysTo() == KnoxBands.FOREVER) {
            return Double.POSITIVE_INFINITY;
        }
        return cell.daysTo();
    }

    private static String sentences(Stream<String> found, String none) {
        String text = found.collect(Collectors.joining(" "));
        return text.isEmpty() ? none : text;
    }
}
