package se.lykta.place;

import org.locationtech.jts.geom.Geometry;

/**
 * A thing on the map that has a name: a hall, a square, a street.
 *
 * @param name as on the map; empty only for an underpass
 * @param kind what it is
 * @param geometry point, line or polygons in longitude and latitude, not to be changed
 */
public record NamedPlace(String name, NameKind kind, Geometry geometry) {}
