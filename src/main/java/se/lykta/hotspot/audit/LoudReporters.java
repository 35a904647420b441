package se.lykta.hotspot.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.lykta.hotspot.density.RowSort;

/**
 * Finds places most of whose reports come from one reporter: one angry neighbour is no hotspot. Anonymous reports
 * of one day count as one reporter in the database ({@link se.lykta.report.ReporterKeys}), so the sentence says so.
 *
 * <p>A place is a square of 200 m with five reports or more. The largest ones are told, at most twenty.
 */
final class LoudReporters {

    private static final double SIDE_METRES = 200;
    private static final int FEWEST_AT_PLACE = 5;
    private static final int FEWEST_OF_ONE = 4;
    private static final double MOST = 0.5;
    private static final int TOLD = 20;

    private final AuditPoints points;
    private final int[] sorted;

    /** A search among some rows. */
    LoudReporters(AuditPoints points, int[] rows) {
        this.points = points;
        int[] order =
                points.hasReporters() ? RowSort.sort(rows.length, (a, b) -> before(rows[a], rows[b])) : new int[0];
        this.sorted = Arrays.stream(order).map(i -> rows[i]).toArray();
    }

    private boolean before(int a, int b) {
        int cells = compareCells(a, b);
        return cells != 0 ? cells < 0 : points.reporter(a) < points.reporter(b);
    }

    private int compareCells(int a, int b) {
        int columns = Double.compare(cell(points.x(a)), cell(points.x(b)));
        return columns != 0 ? columns : Double.compare(cell(points.y(a)), cell(points.y(b)));
    }

    private static double cell(double metres) {
        return Math.floor(metres / SIDE_METRES);
    }

    List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        int start = 0;
        while (start < sorted.length) {
            int end = start + 1;
            while (end < sorted.length && compareCells(sorted[start], sorted[end]) == 0) {
                end++;
            }
            if (end - start >= FEWEST_AT_PLACE) {
                loudest(start, end).ifPresent(found::add);
            }
            start = end;
        }
        found.sort(Audit.ORDER);
        return found.subList(0, Math.min(TOLD, found.size()));
    }

    private Optional<Finding> loudest(int start, int end) {
        int from = start;
        while (from < end) {
            int to = from + 1;
            while (to < end && points.reporter(sorted[to]) == points.reporter(sorted[from])) {
                to++;
            }
            boolean isKnown = points.reporter(sorted[from]) != AuditPoints.NO_REPORTER;
            if (isKnown && to - from >= FEWEST_OF_ONE && to - from > MOST * (end - start)) {
                return Optional.of(finding(Arrays.copyOfRange(sorted, from, to), end - start));
            }
            from = to;
        }
        return Optional.empty();
    }

    private Finding finding(int[] rows, int atPlace) {
        Arrays.sort(rows);
        double x = IntStream.of(rows).mapToDouble(points::x).sorted().sum() / rows.length;
        double y = IntStream.of(rows).mapToDouble(points::y).sorted().sum() / rows.length;
        var sentence = new Finding.Sentence(
                "En och samma rapportör, eller anonyma från en och samma dag, står för %s på en plats av 200 m."
                        .formatted(Numerals.SWEDISH.of(rows.length, atPlace, "rapporter")),
                "One and the same reporter, or anonymous ones of one day, made %s at a place of 200 m."
                        .formatted(Numerals.ENGLISH.of(rows.length, atPlace, "reports")));
        return new Finding(
                Code.ONE_REPORTER,
                Severity.WARNING,
                rows,
                points.size(),
                Optional.of(new Finding.Place(x, y)),
                sentence);
    }
}
