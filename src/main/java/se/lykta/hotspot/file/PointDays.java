package se.lykta.hotspot.file;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/** The local date of each point as a day number, for methods that can't do without. */
final class PointDays {

    private static final long SECONDS_PER_DAY = 86_400;

    private PointDays() {}

    /**
     * Days since 1970-01-01.
     *
     * @throws ApiException {@code time-missing} if the file or any point has no time
     */
    static int[] of(Points points) {
        return Arrays.stream(seconds(points)).mapToInt(PointDays::day).toArray();
    }

    /**
     * Local seconds, of all points.
     *
     * @throws ApiException {@code time-missing} if the file or any point has no time
     */
    static long[] seconds(Points points) {
        long[] seconds = points.seconds();
        long missing = Arrays.stream(seconds)
                .filter(second -> second == Points.NO_TIME)
                .count();
        if (missing > 0) {
            throw ApiException.invalid(
                    "time-missing",
                    List.of(new Fault("time", "%d of %d points have no time".formatted(missing, points.size()))));
        }
        return seconds;
    }

    private static int day(long second) {
        return Math.toIntExact(Math.floorDiv(second, SECONDS_PER_DAY));
    }

    /** The second at which a day begins. */
    static long start(LocalDate day) {
        return day.toEpochDay() * SECONDS_PER_DAY;
    }

    /** The second at which the day after the newest point begins; 0 without points. */
    static long endOf(long[] seconds) {
        return seconds.length == 0 ? 0 : (day(Arrays.stream(seconds).max().orElseThrow()) + 1) * SECONDS_PER_DAY;
    }

    /** The begin of the day at which so much of the time from the first to the newest point is over. */
    static long at(long[] seconds, double share) {
        long end = endOf(seconds);
        long first = seconds.length == 0 ? 0 : Arrays.stream(seconds).min().orElseThrow();
        return day(first + Math.round(share * (end - first))) * SECONDS_PER_DAY;
    }

    /** The date of a second as in ISO 8601. */
    static String date(long second) {
        return LocalDate.ofEpochDay(day(second)).toString();
    }
}
