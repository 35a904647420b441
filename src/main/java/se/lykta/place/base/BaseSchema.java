package se.lykta.place.base;

import java.util.List;
import java.util.Map;

/**
 * What is inside a tile of the base map: layers and fields, by the names of the protomaps base map, version 4, so that
 * other renderers know them; {@code lit} and {@code surface} are ours.
 */
public final class BaseSchema {

    private static final String KIND = "what it is";
    private static final String DETAIL = "more exactly what it is";
    private static final String NAME = "its name";
    private static final String MIN_ZOOM = "the zoom from which it should be shown";

    private static final List<Layer> LAYERS = List.of(
            new Layer("earth", 0, Map.of("kind", KIND)),
            new Layer("landuse", 8, Map.of("kind", KIND, "kind_detail", DETAIL)),
            new Layer(
                    "water",
                    0,
                    Map.of(
                            "kind", KIND,
                            "kind_detail", DETAIL,
                            "name", "its name; of an area a point beside it has the name",
                            "min_zoom", MIN_ZOOM,
                            "is_tunnel", "whether it runs below ground")),
            new Layer(
                    "buildings",
                    13,
                    Map.of("kind", "building, or address for a point", "addr_housenumber", "the number of an address")),
            new Layer(
                    "roads",
                    5,
                    Map.of(
                            "kind", KIND,
                            "kind_detail", DETAIL,
                            "name", NAME,
                            "ref", "the number of the road",
                            "is_link", "whether it is a slip road",
                            "is_tunnel", "whether it runs below ground",
                            "is_bridge", "whether it runs over a bridge",
                            "lit", "yes or no; not there if nobody knows",
                            "surface", "what it is paved with")),
            new Layer("boundaries", 0, Map.of("kind", KIND, "kind_detail", "its admin_level in OpenStreetMap")),
            new Layer(
                    "places",
                    4,
                    Map.of(
                            "kind", KIND,
                            "kind_detail", DETAIL,
                            "name", NAME,
                            "population", "how many people live there",
                            "population_rank", "0 to 17, greater with more people",
                            "min_zoom", MIN_ZOOM)),
            new Layer("pois", 10, Map.of("kind", KIND, "kind_detail", DETAIL, "name", NAME, "min_zoom", MIN_ZOOM)));

    private BaseSchema() {}

    /** The layers from the ground up. */
    public static List<Layer> layers() {
        return LAYERS;
    }

    /**
     * A layer inside each tile.
     *
     * @param id its name
     * @param minZoom the first zoom that may have it
     * @param fields name and meaning of each property
     */
    public record Layer(String id, int minZoom, Map<String, String> fields) {

        /** Copies the map. */
        public Layer {
            fields = Map.copyOf(fields);
        }
    }
}
