/** What a hotspot is called and how it is explained, Swedish and English. */
@NullMarked
package se.lykta.hotspot.words;

import org.jspecify.annotations.NullMarked;
