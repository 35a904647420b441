package se.lykta.tile;

import java.util.List;
import java.util.Map;

/**
 * What a tile layer is, as TileJSON 3.0 tells it.
 *
 * @param id its name in the address
 * @param name for people
 * @param description one sentence
 * @param minZoom the first zoom with tiles
 * @param maxZoom the deepest zoom with tiles; clients enlarge beyond
 * @param layers the layers inside each tile; none in a picture
 */
public record TileDescription(
        String id, String name, String description, int minZoom, int maxZoom, List<VectorLayer> layers) {

    /** A layer with tiles from zoom 0 on. */
    public TileDescription(String id, String name, String description, int maxZoom, List<VectorLayer> layers) {
        this(id, name, description, 0, maxZoom, layers);
    }

    /** Copies the list. */
    public TileDescription {
        layers = List.copyOf(layers);
    }

    /**
     * A layer inside a vector tile.
     *
     * @param fields name and meaning of each property
     */
    public record VectorLayer(String id, Map<String, String> fields) {

        /** Copies the map. */
        public VectorLayer {
            fields = Map.copyOf(fields);
        }
    }
}
