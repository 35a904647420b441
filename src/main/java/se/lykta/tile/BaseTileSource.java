package se.lykta.tile;

import java.util.List;
import java.util.stream.Stream;
import se.lykta.geo.TileId;
import se.lykta.layer.View;
import se.lykta.place.base.BaseSchema;
import se.lykta.place.base.BaseTiles;
import se.lykta.place.base.Edition;

/** The base map, the same for everybody, as it lies in its archive. Safe for use by many threads. */
public final class BaseTileSource implements TileSource {

    private static final byte[] NOTHING = new byte[0];

    private final BaseTiles tiles;

    /** The base map of one database. */
    public BaseTileSource(BaseTiles tiles) {
        this.tiles = tiles;
    }

    @Override
    public TileDescription description() {
        Stream<TileDescription.VectorLayer> layers =
                BaseSchema.layers().stream().map(layer -> new TileDescription.VectorLayer(layer.id(), layer.fields()));
        return new TileDescription(
                "base", "Base map", "The plain base map under everything else", BaseTiles.MAX_ZOOM, layers.toList());
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public TileSet open(View view) {
        Edition edition = tiles.edition();
        return new TileSet() {
            @Override
            public String version(TileId tile) {
                return edition.version();
            }

            @Override
            public byte[] tile(TileId tile) {
                return edition.tile(tile).orElse(NOTHING);
            }
        };
    }
}
