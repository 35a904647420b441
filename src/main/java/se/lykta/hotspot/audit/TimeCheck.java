package se.lykta.hotspot.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * Finds reports without a time, and times that tell only the day or only the month.
 *
 * <p>If nearly all times are midnight, days are all there is; if nearly all days are the first of a month, months are. If
 * some are, they are told once midnight is three times as frequent as any other full hour, and the first as any other day
 * of the month: people do report at midnight and on the first.
 */
final class TimeCheck {

    static final int MINUTES_PER_DAY = 1440;

    private static final int MINUTES_PER_HOUR = 60;
    private static final double NEARLY_ALL = 0.99;
    private static final int FEWEST_REPORTS = 20;
    private static final double LEAST_SHARE = 0.05;
    private static final double EXCESS = 3;
    private static final int DAYS_OF_MONTH = 32;

    private TimeCheck() {}

    static List<Finding> findings(AuditPoints points) {
        List<Finding> found = new ArrayList<>();
        if (!points.hasTimes()) {
            return found;
        }
        int[] missing = IntStream.range(0, points.size())
                .filter(row -> points.minute(row) == AuditPoints.NO_TIME)
                .toArray();
        if (missing.length > 0) {
            found.add(finding(Code.MISSING_TIME, points, missing, "saknar tidpunkt.", "have no time."));
        }
        coarse(points, timed(points)).ifPresent(found::add);
        return found;
    }

    private static int[] timed(AuditPoints points) {
        return IntStream.range(0, points.size())
                .filter(row -> points.minute(row) != AuditPoints.NO_TIME)
                .toArray();
    }

    private static Optional<Finding> coarse(AuditPoints points, int[] timed) {
        int[] firsts = select(points, timed, TimeCheck::isFirstOfMonth);
        int[] midnights = select(points, timed, TimeCheck::isMidnight);
        if (timed.length >= FEWEST_REPORTS && firsts.length >= NEARLY_ALL * timed.length) {
            return Optional.of(finding(
                    Code.COARSE_TIME,
                    points,
                    firsts,
                    "är daterade den första i en månad: bara månaden är känd, inte dag eller klockslag.",
                    "are dated the first of a month: only the month is known, neither day nor hour."));
        }
        if (timed.length >= FEWEST_REPORTS && midnights.length >= NEARLY_ALL * timed.length) {
            return Optional.of(finding(
                    Code.COARSE_TIME,
                    points,
                    midnights,
                    "har klockslaget 00:00: bara dagen är känd, så ljus, mörker och timme säger inget.",
                    "have the time 00:00: only the day is known, so light, dark and hour say nothing."));
        }
        return some(points, timed, firsts, midnights);
    }

    private static Optional<Finding> some(AuditPoints points, int[] timed, int[] firsts, int[] midnights) {
        if (stick(midnights.length, timed.length, mostOtherHour(points, timed))) {
            return Optional.of(finding(
                    Code.COARSE_TIME,
                    points,
                    midnights,
                    "har klockslaget 00:00, långt fler än någon annan hel timme: deras klockslag är okänt.",
                    "have the time 00:00, far more than any other full hour: their time of day is unknown."));
        }
        if (stick(firsts.length, timed.length, mostOtherDay(points, timed))) {
            return Optional.of(finding(
                    Code.COARSE_TIME,
                    points,
                    firsts,
                    "är daterade den första i en månad, långt fler än någon annan dag: deras dag är okänd.",
                    "are dated the first of a month, far more than any other day: their day is unknown."));
        }
        return Optional.empty();
    }

    private static boolean stick(int these, int all, int mostOther) {
        return these >= FEWEST_REPORTS && these >= LEAST_SHARE * all && these > EXCESS * mostOther;
    }

    private static int[] select(AuditPoints points, int[] rows, LongPredicate minute) {
        return IntStream.of(rows).filter(row -> minute.test(points.minute(row))).toArray();
    }

    /** Whether a minute is the start of a day. */
    static boolean isMidnight(long minute) {
        return Math.floorMod(minute, MINUTES_PER_DAY) == 0;
    }

    private static boolean isFirstOfMonth(long minute) {
        return dayOfMonth(minute) == 1;
    }

    private static int dayOfMonth(long minute) {
        return LocalDate.ofEpochDay(Math.floorDiv(minute, MINUTES_PER_DAY)).getDayOfMonth();
    }

    private static int mostOtherHour(AuditPoints points, int[] rows) {
        int[] counts = new int[MINUTES_PER_DAY / MINUTES_PER_HOUR];
        for (int row : rows) {
            int minuteOfDay = Math.floorMod(points.minute(row), MINUTES_PER_DAY);
            counts[minuteOfDay / MINUTES_PER_HOUR] += minuteOfDay % MINUTES_PER_HOUR == 0 ? 1 : 0;
        }
        return IntStream.range(1, counts.length).map(hour -> counts[hour]).max().orElse(0);
    }

    private static int mostOtherDay(AuditPoints points, int[] rows) {
        int[] counts = new int[DAYS_OF_MONTH];
        for (int row : rows) {
            counts[dayOfMonth(points.minute(row))]++;
        }
        return IntStream.range(2, counts.length).map(day -> counts[day]).max().orElse(0);
    }

    private static Finding finding(Code code, AuditPoints points, int[] rows, String sv, String en) {
        var sentence = new Finding.Sentence(
                Numerals.SWEDISH.of(rows.length, points.size(), "rapporter") + " " + sv,
                Numerals.ENGLISH.of(rows.length, points.size(), "reports") + " " + en);
        Severity severity = rows.length >= LEAST_SHARE * points.size() ? Severity.WARNING : Severity.INFO;
        return new Finding(code, severity, rows, points.size(), Optional.empty(), sentence);
    }
}
