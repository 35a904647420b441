/** Writing of vector tiles, without any knowledge of what is drawn. */
@NullMarked
package se.lykta.tile.mvt;

import org.jspecify.annotations.NullMarked;
