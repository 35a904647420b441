/** The ways that can be walked, out of OpenStreetMap, and how to get along them; the one package that knows GraphHopper. */
@NullMarked
package se.lykta.walk.network;

import org.jspecify.annotations.NullMarked;
