/** What the reports of a place tell, in numbers, now and over the years. */
@NullMarked
package se.lykta.hotspot.facts;

import org.jspecify.annotations.NullMarked;
