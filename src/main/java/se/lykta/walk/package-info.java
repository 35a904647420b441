/** Safety walks: asked for, kept in versions, taken along as files; and what is looked at on them. */
@NullMarked
package se.lykta.walk;

import org.jspecify.annotations.NullMarked;
