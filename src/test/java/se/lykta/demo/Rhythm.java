package se.lykta.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;

/** When in a week and on a day something happens, in local time. */
enum Rhythm {
    /** After the end of civil twilight, or early on winter mornings. */
    DARK,
    /** On the way to and from work and school. */
    COMMUTE,
    /** In daylight. */
    DAY,
    /** From five to eleven in the evening. */
    EVENING,
    /** Friday and Saturday nights. */
    WEEKEND_NIGHT;

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Set<DayOfWeek> PARTY = EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

    /** Local hour at which the sun is safely below -6° at 59° N, January first; summer time included. */
    private static final double[] DARK_FROM = {16.9, 18.1, 20.2, 21.9, 23.3, 23.6, 23.6, 22.7, 21.0, 19.6, 17.2, 16.5};

    /** A moment within a month. */
    LocalDateTime within(YearMonth month, Dice dice) {
        while (true) {
            LocalDate day = month.atDay(1 + dice.below(month.lengthOfMonth()));
            if (suits(day.getDayOfWeek(), dice)) {
                return day.atStartOfDay().plusMinutes(minuteOfDay(month.getMonthValue(), dice));
            }
        }
    }

    private boolean suits(DayOfWeek day, Dice dice) {
        return switch (this) {
            case COMMUTE -> !WEEKEND.contains(day);
            case WEEKEND_NIGHT -> PARTY.contains(day) || dice.chance(0.06);
            default -> true;
        };
    }

    private int minuteOfDay(int month, Dice dice) {
        double hour = switch (this) {
            case DARK -> darkHour(month, dice);
            case COMMUTE -> dice.chance(0.45) ? dice.between(7, 8.7) : dice.between(15.4, 17.6);
            case DAY -> dice.between(8.5, 15.5);
            case EVENING -> dice.between(17, 23);
            case WEEKEND_NIGHT -> dice.between(20.2, 25.5);
        };
        return (int) (hour * 60);
    }

    private static double darkHour(int month, Dice dice) {
        boolean winter = month <= 1 || month >= 11;
        if (winter && dice.chance(0.15)) {
            return dice.between(5.6, 6.8);
        }
        double from = DARK_FROM[month - 1];
        return dice.between(from, Math.max(from + 0.35, 22.9));
    }
}
