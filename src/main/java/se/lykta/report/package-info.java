/** Reports: intake, import, moderation and the change feed. The only writer of reports. */
@NullMarked
package se.lykta.report;

import org.jspecify.annotations.NullMarked;
