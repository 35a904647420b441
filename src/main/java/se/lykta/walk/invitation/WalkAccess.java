package se.lykta.walk.invitation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lykta.account.Audience;
import se.lykta.http.ApiException;

/**
 * Decides who may take part in a walk: staff, and whoever shows the token of an invitation to it.
 *
 * <p>The token comes in a header of its own and never in an address, so that it is in no log and no Referer. Safe for use
 * by many threads.
 */
public final class WalkAccess {

    /** The header of a request that holds the token. */
    public static final String HEADER = "Walk-Token";

    private final Invitations invitations;

    /** The rule for the walks of one service. */
    public WalkAccess(Invitations invitations) {
        this.invitations = invitations;
    }

    /**
     * The number of the invitation somebody takes part by; empty for staff. A token that is shown has to be good, also if
     * staff show it, so that nobody takes a dead link for a living one.
     *
     * @param shown the token; null if none was shown
     * @throws ApiException {@code sign-in-required}, or what {@link Invitations#require} says of the token
     */
    public Optional<Long> require(String walk, Audience audience, @Nullable String shown) {
        if (shown != null) {
            return Optional.of(invitations.require(walk, shown));
        }
        audience.require(Audience.STAFF);
        return Optional.empty();
    }
}
