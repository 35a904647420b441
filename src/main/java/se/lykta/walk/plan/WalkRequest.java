package se.lykta.walk.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.lykta.geo.LonLat;
import se.lykta.taxonomy.Light;
import se.lykta.walk.network.FootProfile;

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
 * @param filter which reports make the hotspots, by the names of a request's body
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
     * @param light whether it shall be light or dark; null: what most reports tell of
     * @param date the day on which the walk begins, or the evening
     * @param time when it starts; null: as the sun allows
     */
    public record When(
            @Nullable Light light, LocalDate date, @Nullable LocalTime time) {}

    /**
     * About single hotspots, by their ids.
     *
     * @param pinned have to be visited
     * @param banned must not be visited
     * @param order by group: what it visits in this order; empty for groups that may choose
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

        /** All that have to be visited: the pinned ones and those with an order. */
        public Set<String> wanted() {
            Set<String> wanted = new LinkedHashSet<>(pinned);
            order.forEach(wanted::addAll);
            return wanted;
        }

        /** What a group visits in this order; empty if it may choose. */
        public List<String> order(int group) {
            return group <= order.size() ? order.get(group - 1) : List.of();
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

    boolean isLoop() {
        return end == null || end.equals(start);
    }

    /** The time that may be planned: a tenth is kept for questions and red lights. */
    public int plannedSeconds() {
        return pace.minutes * 54;
    }

    int maxMetres() {
        return (int) Math.round(limits.maxKilometres * 1000);
    }

    int secondsPerStop() {
        return pace.minutesPerStop * 60;
    }

    FootProfile profile() {
        return new FootProfile(stepFree, preferLit);
    }
}
