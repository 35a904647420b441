/**
 * Density surfaces of points: kernels, edge correction, ratios, how well a surface foretells, which one to show, rasters
 * and contours. Pure; all coordinates are metres.
 */
@NullMarked
package se.lykta.hotspot.surface;

import org.jspecify.annotations.NullMarked;
