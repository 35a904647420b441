package se.lykta.hotspot.file;

import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.hotspot.density.Clustering;

/** What DBSCAN and ST-DBSCAN found: columns {@code id, core, label, n_adjacent_clusters}; noise has label -1. */
final class ClusterTable {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private ClusterTable() {}

    /** The table with what was asked for, and how many clusters and noise points there are. */
    static Table of(Points points, Clustering clustering, Map<String, Object> asked) {
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

    /** Where a point is. */
    static Geometry position(Points points, int point) {
        return FACTORY.createPoint(new Coordinate(points.x()[point], points.y()[point]));
    }
}
