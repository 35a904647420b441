package se.lykta.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lykta.taxonomy.PlaceKind;

/**
 * A hotspot that the town has by design: the truth that a search must find.
 *
 * @param id stable name in {@code truth.json}
 * @param where where its reports lie
 * @param causes weighted causes such as {@code "A11:60 A12:25"}, the heaviest is the main one
 * @param sources weighted sources
 * @param course how it went over the years
 */
record Planted(String id, Where where, String causes, String sources, Course course) {

    /**
     * Where the reports lie.
     *
     * @param name the place's name on the map
     * @param kind what kind of place it is
     * @param line one place, or a line along which the reports lie
     * @param radius metres around the place or line beyond which no report lies
     */
    record Where(String name, PlaceKind kind, List<Spot> line, double radius) {

        Spot centre() {
            return line.size() == 1 ? line.get(0) : Frontages.segmentAt(line, length() / 2)[2];
        }

        double length() {
            return Frontages.length(line);
        }

        double distance(Spot spot) {
            double least = spot.distance(line.get(0));
            for (int i = 0; i + 1 < line.size(); i++) {
                least = Math.min(least, spot.distance(spot.onto(line.get(i), line.get(i + 1))));
            }
            return least;
        }
    }

    /**
     * How it went.
     *
     * @param rhythm when on a day
     * @param season when in a year
     * @param perYear counting reports a year from July 2022, four numbers
     * @param trend rising, falling, steady, seasonal or solved
     * @param measure day of a measure after which one in ten reports is left, null without
     */
    record Course(
            Rhythm rhythm,
            Season season,
            List<Integer> perYear,
            String trend,
            @Nullable LocalDate measure) {}

    String mainCause() {
        return causes.substring(0, 3);
    }

    /** Says whether it shows in the default window, the 24 months to the end of June 2026. */
    boolean isCurrent() {
        return !course.trend().equals("solved");
    }
}
