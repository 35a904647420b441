/** The Orienteering Problem: which stops, in which order, within a budget. Pure, knows nothing of maps. */
@NullMarked
package se.lykta.walk.orienteering;

import org.jspecify.annotations.NullMarked;
