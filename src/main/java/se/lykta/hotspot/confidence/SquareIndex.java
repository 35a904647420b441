package se.lykta.hotspot.confidence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Positions in squares whose side is a distance, ordered by row and column: what is within that distance of a place lies
 * in three runs. Immutable.
 */
final class SquareIndex {

    private final double side;
    private final int[] order;
    private final long[] keys;

    SquareIndex(double[] x, double[] y, double side) {
        this.side = side;
        long[] unsorted = new long[x.length];
        for (int i = 0; i < x.length; i++) {
            unsorted[i] = key(row(y[i]), row(x[i]));
        }
        this.order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> unsorted[i]).thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
        this.keys = Arrays.stream(order).mapToLong(i -> unsorted[i]).toArray();
    }

    /** Values brought into the order of the index. */
    double[] sorted(double[] values) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }

    /** The number that a position had before it was put in order. */
    int original(int sorted) {
        return order[sorted];
    }

    /** Three runs, of the row of a place and the rows below and above; each as {@link #first} and {@link #end}. */
    long[] around(double px, double py) {
        int row = row(py);
        int column = row(px);
        long[] runs = new long[3];
        for (int i = 0; i < 3; i++) {
            int first = lowerBound(key(row - 1 + i, column - 1));
            int end = lowerBound(key(row - 1 + i, column + 1) + 1);
            runs[i] = ((long) first << 32) | end;
        }
        return runs;
    }

    static int first(long run) {
        return (int) (run >> 32);
    }

    static int end(long run) {
        return (int) run;
    }

    static int length(long run) {
        return end(run) - first(run);
    }

    /** The n-th position of several runs. */
    static int at(long[] runs, int n) {
        int left = n;
        for (long run : runs) {
            if (left < length(run)) {
                return first(run) + left;
            }
            left -= length(run);
        }
        throw new IndexOutOfBoundsException(n);
    }

    private int row(double metres) {
        return (int) Math.floor(metres / side);
    }

    /** Ordered as (row, column), also below zero. */
    private static long key(int row, int column) {
        return ((long) row << 32) + (column - (long) Integer.MIN_VALUE);
    }

    private int lowerBound(long key) {
        int from = 0;
        int to = keys.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (keys[middle] < key) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
