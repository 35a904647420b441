package se.lykta.place;

import org.locationtech.jts.geom.Geometry;

/**
 * A part of the municipality that people know by name (delområde).
 *
 * @param name as people say it
 * @param geometry polygons in longitude and latitude, not to be changed
 */
public record Area(String name, Geometry geometry) {}
