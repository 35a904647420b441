package se.lykta.tile;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lykta.account.Audience;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.index.Indexes;
import se.lykta.index.Snapshot;
import se.lykta.layer.View;
import se.lykta.tile.heat.HeatScale;
import se.lykta.tile.heat.HeatScales;
import se.lykta.tile.heat.HeatTiles;

/** The density of reports as pictures, straight from the read index. Safe for use by many threads. */
public final class HeatTileSource implements TileSource {

    /** The name of the layer in addresses. */
    static final String LAYER = "heat";

    /** To be raised when tiles of the same reports come to look different, so that no old copy passes for a new one. */
    private static final int DRAWING = 1;

    private static final int MAX_ZOOM = 18;

    private static final List<String> PARAMETERS = Stream.concat(
                    TileQueries.OF_REPORTS.stream(), Picture.PARAMETERS.stream())
            .toList();

    private final Indexes indexes;
    private final HeatScales scales;
    private final TileCache cache;

    /** Pictures of the newest snapshots. */
    public HeatTileSource(Indexes indexes, HeatScales scales, TileCache cache) {
        this.indexes = indexes;
        this.scales = scales;
        this.cache = cache;
    }

    @Override
    public TileDescription description() {
        return new TileDescription(
                LAYER,
                "Heat",
                "Density of reports, quartic kernel; its legend is at /tiles/heat/legend.json",
                MAX_ZOOM,
                List.of());
    }

    @Override
    public TileFormat format() {
        return TileFormat.PNG;
    }

    @Override
    public List<String> parameters() {
        return PARAMETERS;
    }

    @Override
    public TileSet open(View view) {
        return open(view, Picture.PLAIN);
    }

    @Override
    public TileSet open(View view, Picture picture) {
        return new HeatTileSet(view.audience(), view.filter(), picture);
    }

    /** The tiles of one request; used by one thread. */
    private final class HeatTileSet implements TileSet {

        private final Audience audience;
        private final Snapshot snapshot;
        private final Filter filter;
        private final Picture picture;
        private @Nullable HeatScale scale;
        private int zoom;

        HeatTileSet(Audience audience, Filter filter, Picture picture) {
            this.audience = audience;
            this.snapshot = indexes.snapshot(audience);
            this.filter = filter;
            this.picture = picture;
        }

        /** The reports around the tile decide its densities, all reports through the scale their colours. */
        @Override
        public String version(TileId tile) {
            return "h%d-%s-%d-%s-%s-%d%s"
                    .formatted(
                            DRAWING,
                            audience.name().toLowerCase(Locale.ROOT),
                            HeatTiles.touchedAt(snapshot, tile),
                            scale(tile).key(),
                            filter.key(),
                            picture.pixels(),
                            picture.dark() ? "d" : "");
        }

        @Override
        public byte[] tile(TileId tile) {
            HeatScale ofZoom = scale(tile);
            return cache.plain(
                    version(tile),
                    tile,
                    () -> HeatTiles.png(snapshot, filter, tile, ofZoom, picture.pixels(), picture.dark()));
        }

        /** One for tag and bytes: a newer one may come between. */
        private HeatScale scale(TileId tile) {
            HeatScale known = scale;
            if (known == null || zoom != tile.zoom()) {
                zoom = tile.zoom();
                known = scales.scale(audience, snapshot, filter, zoom).scale();
                scale = known;
            }
            return known;
        }
    }
}
