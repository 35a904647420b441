package se.lykta.hotspot.facts;

import java.util.List;
import java.util.Optional;
import se.lykta.hotspot.cells.Emergence;
import se.lykta.hotspot.probability.RateRatio;

/**
 * How many reports a place had in the years up to now, and what follows from that.
 *
 * @param years reports in each period of twelve months of which the data know the whole, the oldest first, the last one up
 *     to the window's end; one to {@link Timeline#MOST_YEARS}
 * @param season reports in the last three months
 * @param seasonBefore reports in the same months a year earlier
 */
public record Course(List<Integer> years, int season, int seasonBefore) {

    /** Where the reports of a year go. */
    public enum Direction {
        /** More than the year before, beyond chance. */
        RISING,
        /** Fewer than the year before, beyond chance. */
        FALLING,
        /** No change that chance could not make. */
        LEVEL
    }

    /** Copies the list. */
    public Course {
        years = List.copyOf(years);
        if (years.isEmpty()) {
            throw new IllegalArgumentException("a course has at least one year");
        }
    }

    /** Reports in the last twelve months. */
    public int recent() {
        return years.get(years.size() - 1);
    }

    /** Reports in the twelve months before; 0 if the data do not know them. */
    public int before() {
        return years.size() < 2 ? 0 : years.get(years.size() - 2);
    }

    /** The last year compared with the one before, if the data know both. */
    public Optional<RateRatio> change() {
        return years.size() < 2 ? Optional.empty() : Optional.of(RateRatio.of(recent(), before()));
    }

    /** The last three months compared with the same ones a year before, if the data know both years. */
    public Optional<RateRatio> seasonChange() {
        return years.size() < 2 ? Optional.empty() : Optional.of(RateRatio.of(season, seasonBefore));
    }

    /** Which way it goes, if the data know two years. */
    public Optional<Direction> direction() {
        return change().map(ratio -> {
            if (ratio.p() > RateRatio.LEVEL) {
                return Direction.LEVEL;
            }
            return ratio.recent() > ratio.before() ? Direction.RISING : Direction.FALLING;
        });
    }

    /**
     * What has become of the place, if the data know two years. A year is a hot one if it has half of what a hotspot needs
     * in its usual two years.
     *
     * @param minReports what a hotspot needs
     */
    public Optional<Emergence> emergence(int minReports) {
        if (years.size() < Emergence.LEAST_PERIODS) {
            return Optional.empty();
        }
        boolean[] hot = new boolean[years.size()];
        for (int year = 0; year < hot.length; year++) {
            hot[year] = 2 * years.get(year) >= minReports;
        }
        return Optional.of(Emergence.of(hot, direction().equals(Optional.of(Direction.FALLING))));
    }
}
