package se.lykta.walk.protocol;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import se.lykta.walk.StoredWalk;

/**
 * The three meetings of a walk, on the municipality's clock.
 *
 * <p>The first and the last are proposals: working days two to three weeks away, in the evening, when people who work can
 * come. They depend on the day of the walk only, so planning the route anew does not move a meeting that was called.
 *
 * @param before when the group prepares
 * @param walk when it walks
 * @param after when it follows up
 */
record Meetings(LocalDateTime before, LocalDateTime walk, LocalDateTime after) {

    /** How long the first and the last take. */
    static final int MINUTES = 90;

    private static final int DAYS_APART = 14;
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    /** By when the municipality wants its own measures to be done. */
    private static final int MONTHS_FOR_MEASURES = 6;

    static Meetings of(StoredWalk stored) {
        LocalDateTime start = stored.plan().departure().start();
        LocalDate date = start.toLocalDate();
        return new Meetings(
                WorkingDays.upTo(date.minusDays(DAYS_APART)).atTime(EVENING),
                start,
                WorkingDays.from(date.plusDays(DAYS_APART)).atTime(EVENING));
    }

    /** The day until which municipal measures should be done. */
    LocalDate measuresDone() {
        return walk.toLocalDate().plusMonths(MONTHS_FOR_MEASURES);
    }
}
