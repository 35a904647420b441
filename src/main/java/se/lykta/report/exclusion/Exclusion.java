package se.lykta.report.exclusion;

import java.time.Instant;
import java.util.Optional;

/**
 * A decision to leave reports out of analysis, as it stands in the log.
 *
 * @param id its number
 * @param reason what it was made of
 * @param reports how many reports it was made of
 * @param now how many it holds back today: some may have come to its place since, others have been moved away or deleted
 * @param made when and by whom
 * @param undone when and by whom, if it was
 */
public record Exclusion(long id, Reason reason, int reports, int now, Act made, Optional<Act> undone) {

    /** Says whether it holds. */
    public boolean isActive() {
        return undone.isEmpty();
    }

    /**
     * Somebody's act.
     *
     * @param at when
     * @param by an account or a role
     */
    public record Act(Instant at, String by) {}
}
