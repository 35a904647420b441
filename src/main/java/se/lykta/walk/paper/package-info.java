/** Paper: pages that flow, text that wraps, maps in metres with scale and north; the one package that knows the PDF library. */
@NullMarked
package se.lykta.walk.paper;

import org.jspecify.annotations.NullMarked;
