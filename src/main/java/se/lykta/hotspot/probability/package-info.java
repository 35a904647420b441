/** Probabilities, tests and intervals on plain numbers, exact where counts are small. */
@NullMarked
package se.lykta.hotspot.probability;

import org.jspecify.annotations.NullMarked;
