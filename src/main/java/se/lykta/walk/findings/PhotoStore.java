package se.lykta.walk.findings;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Photos of findings in the database. Has no state. */
final class PhotoStore {

    /** Keeps others from adding photos to a finding until the transaction ends. */
    void lockFinding(Handle transaction, UUID finding) {
        transaction
                .createQuery("SELECT id FROM walk_finding WHERE id = :id FOR UPDATE")
                .bind("id", finding)
                .mapTo(UUID.class)
                .one();
    }

    /** The finding that a photo belongs to, also if the photo was removed. */
    Optional<UUID> findFinding(Handle handle, UUID photo) {
        return handle.createQuery("SELECT finding_id FROM walk_photo WHERE id = :id")
                .bind("id", photo)
                .mapTo(UUID.class)
                .findOne();
    }

    /** How many there are. */
    Counts count(Handle handle, UUID finding) {
        return handle.createQuery("""
                        SELECT count(*) FILTER (WHERE removed_at IS NULL) AS shown, count(*) AS ever
                        FROM walk_photo WHERE finding_id = :finding
                        """)
                .bind("finding", finding)
                .map((row, context) -> new Counts(row.getInt("shown"), row.getInt("ever")))
                .one();
    }

    /** Adds a photo; says false if there is another one with this id. */
    boolean insert(Handle transaction, UUID photo, UUID finding, byte[] jpeg, Instant at) {
        String sql =
                "INSERT INTO walk_photo (id, finding_id, added_at, jpeg) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
        return transaction.execute(sql, photo, finding, utc(at), jpeg) == 1;
    }

    /** Removes the picture; the line stays, or comes, so that a late upload of it finds it. False for another finding's. */
    boolean remove(Handle transaction, UUID photo, UUID finding, Instant at) {
        return transaction
                        .createUpdate("""
                        INSERT INTO walk_photo (id, finding_id, added_at, removed_at) VALUES (:id, :finding, :at, :at)
                        ON CONFLICT (id) DO UPDATE
                        SET removed_at = coalesce(walk_photo.removed_at, EXCLUDED.removed_at), jpeg = NULL
                        WHERE walk_photo.finding_id = EXCLUDED.finding_id
                        """)
                        .bind("id", photo)
                        .bind("finding", finding)
                        .bind("at", utc(at))
                        .execute()
                == 1;
    }

    /** The picture of a photo that was not removed. */
    Optional<byte[]> findJpeg(Handle handle, UUID finding, UUID photo) {
        return handle.createQuery("""
                        SELECT jpeg FROM walk_photo WHERE id = :id AND finding_id = :finding AND removed_at IS NULL
                        """)
                .bind("id", photo)
                .bind("finding", finding)
                .mapTo(byte[].class)
                .findOne();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /**
     * Photos of a finding.
     *
     * @param shown those that were not removed
     * @param ever all
     */
    record Counts(int shown, int ever) {}
}
