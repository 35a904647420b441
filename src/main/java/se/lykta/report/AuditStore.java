package se.lykta.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Adds lines to the audit log, in the transaction of what they tell. Safe for use by many threads. */
public final class AuditStore {

    private final JsonMapper json = new JsonMapper();

    /** Adds one line. */
    public void append(Handle transaction, Instant at, String actor, Event event) {
        transaction
                .createUpdate("""
                        INSERT INTO audit (at, actor, action, subject, details)
                        VALUES (:at, :actor, :action, :subject, CAST(:details AS jsonb))
                        """)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("actor", actor)
                .bind("action", event.action())
                .bind("subject", event.subject())
                .bind("details", text(event.details()))
                .execute();
    }

    private String text(Map<String, ?> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("audit details can't be written", e);
        }
    }

    /**
     * What happened.
     *
     * @param action kebab-case verb phrase, such as {@code report-submitted}
     * @param subject what it concerns, such as {@code report:17}
     * @param details facts without personal data
     */
    public record Event(String action, String subject, Map<String, ?> details) {}
}
