/** Reports that are wrong as data, left out of analysis by staff: made of a finding, logged, and undone at once if wanted. */
@NullMarked
package se.lykta.report.exclusion;

import org.jspecify.annotations.NullMarked;
