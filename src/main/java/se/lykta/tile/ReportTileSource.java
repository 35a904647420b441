package se.lykta.tile;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.lykta.account.Audience;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.index.Indexes;
import se.lykta.index.Snapshot;
import se.lykta.taxonomy.Taxonomy;

/** The tiles of reports, straight from the read index. Safe for use by many threads. */
public final class ReportTileSource implements TileSource {

    /** To be raised when tiles of the same reports come to look different, so that no old copy passes for a new one. */
    private static final int DRAWING = 2;

    private final Indexes indexes;
    private final ReportTiles tiles;
    private final TileCache cache;

    /**
     * Tiles of the newest snapshots.
     *
     * @param zone whose days the dates in the tiles are
     */
    public ReportTileSource(Indexes indexes, Taxonomy taxonomy, ZoneId zone, TileCache cache) {
        this.indexes = indexes;
        this.tiles = new ReportTiles(taxonomy, zone);
        this.cache = cache;
    }

    @Override
    public TileDescription description() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("count", "reports in the cluster; absent for a single report");
        fields.put("cause", "code of the main cause");
        fields.put("dark", "per cent of the cluster's reports in the dark, of those whose light is known");
        fields.put("newest", "day of the cluster's newest report");
        fields.put("expansionZoom", "zoom at which the cluster parts");
        fields.put("radius", "radius in pixels on a tile of 256 at which circles do not overlap");
        fields.put("id", "number of a single report");
        fields.put("causes", "codes of all causes, comma separated");
        fields.put("source", "code of the source");
        fields.put("state", "code of the state");
        fields.put("date", "day it happened");
        fields.put("light", "dark, light or unknown");
        return new TileDescription(
                ReportTiles.LAYER,
                "Reports",
                "Clusters of reports that part into single reports",
                TileId.MAX_ZOOM,
                List.of(new TileDescription.VectorLayer(ReportTiles.LAYER, fields)));
    }

    @Override
    public boolean isFiltered() {
        return true;
    }

    @Override
    public TileSet open(Audience audience, Filter filter) {
        Snapshot snapshot = indexes.snapshot(audience);
        String name = audience == Audience.STAFF ? "staff" : "public";
        String version = "r%d-%s-%d-%s".formatted(DRAWING, name, snapshot.version(), filter.key());
        return new TileSet() {
            @Override
            public String version(TileId tile) {
                return version;
            }

            @Override
            public byte[] tile(TileId tile) {
                return cache.gzipped(version, tile, () -> tiles.tile(snapshot, filter, tile));
            }
        };
    }
}
