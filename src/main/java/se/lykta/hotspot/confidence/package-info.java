/** How far a hotspot can be trusted: whether it survives resampling, and whether chance alone makes such ones. */
@NullMarked
package se.lykta.hotspot.confidence;

import org.jspecify.annotations.NullMarked;
