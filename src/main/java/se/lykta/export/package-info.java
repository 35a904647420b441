/** Layers and walks as files: GeoJSON and GPX, streamed. */
@NullMarked
package se.lykta.export;

import org.jspecify.annotations.NullMarked;
