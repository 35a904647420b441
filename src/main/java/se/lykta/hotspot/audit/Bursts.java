package se.lykta.hotspot.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.lykta.hotspot.density.RowSort;

/**
 * Finds the same report several times: same position and cause, minutes apart.
 *
 * <p>A burst is three reports or more, each at most ten minutes after the one before. Where there are so many reports that
 * chance would put them side by side, that many are needed that fewer than 0.01 bursts are expected: of k reports in T
 * minutes about k (10 k / T)^(m−1) runs are as long as m. Times that tell only the day are left out.
 */
final class Bursts {

    private static final int GAP_MINUTES = 10;
    private static final int FEWEST = 3;
    private static final double MOST_BY_CHANCE = 0.01;

    private final AuditPoints points;
    private final int[] sorted;
    private final double period;

    private final List<int[]> bursts = new ArrayList<>();

    /** A search among some rows. */
    Bursts(AuditPoints points, int[] rows) {
        this.points = points;
        int[] timed = points.hasTimes()
                ? IntStream.of(rows)
                        .filter(row -> points.minute(row) != AuditPoints.NO_TIME)
                        .filter(row -> !TimeCheck.isMidnight(points.minute(row)))
                        .toArray()
                : new int[0];
        int[] order = RowSort.sort(timed.length, (a, b) -> before(timed[a], timed[b]));
        this.sorted = Arrays.stream(order).map(i -> timed[i]).toArray();
        var minutes = Arrays.stream(timed).mapToLong(points::minute).summaryStatistics();
        this.period = timed.length == 0
                ? 1
                : Math.max(TimeCheck.MINUTES_PER_DAY, (double) minutes.getMax() - minutes.getMin());
    }

    private boolean before(int a, int b) {
        if (points.x(a) != points.x(b)) {
            return points.x(a) < points.x(b);
        }
        if (points.y(a) != points.y(b)) {
            return points.y(a) < points.y(b);
        }
        return points.cause(a) != points.cause(b)
                ? points.cause(a) < points.cause(b)
                : points.minute(a) < points.minute(b);
    }

    Optional<Finding> finding() {
        int start = 0;
        while (start < sorted.length) {
            int end = start + 1;
            while (end < sorted.length && areAlike(sorted[start], sorted[end])) {
                end++;
            }
            search(start, end);
            start = end;
        }
        return bursts.isEmpty() ? Optional.empty() : Optional.of(found());
    }

    private boolean areAlike(int a, int b) {
        return points.x(a) == points.x(b) && points.y(a) == points.y(b) && points.cause(a) == points.cause(b);
    }

    /** The bursts of one position and cause. */
    private void search(int start, int end) {
        int from = start;
        while (from < end) {
            int to = from + 1;
            while (to < end && points.minute(sorted[to]) - points.minute(sorted[to - 1]) <= GAP_MINUTES) {
                to++;
            }
            if (to - from >= FEWEST && isRare(to - from, end - start)) {
                bursts.add(Arrays.copyOfRange(sorted, from, to));
            }
            from = to;
        }
    }

    private boolean isRare(int length, int alike) {
        return alike * Math.pow(GAP_MINUTES * alike / period, length - 1) < MOST_BY_CHANCE;
    }

    private Finding found() {
        int[] repeats = bursts.stream()
                .flatMapToInt(burst -> Arrays.stream(burst, 1, burst.length))
                .sorted()
                .toArray();
        int[] longest = bursts.get(0);
        for (int[] burst : bursts) {
            longest = burst.length > longest.length ? burst : longest;
        }
        var sentence = new Finding.Sentence(
                "%s upprepar en rapport från samma plats om samma sak minuter innan, i %s; den längsta har %s. Räkna varje skur som en."
                        .formatted(
                                Numerals.SWEDISH.of(repeats.length, points.size(), "rapporter"),
                                bursts.size() == 1 ? "en skur" : Numerals.SWEDISH.count(bursts.size()) + " skurar",
                                Numerals.SWEDISH.count(longest.length)),
                "%s repeat a report of the same place and matter minutes before, in %s; the longest has %s. Count each burst as one."
                        .formatted(
                                Numerals.ENGLISH.of(repeats.length, points.size(), "reports"),
                                bursts.size() == 1 ? "one burst" : Numerals.ENGLISH.count(bursts.size()) + " bursts",
                                Numerals.ENGLISH.count(longest.length)));
        var place = new Finding.Place(points.x(longest[0]), points.y(longest[0]));
        return new Finding(Code.BURST, Severity.WARNING, repeats, points.size(), Optional.of(place), sentence);
    }
}
