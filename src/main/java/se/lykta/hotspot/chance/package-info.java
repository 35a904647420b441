/** Chance as a yardstick: random runs, places close to each other, and the near repeat test on plain coordinates. */
@NullMarked
package se.lykta.hotspot.chance;

import org.jspecify.annotations.NullMarked;
