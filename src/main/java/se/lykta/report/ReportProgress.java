package se.lykta.report;

import java.time.Instant;
import java.util.List;
import se.lykta.taxonomy.ReportState;

/**
 * What the holder of a receipt may see: no place and no text, for a receipt may be found or guessed.
 *
 * @param state where the report stands
 * @param causes codes, main one first
 * @param reportedAt when it was reported
 * @param history every state it got, oldest first
 */
public record ReportProgress(ReportState state, List<String> causes, Instant reportedAt, List<Step> history) {

    /** Copies the lists. */
    public ReportProgress {
        causes = List.copyOf(causes);
        history = List.copyOf(history);
    }

    /**
     * One state and when it was reached.
     *
     * @param state the state
     * @param at when
     */
    public record Step(ReportState state, Instant at) {}
}
