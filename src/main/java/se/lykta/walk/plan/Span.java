package se.lykta.walk.plan;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The time from one moment to another, such as a night.
 *
 * @param from the first moment
 * @param until the last one; before the first for a time that is none
 */
record Span(ZonedDateTime from, ZonedDateTime until) {

    /** Whether something that begins then and takes so long lies within. */
    boolean contains(ZonedDateTime start, Duration length) {
        return !start.isBefore(from) && !start.plus(length).isAfter(until);
    }

    /** The moment of this time that is nearest to another. */
    ZonedDateTime nearest(ZonedDateTime moment) {
        return moment.isBefore(from) ? from : moment.isAfter(until) ? until : moment;
    }

    Duration length() {
        return Duration.between(from, until);
    }

    /** The same, beginning later. */
    Span from(ZonedDateTime later) {
        return new Span(later, until);
    }

    /** The whole minutes within. */
    Span inMinutes() {
        ZonedDateTime minute = from.truncatedTo(ChronoUnit.MINUTES);
        return new Span(minute.isBefore(from) ? minute.plusMinutes(1) : minute, until.truncatedTo(ChronoUnit.MINUTES));
    }
}
