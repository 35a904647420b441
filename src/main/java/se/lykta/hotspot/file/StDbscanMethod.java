package se.lykta.hotspot.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import se.lykta.hotspot.density.StDbscan;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.http.QueryParameters;

/** {@code stdbscan}: the cluster in space and time of every point, columns as {@code dbscan}. */
final class StDbscanMethod implements Method {

    private static final int SECONDS_PER_DAY = 86_400;

    @Override
    public String name() {
        return "stdbscan";
    }

    @Override
    public String summary() {
        return "clusters of points that are near each other in space and in time";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("eps", "METRES", "50", "neighbours are at most so far apart"),
                new Parameter("eps-days", "DAYS", "7", "and at most so many days, also parts of one"),
                new Parameter("min-pts", "N", "8", "points that make a core, itself included"));
    }

    @Override
    public boolean comparesTimes() {
        return true;
    }

    @Override
    public Table run(Input input, QueryParameters parameters, DoubleConsumer progress) {
        double eps = parameters.number("eps", 50, 1e-3, 1e6);
        double epsDays = parameters.number("eps-days", 7, 0, 1e5);
        int minPts = parameters.integer("min-pts", 8, 1, Integer.MAX_VALUE);
        parameters.check();
        Points points = input.points();
        long[] seconds = points.seconds();
        for (int point = 0; point < seconds.length; point++) {
            if (seconds[point] == Points.NO_TIME) {
                throw ApiException.invalid(
                        "time-missing", List.of(new Fault("time", "point %s has none".formatted(points.id(point)))));
            }
        }
        var search = new StDbscan(eps, Math.round(epsDays * SECONDS_PER_DAY), minPts);
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("eps", eps);
        asked.put("eps-days", epsDays);
        asked.put("min-pts", minPts);
        return ClusterTable.of(points, () -> search.cluster(points.x(), points.y(), seconds), asked);
    }
}
