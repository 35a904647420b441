/** Scan statistics on plain coordinates: the area, or the place and time, that is least likely by chance. */
@NullMarked
package se.lykta.hotspot.scan;

import org.jspecify.annotations.NullMarked;
