/** Safety walks: foot network, orienteering solver and planner. */
@NullMarked
package se.lykta.walk;

import org.jspecify.annotations.NullMarked;
