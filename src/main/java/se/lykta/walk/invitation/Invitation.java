package se.lykta.walk.invitation;

import java.time.Instant;
import java.util.Optional;

/**
 * A link by which participants of one walk see its stops and answer.
 *
 * @param id its number
 * @param walk id of the one walk it is good for
 * @param created when it was made
 * @param expires from when on it is no longer good
 * @param revoked when staff took it back, if they did
 * @param findings how many answers came by it
 */
public record Invitation(
        long id, String walk, Instant created, Instant expires, Optional<Instant> revoked, int findings) {}
