/** May the map be trusted? What is wrong with the reports as data, before anything is counted; pure, on arrays. */
@NullMarked
package se.lykta.hotspot.audit;

import org.jspecify.annotations.NullMarked;
