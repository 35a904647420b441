/** Who is asking: the audience of a request. */
@NullMarked
package se.lykta.account;

import org.jspecify.annotations.NullMarked;
