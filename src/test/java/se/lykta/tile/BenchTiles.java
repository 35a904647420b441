package se.lykta.tile;

import java.time.ZoneId;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;
import se.lykta.taxonomy.Taxonomy;

/** The drawing of tiles as measurements need it: each step by itself, without caches and requests. */
public final class BenchTiles {

    private static final int EXTENT = 4096;

    private final ReportTiles clusters;
    private final PointTiles points;
    private final Gzip gzip = new Gzip();

    /** Drawing in a time zone. */
    public BenchTiles(Taxonomy taxonomy, ZoneId zone) {
        var codes = new ReportTags.Codes(taxonomy, new LocalDays(zone));
        this.clusters = new ReportTiles(codes);
        this.points = new PointTiles(codes);
    }

    /** The encoded tile of clusters. */
    public byte[] clusters(Snapshot snapshot, Filter filter, TileId tile) {
        return clusters.tile(snapshot, filter, tile);
    }

    /** The encoded tile of single reports. */
    public byte[] points(Snapshot snapshot, Filter filter, TileId tile) {
        return points.tile(snapshot, filter, tile);
    }

    /** As the cache keeps it. */
    public byte[] gzip(byte[] tile) {
        return gzip.compress(tile);
    }

    /** The clusters alone, nothing encoded: how many. */
    public int query(Snapshot snapshot, Filter filter, TileId tile) {
        return new ClusterGrid(snapshot, filter, tile).clusters().size();
    }

    /** The same: how many reports are in them. */
    public long reports(Snapshot snapshot, Filter filter, TileId tile) {
        long reports = 0;
        for (ClusterGrid.Placed placed : new ClusterGrid(snapshot, filter, tile).clusters()) {
            reports += placed.cluster().count();
        }
        return reports;
    }

    /** Reports that an encoded tile of clusters tells of. */
    public static long reportsIn(byte[] clusters) {
        return DecodedTile.of(clusters, ReportTiles.LAYER).reports();
    }

    /** Single reports in an encoded tile of points, without those beyond its edge. */
    public static long pointsIn(byte[] points) {
        return DecodedTile.of(points, PointTiles.LAYER).items().stream()
                .map(item -> item.geometry().getCoordinate())
                .filter(at -> at.x >= 0 && at.y >= 0 && at.x < EXTENT && at.y < EXTENT)
                .count();
    }
}
