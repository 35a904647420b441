package se.lykta.index;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * Which local month a minute is in, for all minutes between two, fast.
 *
 * <p>A table of days says which month a day of UTC begins in; at most one other begins within it. Immutable.
 */
final class MonthTable {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_DAY = 1440;

    private final YearMonth first;

    /** First minute of each month, and of the one behind the last. */
    private final long[] starts;

    private final int[] monthOfDay;

    /** The months from the one of the first minute to that of the last. */
    MonthTable(ZoneId zone, int firstMinute, int lastMinute) {
        first = monthOf(zone, firstMinute);
        YearMonth last = monthOf(zone, lastMinute);
        int months = (last.getYear() - first.getYear()) * 12 + last.getMonthValue() - first.getMonthValue() + 1;
        starts = new long[months + 1];
        for (int i = 0; i <= months; i++) {
            long seconds = first.plusMonths(i).atDay(1).atStartOfDay(zone).toEpochSecond();
            starts[i] = Math.floorDiv(seconds, SECONDS_PER_MINUTE);
        }
        monthOfDay = new int[(int) ((starts[months] - starts[0]) / MINUTES_PER_DAY) + 1];
        int month = 0;
        for (int day = 0; day < monthOfDay.length; day++) {
            while (month + 1 < months && starts[month + 1] <= starts[0] + (long) day * MINUTES_PER_DAY) {
                month++;
            }
            monthOfDay[day] = month;
        }
    }

    private static YearMonth monthOf(ZoneId zone, int minute) {
        return YearMonth.from(
                Instant.ofEpochSecond((long) minute * SECONDS_PER_MINUTE).atZone(zone));
    }

    /** How many months there are. */
    int size() {
        return starts.length - 1;
    }

    /** The number of the month of a minute, the first is 0. */
    int indexOf(int minute) {
        int month = monthOfDay[(int) ((minute - starts[0]) / MINUTES_PER_DAY)];
        return minute >= starts[month + 1] ? month + 1 : month;
    }

    /** The month with a number. */
    YearMonth month(int index) {
        return first.plusMonths(index);
    }
}
