/** The read index: immutable snapshots of reports, filters and counts. */
@NullMarked
package se.lykta.index;

import org.jspecify.annotations.NullMarked;
