/** Reports from a CSV file: whole files are checked first, then written all or nothing. */
@NullMarked
package se.lykta.report.csv;

import org.jspecify.annotations.NullMarked;
