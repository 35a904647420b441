package se.lykta.hotspot.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import se.lykta.index.Filter;

/**
 * The days whose reports make hotspots, in the municipality's time zone.
 *
 * <p>Where the filter names none, they are the 24 months up to the newest report that counts: old enough to be more than
 * one season, new enough to be about today, and independent of the day on which somebody looks.
 *
 * @param from first day
 * @param to last day, included; not before {@code from}
 * @param zone whose days they are
 */
public record Window(LocalDate from, LocalDate to, ZoneId zone) {

    /** Months that are looked at when nobody says otherwise. */
    public static final int DEFAULT_MONTHS = 24;

    private static final int SECONDS_PER_MINUTE = 60;

    /** The window of a filter; its open ends are filled in. */
    public static Window of(Filter filter, int newestMinute, ZoneId zone) {
        LocalDate to = filter.endMinute().isPresent()
                ? dayOf(filter.endMinute().getAsInt() - 1, zone)
                : dayOf(newestMinute, zone);
        LocalDate from = filter.fromMinute().isPresent()
                ? dayOf(filter.fromMinute().getAsInt(), zone)
                : monthsBefore(to, DEFAULT_MONTHS);
        return new Window(from, to.isBefore(from) ? from : to, zone);
    }

    /** The window of the same end that is so many months long. */
    public Window lastMonths(int months) {
        return new Window(monthsBefore(to, months), to, zone);
    }

    /** The window of the same length that ends where this one begins. */
    public Window before() {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new Window(from.minusDays(days), from.minusDays(1), zone);
    }

    /** The first minute of the window, since 1970-01-01T00:00Z. */
    public int fromMinute() {
        return startOf(from);
    }

    /** The first minute after the window. */
    public int endMinute() {
        return startOf(to.plusDays(1));
    }

    /** The local day of a minute. */
    public static LocalDate dayOf(int minute, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochSecond((long) minute * SECONDS_PER_MINUTE), zone);
    }

    /** The day so that from there to {@code to}, both included, are whole months: 2024-07-01 for 2026-06-30 and 24. */
    private static LocalDate monthsBefore(LocalDate to, int months) {
        return to.plusDays(1).minusMonths(months);
    }

    private int startOf(LocalDate day) {
        return Math.toIntExact(Math.floorDiv(day.atStartOfDay(zone).toEpochSecond(), SECONDS_PER_MINUTE));
    }
}
