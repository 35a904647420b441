/** Any method of the hotspot packages on any file of points, without a server, so that anybody can check us. */
@NullMarked
package se.lykta.hotspot.file;

import org.jspecify.annotations.NullMarked;
