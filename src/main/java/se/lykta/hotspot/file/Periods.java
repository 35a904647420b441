package se.lykta.hotspot.file;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import se.lykta.hotspot.cells.Emergence;
import se.lykta.hotspot.cells.StudyCells;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/**
 * Periods of whole calendar months, the last one ending with the month of the newest point. What is older than the first
 * whole period is left out.
 *
 * @param first month of the first period
 * @param months of each period
 * @param count how many there are
 */
record Periods(YearMonth first, int months, int count) {

    private static final int MOST = 240;
    private static final int SECONDS_PER_DAY = 86_400;

    /**
     * The periods of some points.
     *
     * @throws ApiException {@code time-missing}, {@code periods-invalid} for fewer than two or more than 240
     */
    static Periods of(Points points, int months) {
        long[] seconds = Arrays.stream(points.seconds())
                .filter(second -> second != Points.NO_TIME)
                .toArray();
        if (seconds.length == 0) {
            throw refused("no point has a time");
        }
        YearMonth oldest = month(Arrays.stream(seconds).min().orElseThrow());
        YearMonth newest = month(Arrays.stream(seconds).max().orElseThrow());
        long count = (oldest.until(newest, ChronoUnit.MONTHS) + 1) / months;
        if (count < Emergence.LEAST_PERIODS || count > MOST) {
            throw refused("%d periods of %d months from %s to %s, expected %d..%d"
                    .formatted(count, months, oldest, newest, Emergence.LEAST_PERIODS, MOST));
        }
        return new Periods(newest.plusMonths(1 - count * months), months, (int) count);
    }

    private static ApiException refused(String message) {
        return ApiException.invalid("periods-invalid", List.of(new Fault("months", message)));
    }

    private static YearMonth month(long second) {
        return YearMonth.from(LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_PER_DAY)));
    }

    /** The period of a time, from 0; -1 if it is older or not told. */
    private int period(long second) {
        if (second == Points.NO_TIME) {
            return -1;
        }
        long after = first.until(month(second), ChronoUnit.MONTHS);
        return after < 0 ? -1 : (int) (after / months);
    }

    /** Points by period and cell. */
    int[][] counts(StudyCells cells, Points points) {
        int[][] counts = new int[count][cells.size()];
        for (int point = 0; point < points.size(); point++) {
            int period = period(points.seconds()[point]);
            int cell = cells.cellAt(points.x()[point], points.y()[point]);
            if (period >= 0 && cell >= 0) {
                counts[period][cell]++;
            }
        }
        return counts;
    }

    void tell(ColumnTable table, Points points) {
        long used = Arrays.stream(points.seconds())
                .filter(second -> period(second) >= 0)
                .count();
        table.fact("first_month", first.toString())
                .fact("months", months)
                .fact("periods", count)
                .fact("points_in_periods", used);
    }
}
