package se.lykta.walk;

import se.lykta.geo.LonLat;
import se.lykta.http.JsonBody;

/**
 * What a walk should be like.
 *
 * @param start where it begins and ends
 * @param minutes all in all, 1..480
 * @param minutesPerStop how long the group stays at each stop, 0..60
 * @param maxStops 1..30
 * @param speedKmh on level ways, 1..7
 * @param maxKilometres longest way, 0.1..30
 * @param stepFree without steps
 */
public record WalkRequest(
        LonLat start,
        int minutes,
        int minutesPerStop,
        int maxStops,
        double speedKmh,
        double maxKilometres,
        boolean stepFree) {

    /** The names of the members in a request's body. */
    static final String[] MEMBERS = {
        "start", "minutes", "minutesPerStop", "maxStops", "speedKmh", "maxKilometres", "stepFree"
    };

    /** The defaults of Swedish safety walks: 90 minutes, 5 at each of at most 8 stops, 4 km/h, 2.5 km. */
    public static WalkRequest from(LonLat start) {
        return new WalkRequest(start, 90, 5, 8, 4, 2.5, false);
    }

    /** Reads it from a body; faults are noted there, so the caller ends with {@link JsonBody#check}. */
    static WalkRequest parse(JsonBody body, LonLat otherwise) {
        WalkRequest usual = from(otherwise);
        return new WalkRequest(
                body.position("start").orElse(otherwise),
                body.integer("minutes", usual.minutes, 1, 480),
                body.integer("minutesPerStop", usual.minutesPerStop, 0, 60),
                body.integer("maxStops", usual.maxStops, 1, 30),
                body.number("speedKmh", usual.speedKmh, 1, 7),
                body.number("maxKilometres", usual.maxKilometres, 0.1, 30),
                body.flag("stepFree", usual.stepFree));
    }

    /** The time that may be planned: a tenth is kept for questions and red lights. */
    int plannedSeconds() {
        return minutes * 54;
    }

    int maxMetres() {
        return (int) Math.round(maxKilometres * 1000);
    }

    int secondsPerStop() {
        return minutesPerStop * 60;
    }

    FootProfile profile() {
        return new FootProfile(stepFree, false);
    }
}
