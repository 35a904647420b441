package se.lykta.hotspot.density;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The different positions of points, each with the number of points on it.
 *
 * <p>305 000 published reports may sit on 22 130 positions: that must cost nothing and change nothing, so everything in
 * this package works on spots. Points on one position at different times are different spots. Found by a hash table with
 * open addressing, linear in the number of points. Immutable; the arrays are shared inside this package, not copied.
 */
final class Spots {

    final double[] x;
    final double[] y;
    final long[] time;
    /** How many points lie on each spot. */
    final int[] weight;
    /** The spot of every point. */
    final int[] spotOf;

    private Spots(double[] x, double[] y, long[] time, int[] weight, int[] spotOf) {
        this.x = x;
        this.y = y;
        this.time = time;
        this.weight = weight;
        this.spotOf = spotOf;
    }

    /** The spots of points of the plane. */
    static Spots of(double[] x, double[] y) {
        return of(x, y, new long[x.length]);
    }

    /**
     * The spots of points of the plane and of time, numbered in the order of their first points.
     *
     * @throws IllegalArgumentException if the arrays are not of one length or a coordinate is not finite
     */
    static Spots of(double[] x, double[] y, long[] time) {
        int n = x.length;
        if (y.length != n || time.length != n) {
            throw new IllegalArgumentException(
                    "%d x, %d y, %d times are no points".formatted(n, y.length, time.length));
        }
        var table = new Table(x, y, time);
        int[] weight = new int[n];
        int[] spotOf = new int[n];
        for (int row = 0; row < n; row++) {
            spotOf[row] = table.spot(row);
            weight[spotOf[row]]++;
        }
        int[] rows = Arrays.copyOf(table.firstRow, table.spots);
        return new Spots(
                picked(x, rows), picked(y, rows), picked(time, rows), Arrays.copyOf(weight, table.spots), spotOf);
    }

    int size() {
        return weight.length;
    }

    /** The same for (a, b) and (b, a), as rules for equal distances need. */
    double squaredDistance(int a, int b) {
        double dx = x[a] - x[b];
        double dy = y[a] - y[b];
        return dx * dx + dy * dy;
    }

    /** Says whether one spot is seen before another from west to east, then from south to north, then in time. */
    boolean isBefore(int a, int b) {
        if (x[a] != x[b]) {
            return x[a] < x[b];
        }
        return y[a] < y[b] || (y[a] == y[b] && time[a] < time[b]);
    }

    /**
     * Numbers groups anew, 0, 1, 2 by their first spots from the west; of equal spots the member that stands first decides.
     *
     * @param groups the group of each member, {@link Clustering#NOISE} for none, which stays; below the number of members
     * @param spotOf the spot of each member
     * @return how many groups there are
     */
    int renumber(int[] groups, IntUnaryOperator spotOf) {
        int[] first = new int[groups.length];
        Arrays.fill(first, Clustering.NOISE);
        int[] found = new int[groups.length];
        int count = 0;
        for (int member = 0; member < groups.length; member++) {
            int group = groups[member];
            if (group == Clustering.NOISE) {
                continue;
            }
            int spot = spotOf.applyAsInt(member);
            if (first[group] == Clustering.NOISE) {
                found[count++] = group;
                first[group] = spot;
            } else if (isBefore(spot, first[group])) {
                first[group] = spot;
            }
        }
        int[] number = new int[groups.length];
        int next = 0;
        for (int place : order(picked(first, Arrays.copyOf(found, count)))) {
            number[found[place]] = next++;
        }
        for (int member = 0; member < groups.length; member++) {
            groups[member] = groups[member] == Clustering.NOISE ? Clustering.NOISE : number[groups[member]];
        }
        return count;
    }

    /** The order 0..n-1 in which some spots are seen from the west. */
    private int[] order(int[] some) {
        long[] byX = new long[some.length];
        long[] byY = new long[some.length];
        long[] byTime = new long[some.length];
        for (int i = 0; i < some.length; i++) {
            byX[i] = RadixSort.key(x[some[i]]);
            byY[i] = RadixSort.key(y[some[i]]);
            byTime[i] = RadixSort.key(time[some[i]]);
        }
        return RadixSort.sorted(RadixSort.sorted(RadixSort.order(byTime), byY), byX);
    }

    /** The same spots in another order, of which each entry is a spot of this one. */
    Spots reordered(int[] order) {
        int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        return new Spots(
                picked(x, order), picked(y, order), picked(time, order), picked(weight, order), picked(place, spotOf));
    }

    private static double[] picked(double[] values, int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    private static int[] picked(int[] values, int[] rows) {
        int[] picked = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    private static long[] picked(long[] values, int[] rows) {
        long[] picked = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    /** The table of spots while they are found. */
    private static final class Table {

        private static final int EMPTY = -1;
        private static final int MOST_BITS = 30;

        private final double[] x;
        private final double[] y;
        private final long[] time;
        private final int[] slots;
        private final int shift;
        private final int[] firstRow;
        private int spots;

        Table(double[] x, double[] y, long[] time) {
            this.x = x;
            this.y = y;
            this.time = time;
            int bits = Math.min(MOST_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(x.length) + 1);
            shift = Integer.SIZE - bits;
            slots = new int[1 << bits];
            Arrays.fill(slots, EMPTY);
            firstRow = new int[x.length];
        }

        int spot(int row) {
            int slot = hash(row) >>> shift;
            while (slots[slot] != EMPTY) {
                int other = firstRow[slots[slot]];
                if (x[row] == x[other] && y[row] == y[other] && time[row] == time[other]) {
                    return slots[slot];
                }
                slot = (slot + 1) & (slots.length - 1);
            }
            if (!Double.isFinite(x[row]) || !Double.isFinite(y[row])) {
                throw new IllegalArgumentException("point %d at %s, %s is not finite".formatted(row, x[row], y[row]));
            }
            firstRow[spots] = row;
            slots[slot] = spots;
            return spots++;
        }

        /** Mixed so well that lattices, whose numbers end in zero bits, spread over the table, too; 0.0 is -0.0. */
        private int hash(int row) {
            long mixed = Double.doubleToRawLongBits(x[row] + 0.0) * 0x9E3779B97F4A7C15L;
            mixed ^= Long.rotateLeft(Double.doubleToRawLongBits(y[row] + 0.0) * 0xC2B2AE3D27D4EB4FL, 31);
            mixed += time[row] * 0x165667B19E3779F9L;
            mixed = (mixed ^ (mixed >>> 32)) * 0x9FB21C651E98DF25L;
            return (int) (mixed >>> 32);
        }
    }
}
