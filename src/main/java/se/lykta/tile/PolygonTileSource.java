package se.lykta.tile;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import se.lykta.account.Audience;
import se.lykta.geo.TileId;
import se.lykta.layer.Layer;
import se.lykta.layer.View;
import se.lykta.tile.mvt.MvtLayer;

/**
 * The tiles of a layer of polygons, such as hotspots: the same features and values as everywhere else.
 *
 * <p>Safe for use by many threads.
 */
public final class PolygonTileSource implements TileSource {

    /** To be raised when tiles of the same features come to look different. */
    private static final int DRAWING = 1;

    private final Layer layer;
    private final List<String> parameters;
    private final Map<String, String> fields;
    private final TileCache cache;

    /**
     * Tiles of a layer.
     *
     * @param fields name and meaning of the properties, for TileJSON
     */
    public PolygonTileSource(Layer layer, Map<String, String> fields, TileCache cache) {
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
                TileId.MAX_ZOOM,
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
        String version = "g%d-%s-%s".formatted(DRAWING, layer.id(), contents.version());
        return new TileSet() {
            @Override
            public String version(TileId tile) {
                return version;
            }

            @Override
            public byte[] tile(TileId tile) {
                return cache.gzipped(version, tile, () -> draw(contents, tile));
            }
        };
    }

    private byte[] draw(Layer.Contents contents, TileId tile) {
        var drawn = new MvtLayer(layer.id());
        contents.forEach(feature -> {
            Geometry geometry = feature.geometry();
            if (geometry instanceof Polygonal) {
                PolygonTiles.add(drawn, tile, geometry, LayerTiles.flat(feature));
            }
        });
        return drawn.toTile();
    }
}
