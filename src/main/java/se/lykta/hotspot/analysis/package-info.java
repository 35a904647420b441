/** Any method of analysis on the reports of the service, as jobs that can be watched and cancelled. */
@NullMarked
package se.lykta.hotspot.analysis;

import org.jspecify.annotations.NullMarked;
