/** From an OSM file to rows: reading, rules, geometry, and the replacement of the map in one transaction. */
@NullMarked
package se.lykta.place.osm;

import org.jspecify.annotations.NullMarked;
