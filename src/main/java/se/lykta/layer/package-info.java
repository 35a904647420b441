/** The catalogue of everything that can be seen or exported. */
@NullMarked
package se.lykta.layer;

import org.jspecify.annotations.NullMarked;
