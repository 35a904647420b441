package se.lykta.walk.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Invitations in the database. Has no state. */
final class InvitationStore {

    /** Adds an invitation and gives its number. */
    long insert(Handle handle, String walk, byte[] tokenHash, Instant created, Instant expires) {
        return handle.createUpdate("""
                        INSERT INTO walk_invitation (walk_id, token_hash, created_at, expires_at)
                        VALUES (:walk, :hash, :created, :expires)
                        """)
                .bind("walk", walk)
                .bind("hash", tokenHash)
                .bind("created", utc(created))
                .bind("expires", utc(expires))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** All of a walk, the newest first. */
    List<Invitation> list(Handle handle, String walk) {
        return handle.createQuery("""
                        SELECT id, walk_id, created_at, expires_at, revoked_at,
                               (SELECT count(*) FROM walk_finding WHERE invitation_id = walk_invitation.id) AS findings
                        FROM walk_invitation
                        WHERE walk_id = :walk
                        ORDER BY id DESC
                        """)
                .bind("walk", walk)
                .map((row, context) -> invitation(row))
                .list();
    }

    /** The one of a walk whose token has this hash, also if it is no longer good. */
    Optional<Invitation> find(Handle handle, String walk, byte[] tokenHash) {
        return handle.createQuery("""
                        SELECT id, walk_id, created_at, expires_at, revoked_at, 0 AS findings
                        FROM walk_invitation
                        WHERE walk_id = :walk AND token_hash = :hash
                        """)
                .bind("walk", walk)
                .bind("hash", tokenHash)
                .map((row, context) -> invitation(row))
                .findOne();
    }

    /** Takes one back; a second time changes nothing. Says whether the walk has it. */
    boolean revoke(Handle handle, String walk, long id, Instant at) {
        return handle.createUpdate("""
                        UPDATE walk_invitation SET revoked_at = coalesce(revoked_at, :at)
                        WHERE walk_id = :walk AND id = :id
                        """)
                        .bind("at", utc(at))
                        .bind("walk", walk)
                        .bind("id", id)
                        .execute()
                > 0;
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getLong("id"),
                row.getString("walk_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("findings"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
