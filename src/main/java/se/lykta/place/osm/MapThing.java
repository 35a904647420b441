package se.lykta.place.osm;

import java.util.Set;

/**
 * How something is drawn on the base map.
 *
 * @param layer layer of the tiles, such as {@code roads}
 * @param kind broad kind, by which a style paints
 * @param detail closer kind, empty if there is none
 * @param minZoom the first zoom at which it is drawn
 */
record MapThing(String layer, String kind, String detail, int minZoom) {

    private static final Set<String> LABELS = Set.of("pois", "places");

    /** Kinds that mean something on a map without a name. */
    private static final Set<String> NAMELESS = Set.of(
            "playground",
            "parking",
            "bus_stop",
            "tram_stop",
            "station",
            "halt",
            "toilets",
            "street_lamp",
            "subway_entrance");

    /** Says whether it is drawn at one point, also if it is an area. */
    boolean isLabel() {
        return LABELS.contains(layer);
    }

    /** Says whether it is of no use without a name. */
    boolean needsName() {
        return isLabel() && !NAMELESS.contains(kind);
    }
}
