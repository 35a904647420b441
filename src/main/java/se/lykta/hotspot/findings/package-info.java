/** The data audit of the database: run at night and after imports, kept, shown, and acted on by excluding. */
@NullMarked
package se.lykta.hotspot.findings;

import org.jspecify.annotations.NullMarked;
