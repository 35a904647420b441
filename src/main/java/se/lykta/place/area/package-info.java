/** The municipality's border and areas: from files, from the boundaries of the map, or drawn by hand. */
@NullMarked
package se.lykta.place.area;

import org.jspecify.annotations.NullMarked;
