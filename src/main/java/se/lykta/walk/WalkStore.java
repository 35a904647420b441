package se.lykta.walk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Planned walks in the database. Safe for use by many threads. */
public final class WalkStore {

    private static final int ID_BYTES = 12;

    private final Jdbi jdbi;
    private final Clock clock;
    private final SecureRandom random;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /**
     * A store.
     *
     * @param random where ids come from
     */
    public WalkStore(Jdbi jdbi, Clock clock, SecureRandom random) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.random = random;
    }

    /** Keeps a new walk under a new id. */
    public StoredWalk add(WalkPlan plan) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Instant created = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var stored = new StoredWalk(HexFormat.of().formatHex(id), 1, created, plan);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO walk (id, version, created_at, plan)
                        VALUES (:id, :version, :created, CAST(:plan AS jsonb))
                        """)
                .bind("id", stored.id())
                .bind("version", stored.version())
                .bind("created", OffsetDateTime.ofInstant(created, ZoneOffset.UTC))
                .bind("plan", text(plan))
                .execute());
        return stored;
    }

    /** The walk with this id. */
    public Optional<StoredWalk> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT version, created_at, CAST(plan AS text) AS plan
                        FROM walk
                        WHERE id = :id
                        """)
                .bind("id", id)
                .map((row, context) -> new StoredWalk(
                        id,
                        row.getInt("version"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        plan(row.getString("plan"))))
                .findOne());
    }

    private String text(WalkPlan plan) {
        try {
            return json.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a walk cannot be written", e);
        }
    }

    private WalkPlan plan(String text) {
        try {
            return json.readValue(text, WalkPlan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored walk cannot be read", e);
        }
    }
}
