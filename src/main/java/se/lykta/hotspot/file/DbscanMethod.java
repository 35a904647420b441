package se.lykta.hotspot.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import se.lykta.hotspot.density.Dbscan;
import se.lykta.http.QueryParameters;

/** {@code dbscan}: the cluster of every point, columns {@code id, core, label}; noise has label -1. */
final class DbscanMethod implements Method {

    @Override
    public String name() {
        return "dbscan";
    }

    @Override
    public String summary() {
        return "clusters of points with at least min-pts points within eps metres";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("eps", "METRES", "50", "neighbours are at most so far apart"),
                new Parameter("min-pts", "N", "8", "points that make a core, itself included"));
    }

    @Override
    public Table run(Input input, QueryParameters parameters, DoubleConsumer progress) {
        double eps = parameters.number("eps", 50, 1e-3, 1e6);
        int minPts = parameters.integer("min-pts", 8, 1, Integer.MAX_VALUE);
        parameters.check();
        Points points = input.points();
        var search = new Dbscan(eps, minPts);
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("eps", eps);
        asked.put("min-pts", minPts);
        return ClusterTable.of(points, () -> search.cluster(points.x(), points.y()), asked);
    }
}
