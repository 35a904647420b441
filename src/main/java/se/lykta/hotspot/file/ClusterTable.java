package se.lykta.hotspot.file;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.hotspot.density.Clustering;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/** What DBSCAN and ST-DBSCAN found: columns {@code id, core, label, n_adjacent_clusters}; noise has label -1. */
final class ClusterTable {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private ClusterTable() {}

    /**
     * The table with what was asked for, and how many clusters and noise points there are.
     *
     * @throws ApiException {@code points-invalid} if the points are too far apart for the distance
     */
    static Table of(Points points, Supplier<Clustering> search, Map<String, Object> asked) {
        Clustering clustering = found(search);
        int noise = 0;
        for (int row = 0; row < points.size(); row++) {
            noise += clustering.label(row) == Clustering.NOISE ? 1 : 0;
        }
        var table = new ColumnTable(points.size(), point -> position(points, point))
                .column("id", points::id)
                .column("core", point -> clustering.isCore(point) ? 1 : 0)
                .column("label", clustering::label)
                .column("n_adjacent_clusters", clustering::adjacentClusters);
        asked.forEach(table::fact);
        return table.fact("clusters", clustering.clusters()).fact("noise", noise);
    }

    private static Clustering found(Supplier<Clustering> search) {
        try {
            return search.get();
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("points-invalid", List.of(new Fault("points", String.valueOf(e.getMessage()))));
        }
    }

    /** Where a point is. */
    static Geometry position(Points points, int point) {
        return FACTORY.createPoint(new Coordinate(points.x()[point], points.y()[point]));
    }
}
