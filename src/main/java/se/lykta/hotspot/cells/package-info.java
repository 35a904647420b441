/** Square and hexagonal cells of a study area, and what their counts say: pure algorithms that know nothing of reports. */
@NullMarked
package se.lykta.hotspot.cells;

import org.jspecify.annotations.NullMarked;
