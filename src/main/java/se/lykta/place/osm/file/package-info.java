/** From an order to a file that can be read: downloading, copying, cutting, and reading any format of OpenStreetMap. */
@NullMarked
package se.lykta.place.osm.file;

import org.jspecify.annotations.NullMarked;
