package se.lykta.tile;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lykta.account.Audience;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.index.Indexes;
import se.lykta.index.Snapshot;
import se.lykta.layer.View;
import se.lykta.taxonomy.Taxonomy;

/**
 * The tiles of reports, straight from the read index: as clusters or each by itself.
 *
 * <p>A tile's version holds the number of the last change in the tile and its {@link Halo}, not that of the snapshot, so an
 * edit leaves every tile alone that it did not touch, in the cache as in browsers. Safe for use by many threads.
 */
public final class ReportTileSource implements TileSource {

    private final Indexes indexes;
    private final TileCache cache;
    private final TileDescription description;
    private final Drawing drawing;
    private final String staffPrefix;
    private final String publicPrefix;

    private ReportTileSource(
            Indexes indexes, TileCache cache, TileDescription description, Drawing drawing, String look) {
        this.indexes = indexes;
        this.cache = cache;
        this.description = description;
        this.drawing = drawing;
        this.staffPrefix = look + "-staff-";
        this.publicPrefix = look + "-public-";
    }

    /**
     * Clusters that part into single reports.
     *
     * @param zone whose days the dates in the tiles are
     */
    public static ReportTileSource clusters(Indexes indexes, Taxonomy taxonomy, ZoneId zone, TileCache cache) {
        var tiles = new ReportTiles(new ReportTags.Codes(taxonomy, new LocalDays(zone)));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("count", "reports in the cluster; absent for a single report");
        fields.put("dark", "per cent of the cluster's reports in the dark, of those whose light is known");
        fields.put("newest", "day of the cluster's newest report");
        fields.put("expansionZoom", "zoom at which the cluster parts");
        fields.put("radius", "radius in pixels on a tile of 256 at which circles do not overlap");
        fields.put("id", "number of a single report");
        fields.putAll(singleFields());
        fields.put("cause", "code of the main cause");
        var description =
                description(ReportTiles.LAYER, "Reports", "Clusters of reports that part into single reports", fields);
        return new ReportTileSource(
                indexes, cache, description, tiles::tile, Look.of("r", ReportTiles.DRAWING, taxonomy, zone));
    }

    /**
     * Every report by itself at any zoom.
     *
     * @param zone whose days the dates in the tiles are
     */
    public static ReportTileSource points(Indexes indexes, Taxonomy taxonomy, ZoneId zone, TileCache cache) {
        var tiles = new PointTiles(new ReportTags.Codes(taxonomy, new LocalDays(zone)));
        Map<String, String> fields = singleFields();
        fields.put("stands_for", "reports it stands for where a tile has too many; else absent");
        var description = description(
                PointTiles.LAYER,
                "Single reports",
                "Every report by itself, evenly thinned where they are many",
                fields);
        return new ReportTileSource(
                indexes, cache, description, tiles::tile, Look.of("p", PointTiles.DRAWING, taxonomy, zone));
    }

    @Override
    public TileDescription description() {
        return description;
    }

    @Override
    public List<String> parameters() {
        return TileQueries.OF_REPORTS;
    }

    @Override
    public TileSet open(View view) {
        Snapshot snapshot = indexes.snapshot(view.audience());
        String prefix = view.audience() == Audience.STAFF ? staffPrefix : publicPrefix;
        return new ReportTileSet(prefix, snapshot, view.filter());
    }

    private static Map<String, String> singleFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("cause", "code of the first cause");
        fields.put("causes", "codes of all causes, comma separated");
        fields.put("source", "code of the source");
        fields.put("state", "code of the state");
        fields.put("date", "day it happened");
        fields.put("light", "dark, light or unknown");
        fields.put("severity", "1 uneasy, 2 unsafe, 3 very unsafe; absent if nobody said");
        return fields;
    }

    private static TileDescription description(
            String layer, String name, String description, Map<String, String> fields) {
        var inner = new TileDescription.VectorLayer(layer, fields);
        return new TileDescription(layer, name, description, TileId.MAX_ZOOM, List.of(inner));
    }

    /** Draws a tile, not compressed; empty if nothing is in it. */
    private interface Drawing {
        byte[] tile(Snapshot snapshot, Filter filter, TileId tile);
    }

    /** The tiles of one request; used by one thread. */
    private final class ReportTileSet implements TileSet {

        private final String prefix;
        private final Snapshot snapshot;
        private final Filter filter;
        private @Nullable TileId asked;
        private String version = "";

        ReportTileSet(String prefix, Snapshot snapshot, Filter filter) {
            this.prefix = prefix;
            this.snapshot = snapshot;
            this.filter = filter;
        }

        /** Looks round the tile; it is kept, because the tile is asked for next. */
        @Override
        public String version(TileId tile) {
            if (!tile.equals(asked)) {
                version = prefix + Halo.touchedAt(snapshot, tile) + '-' + filter.key();
                asked = tile;
            }
            return version;
        }

        @Override
        public byte[] tile(TileId tile) {
            return cache.gzipped(version(tile), tile, () -> drawing.tile(snapshot, filter, tile));
        }
    }
}
