/** From the lines of a coast to the sea and the land between them. Pure: plane geometry in, plane geometry out. */
@NullMarked
package se.lykta.place.osm.sea;

import org.jspecify.annotations.NullMarked;
