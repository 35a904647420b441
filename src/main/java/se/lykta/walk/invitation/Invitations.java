package se.lykta.walk.invitation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.lykta.http.ApiException;
import se.lykta.report.AuditStore;

/**
 * Lets people walk along without an account, and ends that.
 *
 * <p>Exists because twenty neighbours who walk one evening must not need accounts: a link opens one walk for some days.
 * Making and revoking are in the audit log; the token is nowhere but in the link. Safe for use by many threads.
 */
public final class Invitations {

    private final Jdbi jdbi;
    private final Clock clock;
    private final SecureRandom random;
    private final InvitationStore store = new InvitationStore();
    private final AuditStore audit = new AuditStore();

    /**
     * The invitations of one database.
     *
     * @param random where tokens come from; has to be unpredictable
     */
    public Invitations(Jdbi jdbi, Clock clock, SecureRandom random) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes a link to a walk that exists.
     *
     * @param days how long it is good
     * @param actor who invites, an account or a role
     */
    NewInvitation make(String walk, int days, String actor) {
        InvitationToken token = InvitationToken.random(random);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expires = now.plus(Duration.ofDays(days));
        long id = jdbi.inTransaction(transaction -> {
            long made = store.insert(transaction, walk, token.hash(), now, expires);
            log(transaction, actor, "walk-invitation-made", walk, Map.of("invitation", made, "days", days));
            return made;
        });
        return new NewInvitation(new Invitation(id, walk, now, expires, Optional.empty(), 0), token.text());
    }

    /** All of a walk, the newest first. */
    List<Invitation> list(String walk) {
        return jdbi.withHandle(handle -> store.list(handle, walk));
    }

    /**
     * Takes a link back; a second time changes nothing.
     *
     * @param actor who does it, an account or a role
     * @throws ApiException {@code unknown-invitation}
     */
    void revoke(String walk, long id, String actor) {
        jdbi.useTransaction(transaction -> {
            if (!store.revoke(transaction, walk, id, clock.instant())) {
                throw ApiException.notFound("unknown-invitation", "this walk has no invitation " + id);
            }
            log(transaction, actor, "walk-invitation-revoked", walk, Map.of("invitation", id));
        });
    }

    /**
     * The number of the invitation that a token belongs to.
     *
     * @throws ApiException {@code unknown-invitation-token} for one that this walk never had, {@code invitation-revoked} or
     *     {@code invitation-expired}
     */
    public long require(String walk, String shown) {
        Invitation invitation = InvitationToken.parse(shown)
                .flatMap(token -> jdbi.withHandle(handle -> store.find(handle, walk, token.hash())))
                .orElseThrow(() -> refused("unknown-invitation-token", "this link does not belong to this walk"));
        if (invitation.revoked().isPresent()) {
            throw refused("invitation-revoked", "this link was taken back; ask for a new one");
        }
        if (!clock.instant().isBefore(invitation.expires())) {
            throw refused(
                    "invitation-expired",
                    "this link was good until %s; ask for a new one".formatted(invitation.expires()));
        }
        return invitation.id();
    }

    private void log(Handle transaction, String actor, String action, String walk, Map<String, ?> details) {
        audit.append(transaction, clock.instant(), actor, new AuditStore.Event(action, "walk:" + walk, details));
    }

    private static ApiException refused(String code, String detail) {
        return new ApiException(ApiException.Kind.UNAUTHENTICATED, code, detail, List.of());
    }
}
