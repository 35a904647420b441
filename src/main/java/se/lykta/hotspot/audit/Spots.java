package se.lykta.hotspot.audit;

import java.util.Arrays;
import java.util.stream.IntStream;
import se.lykta.hotspot.density.RowSort;

/**
 * The distinct positions of reports, the most repeated first, then from west to east.
 *
 * <p>O(n log n). Immutable; nothing depends on the order of the input but the rows.
 */
final class Spots {

    private final int[] sorted;
    /** Start of each spot in {@link #sorted}, by rank. */
    private final int[] start;

    private final int[] count;

    /** The spots of some rows. */
    Spots(AuditPoints points, int[] rows) {
        int[] order = RowSort.sort(rows.length, (a, b) -> before(points, rows[a], rows[b]));
        sorted = Arrays.stream(order).map(i -> rows[i]).toArray();
        int[] starts = IntStream.range(0, sorted.length)
                .filter(i -> i == 0 || before(points, sorted[i - 1], sorted[i]))
                .toArray();
        int[] counts = new int[starts.length];
        for (int spot = 0; spot < starts.length; spot++) {
            counts[spot] = (spot + 1 < starts.length ? starts[spot + 1] : sorted.length) - starts[spot];
        }
        int[] ranks = RowSort.sort(starts.length, (a, b) -> counts[a] > counts[b] || (counts[a] == counts[b] && a < b));
        start = Arrays.stream(ranks).map(spot -> starts[spot]).toArray();
        count = Arrays.stream(ranks).map(spot -> counts[spot]).toArray();
    }

    private static boolean before(AuditPoints points, int a, int b) {
        return points.x(a) != points.x(b) ? points.x(a) < points.x(b) : points.y(a) < points.y(b);
    }

    int size() {
        return count.length;
    }

    /** How many reports there are on all spots. */
    int reports() {
        return sorted.length;
    }

    /** How many reports lie on a spot, by rank from 0. */
    int count(int rank) {
        return count[rank];
    }

    /** One row of a spot. */
    int row(int rank) {
        return sorted[start[rank]];
    }

    /** The rows of a spot, ascending. */
    int[] rows(int rank) {
        int[] rows = Arrays.copyOfRange(sorted, start[rank], start[rank] + count[rank]);
        Arrays.sort(rows);
        return rows;
    }
}
