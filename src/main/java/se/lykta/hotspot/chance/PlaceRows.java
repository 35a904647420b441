package se.lykta.hotspot.chance;

import java.util.Arrays;
import se.lykta.hotspot.density.RowSort;

/**
 * Points collapsed into distinct places, which lie in rows from west to east, so that close pairs are found by a sweep.
 *
 * <p>Two places less than {@code reach} apart are in the same or in neighbouring rows, less than {@code reach} apart from
 * west to east: the sweep looks at about twice as many pairs as there are. Time O(n log n + pairs). Nothing depends on the
 * order of the input. Immutable; the arrays are shared inside this package.
 */
public final class PlaceRows {

    /** Rows are slightly wider than the reach, so that rounding can't put a row between two close places. */
    private static final double WIDER = 1 + 1e-6;

    private static final int MOST_ROWS = 1 << 20;

    /** Lists of neighbours take up to 400 MB. */
    private static final long MOST_NEIGHBOURS = 100_000_000;

    final double[] x;
    final double[] y;
    /** First slot of the points of each place, and one more entry: the number of points. */
    final int[] first;
    /** The rows of the input ordered by x, then y, then {@code tieBreak}. */
    final int[] order;
    /** The slot of each point of {@link #order}. */
    final int[] slot;

    private final double reach;
    private final long[] row;

    /** A pair of places that are close enough. */
    public interface Pair {
        void seen(int place, int other, double metres);
    }

    /**
     * Sorts points.
     *
     * @param tieBreak orders points of one place
     * @param reach metres, 0 or more: pairs are wanted that are nearer
     */
    public PlaceRows(double[] pointX, double[] pointY, int[] tieBreak, double reach) {
        requireFinite(pointX);
        requireFinite(pointY);
        this.reach = reach;
        order = RowSort.sort(pointX.length, (a, b) -> before(pointX, pointY, tieBreak, a, b));
        int[] starts = starts(pointX, pointY);
        int places = starts.length - 1;
        double south = Arrays.stream(pointY).min().orElse(0);
        double north = Arrays.stream(pointY).max().orElse(0);
        double side = Math.max(reach * WIDER, Math.max((north - south) / MOST_ROWS, Double.MIN_NORMAL));
        long[] rowOf = new long[places];
        Arrays.setAll(rowOf, place -> (long) Math.floor((pointY[order[starts[place]]] - south) / side));
        int[] sweep = RowSort.sort(places, (a, b) -> rowOf[a] != rowOf[b] ? rowOf[a] < rowOf[b] : a < b);
        x = new double[places];
        y = new double[places];
        row = new long[places];
        first = new int[places + 1];
        slot = new int[order.length];
        for (int i = 0; i < places; i++) {
            int start = starts[sweep[i]];
            int count = starts[sweep[i] + 1] - start;
            x[i] = pointX[order[start]];
            y[i] = pointY[order[start]];
            row[i] = rowOf[sweep[i]];
            first[i + 1] = first[i] + count;
            for (int k = 0; k < count; k++) {
                slot[start + k] = first[i] + k;
            }
        }
    }

    private static boolean before(double[] x, double[] y, int[] tieBreak, int a, int b) {
        if (x[a] != x[b]) {
            return x[a] < x[b];
        }
        return y[a] != y[b] ? y[a] < y[b] : tieBreak[a] < tieBreak[b];
    }

    /** Refuses infinite numbers and what is no number. */
    public static void requireFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(value + " is not finite");
            }
        }
    }

    private int[] starts(double[] pointX, double[] pointY) {
        int[] starts = new int[order.length + 1];
        int places = 0;
        for (int i = 0; i < order.length; i++) {
            boolean isNew =
                    i == 0 || pointX[order[i]] != pointX[order[i - 1]] || pointY[order[i]] != pointY[order[i - 1]];
            if (isNew) {
                starts[places++] = i;
            }
        }
        starts[places] = order.length;
        return Arrays.copyOf(starts, places + 1);
    }

    /** Where a place is. */
    public double x(int place) {
        return x[place];
    }

    /** Where a place is. */
    public double y(int place) {
        return y[place];
    }

    /** The first slot of the points of a place; that of the next place, {@code places()} included, ends them. */
    public int first(int place) {
        return first[place];
    }

    /** The rows of the input ordered by x, then y, then the tie break. */
    public int[] order() {
        return order.clone();
    }

    /** Brings values that are ordered as {@link #order()} into slots. */
    public int[] inSlots(int[] inOrder) {
        int[] bySlot = new int[inOrder.length];
        for (int i = 0; i < bySlot.length; i++) {
            bySlot[slot[i]] = inOrder[i];
        }
        return bySlot;
    }

    /** How many distinct places there are. */
    public int places() {
        return x.length;
    }

    /** How many points lie on a place. */
    public int weight(int place) {
        return first[place + 1] - first[place];
    }

    /** Shows each pair of different places that is nearer than the reach, once. */
    public void closePairs(Distance distance, LongRun course, Pair pair) {
        int start = 0;
        while (start < x.length) {
            course.part((double) start / x.length);
            int end = rowEnd(start);
            boolean followed = end < x.length && row[end] == row[start] + 1;
            sweep(start, end, followed ? rowEnd(end) : end, distance, pair);
            start = end;
        }
    }

    /** For each place all places that are nearer than the reach, itself included. */
    public int[][] neighbours() {
        int[] counts = new int[places()];
        Arrays.fill(counts, 1);
        long[] found = new long[1];
        closePairs(Distance.EUCLIDEAN, new LongRun(share -> {}, 1), (place, other, metres) -> {
            counts[place]++;
            counts[other]++;
            found[0] += 2;
        });
        if (found[0] > MOST_NEIGHBOURS) {
            throw new IllegalArgumentException(
                    "%d neighbours within %s m are too many: choose a smaller radius, or cells"
                            .formatted(found[0], (float) reach));
        }
        int[][] neighbours = new int[places()][];
        for (int place = 0; place < neighbours.length; place++) {
            neighbours[place] = new int[counts[place]];
            neighbours[place][--counts[place]] = place;
        }
        closePairs(Distance.EUCLIDEAN, new LongRun(share -> {}, 1), (place, other, metres) -> {
            neighbours[place][--counts[place]] = other;
            neighbours[other][--counts[other]] = place;
        });
        return neighbours;
    }

    private int rowEnd(int start) {
        int end = start;
        while (end < row.length && row[end] == row[start]) {
            end++;
        }
        return end;
    }

    /** The pairs inside the row start..end and between it and the next one, end..nextEnd. */
    private void sweep(int start, int end, int nextEnd, Distance distance, Pair pair) {
        int west = end;
        for (int i = start; i < end; i++) {
            LongRun.check();
            show(i, i + 1, end, distance, pair);
            while (west < nextEnd && x[i] - x[west] >= reach) {
                west++;
            }
            show(i, west, nextEnd, distance, pair);
        }
    }

    private void show(int place, int from, int to, Distance distance, Pair pair) {
        for (int other = from; other < to && x[other] - x[place] < reach; other++) {
            double metres = distance.of(x[other] - x[place], y[other] - y[place]);
            if (metres < reach) {
                pair.seen(place, other, metres);
            }
        }
    }
}
