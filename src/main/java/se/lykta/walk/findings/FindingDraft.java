package se.lykta.walk.findings;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a phone sends of one stop, read and checked by itself.
 *
 * @param id made by the phone, the same whenever it is sent again
 * @param stop where
 * @param revision counted by the phone, one more for every change
 * @param answeredAt by the phone's clock
 * @param grades what was graded
 * @param comment what was written, if anything
 * @param invitation number of the link it came by; empty for staff
 */
record FindingDraft(
        UUID id,
        Finding.Stop stop,
        int revision,
        Instant answeredAt,
        Grades grades,
        Optional<String> comment,
        Optional<Long> invitation) {

    /** The same, answered at another time. */
    FindingDraft answeredAt(Instant time) {
        return new FindingDraft(id, stop, revision, time, grades, comment, invitation);
    }

    @Override
    public String toString() {
        return "FindingDraft[%s %s %d]".formatted(id, stop, revision);
    }
}
