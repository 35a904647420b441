package se.lykta.walk.protocol;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Days on which Swedish municipalities hold meetings: Monday to Friday, but no public holiday and not the eves of
 * midsummer, Christmas and the new year.
 *
 * <p>Source: lag (1989:253) om allmänna helgdagar; Easter by the anonymous Gregorian algorithm (Meeus, Astronomical
 * Algorithms, chapter 8).
 */
final class WorkingDays {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(5, 1),
            MonthDay.of(6, 6),
            MonthDay.of(12, 24),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26),
            MonthDay.of(12, 31));

    private WorkingDays() {}

    static boolean isWorkingDay(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day != DayOfWeek.SATURDAY
                && day != DayOfWeek.SUNDAY
                && !FIXED.contains(MonthDay.from(date))
                && !isAroundEaster(date)
                && !isMidsummerEve(date);
    }

    /** The first such day from a day on. */
    static LocalDate from(LocalDate date) {
        return isWorkingDay(date) ? date : from(date.plusDays(1));
    }

    /** The last such day up to a day. */
    static LocalDate upTo(LocalDate date) {
        return isWorkingDay(date) ? date : upTo(date.minusDays(1));
    }

    /** Good Friday, Easter Monday and Ascension Day; the others are Sundays. */
    private static boolean isAroundEaster(LocalDate date) {
        LocalDate easter = easter(date.getYear());
        return Set.of(easter.minusDays(2), easter.plusDays(1), easter.plusDays(39))
                .contains(date);
    }

    /** The Friday from 19 to 25 June. */
    private static boolean isMidsummerEve(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.FRIDAY
                && date.getMonthValue() == 6
                && date.getDayOfMonth() >= 19
                && date.getDayOfMonth() <= 25;
    }

    private static LocalDate easter(int year) {
        int moon = year % 19;
        int century = year / 100;
        int leap = century / 4;
        int drift = (8 * century + 13) / 25;
        int epact = (19 * moon + century - leap - drift + 15) % 30;
        int full = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - moon) / 11));
        int weekday = (year + year / 4 + full + 2 - century + leap) % 7;
        int march = full - weekday + 28;
        return LocalDate.of(year, 3, 1).plusDays(march - 1L);
    }
}
