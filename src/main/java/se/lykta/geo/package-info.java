/** Coordinates, bounds, tiles, Web Mercator, Morton codes and metric projections. Pure. */
@NullMarked
package se.lykta.geo;

import org.jspecify.annotations.NullMarked;
