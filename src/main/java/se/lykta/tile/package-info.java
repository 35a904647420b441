/** Vector tiles of layers, and their cache. */
@NullMarked
package se.lykta.tile;

import org.jspecify.annotations.NullMarked;
