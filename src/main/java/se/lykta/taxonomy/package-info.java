/** Causes, sources, kinds of place and report states as data. Pure. */
@NullMarked
package se.lykta.taxonomy;

import org.jspecify.annotations.NullMarked;
