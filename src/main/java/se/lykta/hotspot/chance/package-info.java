/** What chance alone would do: near repeat and scan statistics on plain coordinates; knows nothing of reports. */
@NullMarked
package se.lykta.hotspot.chance;

import org.jspecify.annotations.NullMarked;
