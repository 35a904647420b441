package se.lykta.place.base;

import org.locationtech.jts.geom.Geometry;

/**
 * Something of the imported map as it is, for maps that are no tiles.
 *
 * @param layer {@code landuse}, {@code water}, {@code buildings}, {@code roads}, {@code places} or {@code pois}
 * @param kind what it is, as in {@link BaseSchema}
 * @param detail more exactly what it is; empty if that is all
 * @param name empty if it has none
 * @param tunnel whether it runs below ground
 * @param geometry longitude and latitude, cut to the box that was asked for
 */
public record MapShape(String layer, String kind, String detail, String name, boolean tunnel, Geometry geometry) {}
