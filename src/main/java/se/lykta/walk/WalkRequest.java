package se.lykta.walk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.lykta.geo.LonLat;
import se.lykta.http.JsonBody;
import se.lykta.taxonomy.Light;

/**
 * What a walk should be like.
 *
 * @param start where it begins
 * @param end where it ends; null: where it begins
 * @param pace how long and how fast
 * @param limits for each group
 * @param when day, hour and light
 * @param stepFree without steps
 * @param preferLit rather along lit ways
 * @param wishes about single hotspots
 * @param filter which reports make the hotspots, as in the query of the map
 */
public record WalkRequest(
        LonLat start,
        @Nullable LonLat end,
        Pace pace,
        Limits limits,
        When when,
        boolean stepFree,
        boolean preferLit,
        Wishes wishes,
        Map<String, String> filter) {

    /** The names of the members in a request's body. */
    static final String[] MEMBERS = {
        "start", "minutes", "minutesPerStop", "maxStops", "speedKmh", "maxKilometres", "stepFree"
    };

    /**
     * How long and how fast.
     *
     * @param minutes all in all, 1..480
     * @param minutesPerStop how long a group stays at each stop, 0..60
     * @param speedKmh on level ways, 1..7
     */
    public record Pace(int minutes, int minutesPerStop, double speedKmh) {}

    /**
     * How many and how far.
     *
     * @param groups that start together, 1..10
     * @param maxStops of each group, 1..30
     * @param maxKilometres longest way of each group, 0.1..30
     */
    public record Limits(int groups, int maxStops, double maxKilometres) {}

    /**
     * When.
     *
     * @param light whether it shall be light or dark; null: what the reports tell
     * @param date the day on which the walk, or the evening of the walk, begins
     * @param time when it starts; null: as the sun allows
     */
    public record When(@Nullable Light light, LocalDate date, @Nullable LocalTime time) {}

    /**
     * About single hotspots, by their ids.
     *
     * @param pinned have to be visited
     * @param banned must not be visited
     * @param order by group: what it visits in exactly this order; empty for groups that may choose
     */
    public record Wishes(List<String> pinned, List<String> banned, List<List<String>> order) {

        /** No wishes. */
        public static final Wishes NONE = new Wishes(List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Wishes {
            pinned = List.copyOf(pinned);
            banned = List.copyOf(banned);
            order = order.stream().map(List::copyOf).toList();
        }
    }

    /** Copies the filter, in the order of its names. */
    public WalkRequest {
        filter = Collections.unmodifiableMap(new TreeMap<>(filter));
    }

    /** The defaults of Swedish safety walks: 90 minutes, 5 at each of at most 8 stops, 4 km/h, 2.5 km, one group. */
    public static WalkRequest from(LonLat start, LocalDate date) {
        return new WalkRequest(
                start,
                null,
                new Pace(90, 5, 4),
                new Limits(1, 8, 2.5),
                new When(null, date, null),
                false,
                false,
                Wishes.NONE,
                Map.of());
    }

    /** Reads it from a body; faults are noted there, so the caller ends with {@link JsonBody#check}. */
    static WalkRequest parse(JsonBody body, LonLat otherwise, LocalDate date) {
        WalkRequest usual = from(otherwise, date);
        return new WalkRequest(
                body.position("start").orElse(otherwise),
                null,
                new Pace(
                        body.integer("minutes", usual.pace.minutes, 1, 480),
                        body.integer("minutesPerStop", usual.pace.minutesPerStop, 0, 60),
                        body.number("speedKmh", usual.pace.speedKmh, 1, 7)),
                new Limits(
                        1,
                        body.integer("maxStops", usual.limits.maxStops, 1, 30),
                        body.number("maxKilometres", usual.limits.maxKilometres, 0.1, 30)),
                usual.when,
                body.flag("stepFree", usual.stepFree),
                false,
                Wishes.NONE,
                Map.of());
    }

    /** All in all. */
    public int minutes() {
        return pace.minutes;
    }

    /** How long a group stays at each stop. */
    public int minutesPerStop() {
        return pace.minutesPerStop;
    }

    /** Where it ends. */
    public LonLat finish() {
        return end == null ? start : end;
    }

    /** The time that may be planned: a tenth is kept for questions and red lights. */
    int plannedSeconds() {
        return pace.minutes * 54;
    }

    int maxMetres() {
        return (int) Math.round(limits.maxKilometres * 1000);
    }

    int secondsPerStop() {
        return pace.minutesPerStop * 60;
    }

    FootProfile profile() {
        return stepFree ? FootProfile.STEP_FREE : FootProfile.EVERYONE;
    }
}
