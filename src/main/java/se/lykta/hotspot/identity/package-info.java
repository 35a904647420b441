/** How a hotspot stays the same from one run to the next. */
@NullMarked
package se.lykta.hotspot.identity;

import org.jspecify.annotations.NullMarked;
