package se.lykta.hotspot.surface;

import org.locationtech.jts.geom.Geometry;

/**
 * Where a surface has values from one level to below the next.
 *
 * @param from the lower level, included
 * @param to the upper level, excluded; infinite in the highest band
 * @param area polygons in the metres of the raster
 */
public record Band(double from, double to, Geometry area) {}
