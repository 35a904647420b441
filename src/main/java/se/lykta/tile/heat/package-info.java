/** Density of reports as pictures: kernel, scale, colours, PNG. Knows nothing of HTTP. */
@NullMarked
package se.lykta.tile.heat;

import org.jspecify.annotations.NullMarked;
