package se.lykta.hotspot.findings;

import java.time.Instant;
import java.util.List;

/**
 * One audit of all reports, as it is kept.
 *
 * @param at when it was run
 * @param snapshotVersion the outbox number of the reports
 * @param reports how many it looked at
 * @param excluded how many it did not, because they were excluded before
 * @param findings the worst first
 */
public record AuditRun(Instant at, long snapshotVersion, int reports, int excluded, List<FoundReports> findings) {

    /** Takes a copy of the list. */
    public AuditRun {
        findings = List.copyOf(findings);
    }
}
