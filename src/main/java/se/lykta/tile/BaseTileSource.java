package se.lykta.tile;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.lykta.account.Audience;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.place.base.BaseTiles;

/** The base map, the same for everybody; {@link BaseTiles} keeps its own cache. Safe for use by many threads. */
public final class BaseTileSource implements TileSource {

    private static final List<String> LAYERS =
            List.of("earth", "water", "landuse", "buildings", "roads", "places", "pois");
    private static final Map<String, String> FIELDS = Map.of(
            "kind", "what it is",
            "name", "its name",
            "lit", "whether a way is lit");
    private static final byte[] NOTHING = new byte[0];

    private final BaseTiles tiles;

    /** The base map of one database. */
    public BaseTileSource(BaseTiles tiles) {
        this.tiles = tiles;
    }

    @Override
    public TileDescription description() {
        Stream<TileDescription.VectorLayer> layers =
                LAYERS.stream().map(id -> new TileDescription.VectorLayer(id, FIELDS));
        return new TileDescription(
                "base", "Base map", "The plain base map under everything else", BaseTiles.MAX_ZOOM, layers.toList());
    }

    @Override
    public boolean isFiltered() {
        return false;
    }

    @Override
    public TileSet open(Audience audience, Filter filter) {
        String version = tiles.version();
        return new TileSet() {
            @Override
            public String version(TileId tile) {
                return version;
            }

            @Override
            public byte[] tile(TileId tile) {
                return tiles.tile(tile).orElse(NOTHING);
            }
        };
    }
}
