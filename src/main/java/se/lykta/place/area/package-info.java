/** Areas and the municipality's border from files. */
@NullMarked
package se.lykta.place.area;

import org.jspecify.annotations.NullMarked;
