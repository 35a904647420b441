/** What a coordinator prints and sends: the protocol of a walk on paper, and its three meetings as a calendar. */
@NullMarked
package se.lykta.walk.protocol;

import org.jspecify.annotations.NullMarked;
