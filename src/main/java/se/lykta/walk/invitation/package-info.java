/** Who may walk along: links for participants without an account. */
@NullMarked
package se.lykta.walk.invitation;

import org.jspecify.annotations.NullMarked;
