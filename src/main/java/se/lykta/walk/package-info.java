/** Safety walks: the planner, walks with their versions, and their files. */
@NullMarked
package se.lykta.walk;

import org.jspecify.annotations.NullMarked;
