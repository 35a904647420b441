/** The municipality: areas, base map, names and public places, from an OSM file. */
@NullMarked
package se.lykta.place;

import org.jspecify.annotations.NullMarked;
