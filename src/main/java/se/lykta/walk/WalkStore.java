package se.lykta.walk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.lykta.account.Audience;
import se.lykta.walk.plan.WalkPlan;

/** Planned walks in the database, with all their versions. Safe for use by many threads. */
public final class WalkStore {

    private static final int ID_BYTES = 12;
    private static final TypeReference<List<WalkVersion.Change>> CHANGES = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final Clock clock;
    private final SecureRandom random;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /**
     * What is there under an id.
     *
     * @param version the newest
     * @param audience whose hotspots the plan was made from
     */
    record State(int version, Audience audience) {}

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
    public StoredWalk add(WalkPlan plan, Audience audience) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        var stored = new StoredWalk(HexFormat.of().formatHex(id), 1, now(), plan);
        jdbi.useTransaction(handle -> {
            insertWalk(handle, stored.id(), audience);
            insertVersion(handle, stored, List.of());
        });
        return stored;
    }

    /**
     * Keeps a changed walk as the next version.
     *
     * @param before the version that was changed
     * @return nothing if another version was added meanwhile
     */
    Optional<StoredWalk> addVersion(StoredWalk before, WalkPlan plan) {
        var stored = new StoredWalk(before.id(), before.version() + 1, now(), plan);
        List<WalkVersion.Change> changed = WalkChanges.between(before.plan().request(), plan.request());
        return jdbi.inTransaction(handle -> {
            if (advance(handle, before) == 0) {
                return Optional.empty();
            }
            insertVersion(handle, stored, changed);
            return Optional.of(stored);
        });
    }

    /** The newest version of the walk with this id. */
    public Optional<StoredWalk> find(String id) {
        return findState(id).flatMap(state -> find(id, state.version()));
    }

    /** One version of the walk with this id. */
    public Optional<StoredWalk> find(String id, int version) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT created_at, CAST(plan AS text) AS plan
                        FROM walk_version
                        WHERE walk = :id AND version = :version
                        """)
                .bind("id", id)
                .bind("version", version)
                .map((row, context) -> new StoredWalk(id, version, created(row), plan(row.getString("plan"))))
                .findOne());
    }

    /** What there is under an id. */
    Optional<State> findState(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT version, audience
                        FROM walk
                        WHERE id = :id
                        """)
                .bind("id", id)
                .map((row, context) -> new State(
                        row.getInt("version"),
                        Audience.valueOf(row.getString("audience").toUpperCase(Locale.ROOT))))
                .findOne());
    }

    /** All versions, the first one first. */
    List<WalkVersion> listVersions(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT version, created_at, CAST(changed AS text) AS changed
                        FROM walk_version
                        WHERE walk = :id
                        ORDER BY version
                        """)
                .bind("id", id)
                .map((row, context) ->
                        new WalkVersion(row.getInt("version"), created(row), changes(row.getString("changed"))))
                .list());
    }

    private static void insertWalk(Handle handle, String id, Audience audience) {
        handle.createUpdate("""
                        INSERT INTO walk (id, version, audience)
                        VALUES (:id, 1, :audience)
                        """)
                .bind("id", id)
                .bind("audience", audience.name().toLowerCase(Locale.ROOT))
                .execute();
    }

    private static int advance(Handle handle, StoredWalk before) {
        return handle.createUpdate("""
                        UPDATE walk
                        SET version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                .bind("id", before.id())
                .bind("version", before.version())
                .execute();
    }

    private void insertVersion(Handle handle, StoredWalk stored, List<WalkVersion.Change> changed) {
        handle.createUpdate("""
                        INSERT INTO walk_version (walk, version, created_at, plan, changed)
                        VALUES (:id, :version, :created, CAST(:plan AS jsonb), CAST(:changed AS jsonb))
                        """)
                .bind("id", stored.id())
                .bind("version", stored.version())
                .bind("created", OffsetDateTime.ofInstant(stored.created(), ZoneOffset.UTC))
                .bind("plan", text(stored.plan()))
                .bind("changed", text(changed))
                .execute();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant created(ResultSet row) throws SQLException {
        return row.getObject("created_at", OffsetDateTime.class).toInstant();
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
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

    private List<WalkVersion.Change> changes(String text) {
        try {
            return json.readValue(text, CHANGES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the changes of a stored walk cannot be read", e);
        }
    }
}
