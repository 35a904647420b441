package se.lykta.walk.findings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.lykta.taxonomy.Light;

/**
 * What one participant found at one stop, for staff.
 *
 * @param id made by the phone
 * @param stop where
 * @param revision counted by the phone
 * @param answeredAt when, at the stop
 * @param light whether it was dark then
 * @param grades what was graded
 * @param comment what was written, if anything
 * @param outcome what became of it
 * @param photos their ids, oldest first
 */
record Finding(
        UUID id,
        Stop stop,
        int revision,
        Instant answeredAt,
        Light light,
        Grades grades,
        Optional<String> comment,
        Outcome outcome,
        List<UUID> photos) {

    Finding {
        photos = List.copyOf(photos);
    }

    @Override
    public String toString() {
        return "Finding[%s %s]".formatted(id, stop);
    }

    /**
     * Where it was found.
     *
     * @param walk id of the walk
     * @param hotspot id of the hotspot
     */
    record Stop(String walk, String hotspot) {}

    /**
     * What became of a finding.
     *
     * @param report number of the report it became, if it did and that is still there
     * @param changedSince whether the finding was changed after it had become a report
     * @param refusal why it could not become one, if so
     */
    record Outcome(Optional<Long> report, boolean changedSince, Optional<String> refusal) {}
}
