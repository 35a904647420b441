/** Walk mode: the guide for participants, what they find at the stops, and the reports made of it. */
@NullMarked
package se.lykta.walk.findings;

import org.jspecify.annotations.NullMarked;
