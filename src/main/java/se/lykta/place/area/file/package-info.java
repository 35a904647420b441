/** Polygons and their fields out of GeoJSON, GeoPackage and shapefiles, as they are. */
@NullMarked
package se.lykta.place.area.file;

import org.jspecify.annotations.NullMarked;
