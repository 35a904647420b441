package se.lykta.tile;

import java.util.List;
import java.util.Locale;
import se.lykta.account.Audience;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.index.Indexes;
import se.lykta.index.Snapshot;
import se.lykta.tile.heat.HeatScale;
import se.lykta.tile.heat.HeatScales;
import se.lykta.tile.heat.HeatTiles;

/** The density of reports as pictures, straight from the read index. Safe for use by many threads. */
public final class HeatTileSource implements TileSource {

    /** The name of the layer in addresses. */
    static final String LAYER = "heat";

    /** To be raised when tiles of the same reports come to picture different, so that no old copy passes for a new one. */
    private static final int DRAWING = 1;

    private static final int MAX_ZOOM = 18;

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
    public boolean isFiltered() {
        return true;
    }

    @Override
    public TileSet open(Audience audience, Filter filter) {
        return open(audience, filter, Picture.PLAIN);
    }

    /** The colours depend on all reports through the scale, so the version is that of the snapshot. */
    @Override
    public TileSet open(Audience audience, Filter filter, Picture picture) {
        Snapshot snapshot = indexes.snapshot(audience);
        String version = "h%d-%s-%d-%s-%d%s"
                .formatted(
                        DRAWING,
                        audience.name().toLowerCase(Locale.ROOT),
                        snapshot.version(),
                        filter.key(),
                        picture.pixels(),
                        picture.dark() ? "d" : "");
        return new TileSet() {
            @Override
            public String version(TileId tile) {
                return version;
            }

            @Override
            public byte[] tile(TileId tile) {
                return cache.plain(version, tile, () -> draw(tile));
            }

            private byte[] draw(TileId tile) {
                HeatScale scale = scales.scale(audience, snapshot, filter, tile.zoom());
                return HeatTiles.png(snapshot, filter, tile, scale, picture.pixels(), picture.dark());
            }
        };
    }
}
