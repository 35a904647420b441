package se.lykta.tile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import se.lykta.geo.Bbox;
import se.lykta.geo.LonLat;

/**
 * TileJSON 3.0 documents: where the tiles of a layer are and what is in them.
 *
 * <p>Immutable.
 */
public final class TileJson {

    private static final int START_ZOOM = 13;

    private final Supplier<String> attribution;
    private final Supplier<Bbox> bounds;

    /**
     * Documents of one service.
     *
     * @param attribution to be shown with the tiles
     * @param bounds the box of the municipality
     */
    public TileJson(Supplier<String> attribution, Supplier<Bbox> bounds) {
        this.attribution = attribution;
        this.bounds = bounds;
    }

    /** The document of a layer whose tiles have an address with {@code {z}}, {@code {x}} and {@code {y}}. */
    Map<String, Object> document(TileDescription layer, TileFormat format, String address) {
        Bbox box = bounds.get();
        LonLat centre = box.centre();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tilejson", "3.0.0");
        document.put("name", layer.name());
        document.put("description", layer.description());
        document.put("version", "1.0.0");
        document.put("attribution", attribution.get());
        document.put("scheme", "xyz");
        document.put("tiles", List.of(address));
        document.put("minzoom", layer.minZoom());
        document.put("maxzoom", layer.maxZoom());
        document.put("bounds", List.of(box.westDeg(), box.southDeg(), box.eastDeg(), box.northDeg()));
        document.put("center", List.of(centre.lonDeg(), centre.latDeg(), START_ZOOM));
        if (!format.isRaster()) { // TileJSON 3.0.0, section 3.3: of vector tiles only
            document.put("vector_layers", layer.layers());
        }
        return document;
    }
}
