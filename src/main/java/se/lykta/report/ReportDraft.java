package se.lykta.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lykta.geo.LonLat;

/**
 * What somebody sent as a report, not yet checked: {@link Intake} does that.
 *
 * <p>Exists so that every way in (form, walk finding, other systems) is checked by the same rules. Prints without text,
 * contact and reporter.
 *
 * @param position where; null is a fault
 * @param causes codes, main one first
 * @param occurredAt ISO date-time, date or month; null only if it recurs
 * @param recurring happens again and again
 * @param source code; null for a resident
 * @param placeKind code
 * @param severity code 1..3; 0 if not told
 * @param text what the reporter writes
 * @param contact how to reach the reporter
 * @param reporter a reference that is the same for the same person, such as an account
 */
public record ReportDraft(
        @Nullable LonLat position,
        List<String> causes,
        @Nullable String occurredAt,
        boolean recurring,
        @Nullable String source,
        @Nullable String placeKind,
        int severity,
        @Nullable String text,
        @Nullable Contact contact,
        @Nullable String reporter) {

    /** Copies the causes. */
    public ReportDraft {
        causes = List.copyOf(causes);
    }

    @Override
    public String toString() {
        return "ReportDraft[%s %s %s]".formatted(position, causes, occurredAt);
    }
}
