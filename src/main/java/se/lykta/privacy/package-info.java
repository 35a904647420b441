/** The veil: the anonymised release that everything public is made from. */
@NullMarked
package se.lykta.privacy;

import org.jspecify.annotations.NullMarked;
