package se.lykta.walk.findings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.lykta.taxonomy.Light;
import se.lykta.walk.ChecklistItem;

/** Findings in the database. Safe for use by many threads. */
final class FindingStore {

    private static final TypeReference<TreeMap<String, Integer>> GRADES = new TypeReference<>() {};

    private static final String FINDING = """
            SELECT id, walk_id, hotspot, revision, answered_at, light, CAST(grades AS text) AS grades, comment,
                   report_id, reported_at IS NOT NULL AND weighed < revision AS changed_since, refusal,
                   ARRAY(SELECT p.id FROM walk_photo p WHERE p.finding_id = f.id AND p.removed_at IS NULL
                         ORDER BY p.added_at, p.id) AS photos
            FROM walk_finding f
            """;

    private final JsonMapper json = new JsonMapper();

    /**
     * Adds a finding, or changes one of the same stop that is older. One statement, so that of any number of requests at
     * once the newest revision stays.
     *
     * @return whether it is new; empty if nothing was done
     */
    Optional<Boolean> save(Handle handle, FindingDraft draft, Light light, Instant now) {
        return handle.createQuery("""
                        INSERT INTO walk_finding (id, walk_id, hotspot, invitation_id, revision, answered_at, light,
                                                  grades, comment, created_at, changed_at)
                        VALUES (:id, :walk, :hotspot, :invitation, :revision, :answered, :light,
                                CAST(:grades AS jsonb), :comment, :now, :now)
                        ON CONFLICT (id) DO UPDATE
                        SET revision = EXCLUDED.revision, grades = EXCLUDED.grades, comment = EXCLUDED.comment,
                            changed_at = EXCLUDED.changed_at
                        WHERE (walk_finding.walk_id, walk_finding.hotspot) = (EXCLUDED.walk_id, EXCLUDED.hotspot)
                          AND walk_finding.revision < EXCLUDED.revision
                        RETURNING xmax = 0 AS fresh
                        """)
                .bind("id", draft.id())
                .bind("walk", draft.stop().walk())
                .bind("hotspot", draft.stop().hotspot())
                .bind("invitation", draft.invitation().orElse(null))
                .bind("revision", draft.revision())
                .bind("answered", utc(draft.answeredAt()))
                .bind("light", light.name().toLowerCase(Locale.ROOT))
                .bind("grades", text(draft.grades()))
                .bind("comment", draft.comment().orElse(null))
                .bind("now", utc(now))
                .mapTo(Boolean.class)
                .findOne();
    }

    /** The finding with this id. */
    Optional<Finding> find(Handle handle, UUID id) {
        return handle.createQuery(FINDING + "WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> finding(row))
                .findOne();
    }

    /** How many a walk has. */
    int count(Handle handle, String walk) {
        return handle.createQuery("SELECT count(*) FROM walk_finding WHERE walk_id = :walk")
                .bind("walk", walk)
                .mapTo(Integer.class)
                .one();
    }

    /** All findings of any walk at some hotspots, in the order of their times. */
    List<Finding> listAt(Handle handle, List<String> hotspots) {
        return handle.createQuery(FINDING + "WHERE hotspot = ANY (:hotspots) ORDER BY answered_at, id")
                .bind("hotspots", hotspots.toArray(new String[0]))
                .map((row, context) -> finding(row))
                .list();
    }

    /**
     * Findings whose newest revision was not weighed yet and that did not become a report, the longest unchanged first.
     *
     * @param unchangedSince not those that were changed later
     * @param walk only those of one walk; null for all
     */
    List<UUID> listWaiting(Handle handle, Instant unchangedSince, @Nullable String walk, int most) {
        return handle.createQuery("""
                        SELECT id FROM walk_finding
                        WHERE reported_at IS NULL AND weighed IS DISTINCT FROM revision AND changed_at <= :since
                          AND (CAST(:walk AS text) IS NULL OR walk_id = :walk)
                        ORDER BY changed_at, id
                        LIMIT :most
                        """)
                .bind("since", utc(unchangedSince))
                .bind("walk", walk)
                .bind("most", most)
                .mapTo(UUID.class)
                .list();
    }

    /** One of those, which nobody else can change until the transaction ends; empty if somebody was quicker. */
    Optional<Finding> lockWaiting(Handle transaction, UUID id) {
        boolean waits = transaction
                .createQuery("""
                        SELECT 1 FROM walk_finding
                        WHERE id = :id AND reported_at IS NULL AND weighed IS DISTINCT FROM revision
                        FOR UPDATE
                        """)
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        return waits ? find(transaction, id) : Optional.empty();
    }

    /** Notes that the newest revision was weighed and no report is needed, or why there can be none. */
    void setWeighed(Handle transaction, UUID id, @Nullable String refusal) {
        transaction.execute("UPDATE walk_finding SET weighed = revision, refusal = ? WHERE id = ?", refusal, id);
    }

    /** Notes which report it became. */
    void setReport(Handle transaction, UUID id, long report, Instant at) {
        transaction.execute(
                "UPDATE walk_finding SET weighed = revision, refusal = NULL, report_id = ?, reported_at = ? WHERE id = ?",
                report,
                utc(at),
                id);
    }

    private Finding finding(ResultSet row) throws SQLException {
        long report = row.getLong("report_id");
        Optional<Long> reportId = row.wasNull() ? Optional.empty() : Optional.of(report);
        return new Finding(
                row.getObject("id", UUID.class),
                new Finding.Stop(row.getString("walk_id"), row.getString("hotspot")),
                row.getInt("revision"),
                row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                Light.valueOf(row.getString("light").toUpperCase(Locale.ROOT)),
                grades(row.getString("grades")),
                Optional.ofNullable(row.getString("comment")),
                new Finding.Outcome(
                        reportId, row.getBoolean("changed_since"), Optional.ofNullable(row.getString("refusal"))),
                photos(row.getArray("photos")));
    }

    private static List<UUID> photos(Array array) throws SQLException {
        return Arrays.asList((UUID[]) array.getArray());
    }

    private String text(Grades grades) {
        Map<String, Integer> byCode = new TreeMap<>();
        grades.byItem().forEach((item, grade) -> byCode.put(item.code(), grade));
        try {
            return json.writeValueAsString(byCode);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("grades cannot be written", e);
        }
    }

    private Grades grades(String text) {
        try {
            EnumMap<ChecklistItem, Integer> byItem = new EnumMap<>(ChecklistItem.class);
            json.readValue(text, GRADES)
                    .forEach((code, grade) -> byItem.put(
                            ChecklistItem.find(code)
                                    .orElseThrow(() ->
                                            new IllegalStateException("the database has the unknown item " + code)),
                            grade));
            return new Grades(byItem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored grades cannot be read", e);
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
