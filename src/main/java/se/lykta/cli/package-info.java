/** The commands of the launcher. */
@NullMarked
package se.lykta.cli;

import org.jspecify.annotations.NullMarked;
