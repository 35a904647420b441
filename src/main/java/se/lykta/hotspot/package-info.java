/** Hotspots: clustering, outline, name, rank and trend. */
@NullMarked
package se.lykta.hotspot;

import org.jspecify.annotations.NullMarked;
