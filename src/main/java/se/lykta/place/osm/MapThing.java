package se.lykta.place.osm;

/**
 * How something is drawn on the base map.
 *
 * @param layer layer of the tiles, such as {@code roads}
 * @param kind broad kind, by which a style paints
 * @param detail the value of the OSM tag
 * @param minZoom the first zoom at which it is drawn
 */
record MapThing(String layer, String kind, String detail, int minZoom) {}
