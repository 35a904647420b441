/** The base map: what of the imported map is drawn at which zoom, as tiles in an archive. */
@NullMarked
package se.lykta.place.base;

import org.jspecify.annotations.NullMarked;
