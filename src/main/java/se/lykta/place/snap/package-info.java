/** Snap points: the few positions that the public may see in the place of exact ones. */
@NullMarked
package se.lykta.place.snap;

import org.jspecify.annotations.NullMarked;
