/** Search over the names and addresses of the map: from what a person types to a place. */
@NullMarked
package se.lykta.place.search;

import org.jspecify.annotations.NullMarked;
