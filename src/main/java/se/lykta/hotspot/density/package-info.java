/** Clustering by density on plain coordinates: pure algorithms that know nothing of reports. */
@NullMarked
package se.lykta.hotspot.density;

import org.jspecify.annotations.NullMarked;
