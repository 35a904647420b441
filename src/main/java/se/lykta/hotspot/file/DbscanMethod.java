package se.lykta.hotspot.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.hotspot.density.Clustering;
import se.lykta.hotspot.density.Dbscan;
import se.lykta.http.QueryParameters;

/** {@code dbscan}: the cluster of every point, columns {@code id, core, label}; noise has label -1. */
final class DbscanMethod implements Method {

    private static final GeometryFactory FACTORY = new GeometryFactory();

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
        Clustering clustering = new Dbscan(eps, minPts).cluster(points.x(), points.y());
        return new Clusters(points, clustering, eps, minPts);
    }

    private record Clusters(Points points, Clustering clustering, double eps, int minPts) implements Table {

        @Override
        public List<String> columns() {
            return List.of("id", "core", "label");
        }

        @Override
        public int rows() {
            return points.size();
        }

        @Override
        public Object value(int row, int column) {
            return switch (column) {
                case 0 -> points.id(row);
                case 1 -> clustering.isCore(row) ? 1 : 0;
                default -> clustering.label(row);
            };
        }

        @Override
        public Geometry geometry(int row) {
            return FACTORY.createPoint(new Coordinate(points.x()[row], points.y()[row]));
        }

        @Override
        public Map<String, Object> facts() {
            int noise = 0;
            for (int row = 0; row < points.size(); row++) {
                noise += clustering.label(row) == Clustering.NOISE ? 1 : 0;
            }
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("eps", eps);
            facts.put("min-pts", minPts);
            facts.put("clusters", clustering.clusters());
            facts.put("noise", noise);
            return facts;
        }
    }
}
