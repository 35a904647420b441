package se.lykta.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import se.lykta.account.Audience;
import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.layer.Layer;
import se.lykta.layer.View;
import se.lykta.tile.mvt.MvtLayer;

/**
 * The tiles of a layer of points, such as snap points: the same features and values as everywhere else.
 *
 * <p>From zoom {@value #MIN_ZOOM} on, thinned to one point for every 16 by 16 pixels on a tile of 256, before zoom
 * {@value #CLOSE_ZOOM} for 32 by 32. If it is not alone it tells by {@code stands_for} how many there are; these sum to the
 * number of points in the tile. The tiles of zoom {@value #MAX_ZOOM} hold every point; clients enlarge them. A city's thirty thousand points are put in order once for
 * each version of the layer. Safe for use by many threads.
 */
public final class PointLayerTileSource implements TileSource {

    /** The first zoom with tiles: before it nothing but a grid would be seen. */
    static final int MIN_ZOOM = 11;

    /** From here on nothing is left out. */
    static final int MAX_ZOOM = 16;

    /** Before it cells are twice as wide, as the map has to be seen too. */
    private static final int CLOSE_ZOOM = 14;

    private static final int WIDE_CELL_BITS = 3;
    private static final int CELL_BITS = 4;

    /** To be raised when tiles of the same features come to look different. */
    private static final int DRAWING = 1;

    /** One for each scale of snap points. */
    private static final int MOST_VERSIONS = 3;

    private static final byte[] NOTHING = new byte[0];

    private final Layer layer;
    private final List<String> parameters;
    private final Map<String, String> fields;
    private final TileCache cache;
    private final Cache<String, PlacedFeatures> placed =
            Caffeine.newBuilder().maximumSize(MOST_VERSIONS).build();

    /**
     * Tiles of a layer.
     *
     * @param fields name and meaning of the properties, for TileJSON
     */
    public PointLayerTileSource(Layer layer, Map<String, String> fields, TileCache cache) {
        this.layer = layer;
        this.parameters = LayerTiles.parameters(layer);
        this.fields = Map.copyOf(fields);
        this.cache = cache;
    }

    @Override
    public TileDescription description() {
        return new TileDescription(
                layer.id(),
                layer.titleEn(),
                layer.titleSv(),
                MIN_ZOOM,
                MAX_ZOOM,
                List.of(new TileDescription.VectorLayer(layer.id(), fields)));
    }

    @Override
    public Audience audience() {
        return layer.audience();
    }

    @Override
    public List<String> parameters() {
        return parameters;
    }

    @Override
    public TileSet open(View view) {
        Layer.Contents contents = layer.contents(view);
        String version = "q%d-%s-%s".formatted(DRAWING, layer.id(), contents.version());
        return new TileSet() {
            @Override
            public String version(TileId tile) {
                return version;
            }

            @Override
            public byte[] tile(TileId tile) {
                return tile.zoom() < MIN_ZOOM || tile.zoom() > MAX_ZOOM
                        ? NOTHING
                        : cache.gzipped(version, tile, () -> draw(contents, tile));
            }
        };
    }

    private byte[] draw(Layer.Contents contents, TileId tile) {
        PlacedFeatures points = placed.get(contents.version(), version -> PlacedFeatures.of(contents));
        var units = new TileUnits(tile);
        var drawn = new MvtLayer(layer.id());
        PlacedFeatures.Shown shown = (morton, properties, standsFor) -> {
            drawn.beginPoint(units.ofCellX(Morton.x(morton)), units.ofCellY(Morton.y(morton)));
            drawn.tags(properties);
            if (standsFor > 1) {
                drawn.tag(drawn.key("stands_for"), drawn.value(standsFor));
            }
            drawn.end();
        };
        if (tile.zoom() == MAX_ZOOM) {
            points.forEach(tile, shown);
        } else {
            points.thinned(tile, tile.zoom() < CLOSE_ZOOM ? WIDE_CELL_BITS : CELL_BITS, shown);
        }
        return drawn.toTile();
    }
}
