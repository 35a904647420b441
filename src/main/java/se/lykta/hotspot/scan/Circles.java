package se.lykta.hotspot.scan;

import java.util.Arrays;
import java.util.stream.IntStream;
import se.lykta.hotspot.chance.Distance;
import se.lykta.hotspot.chance.LongRun;
import se.lykta.hotspot.chance.PlaceRows;
import se.lykta.hotspot.density.RowSort;

/**
 * All circles around each place that hold no more than a share of all: the neighbours of a place by distance, each prefix
 * of which is a circle.
 *
 * <p>Places at the same distance come in together, or the result would depend on the order of the input; distances that
 * agree to nine digits are the same, as rounding leaves no more. In {@link #members} a negative number {@code ~place} says
 * that the next one is just as far away, so that no circle ends here. Immutable; the arrays are shared inside this package.
 */
final class Circles {

    private static final double SAME = 1 + 1e-9;

    private final int[][] members;
    private final double[] x;
    private final double[] y;

    private Circles(int[][] members, double[] x, double[] y) {
        this.members = members;
        this.x = x;
        this.y = y;
    }

    /**
     * Circles around all places, over all places. Time O(n² log n), memory O(n²) ints.
     *
     * @param weight what may not exceed {@code limit} in sum
     */
    static Circles around(double[] x, double[] y, double[] weight, double limit) {
        int[][] members = new int[x.length][];
        for (int centre = 0; centre < members.length; centre++) {
            LongRun.check();
            int middle = centre;
            double[] distances = new double[x.length];
            Arrays.setAll(distances, i -> Distance.EUCLIDEAN.of(x[i] - x[middle], y[i] - y[middle]));
            int[] all = RowSort.sort(
                    x.length,
                    (a, b) -> distances[a] != distances[b] ? distances[a] < distances[b] : first(a, b, middle));
            double[] sorted = Arrays.stream(all).mapToDouble(i -> distances[i]).toArray();
            members[centre] = cut(all, sorted, weight, limit);
        }
        return new Circles(members, x, y);
    }

    /** The centre comes before other places on the same spot. */
    private static boolean first(int a, int b, int centre) {
        return b != centre && (a == centre || a < b);
    }

    /**
     * Circles around places of {@code rows}, over the places that are near enough.
     *
     * @param neighbours of each place, itself included
     */
    static Circles around(PlaceRows rows, int[][] neighbours, double[] weight, double limit) {
        int[][] members = new int[rows.places()][];
        for (int centre = 0; centre < members.length; centre++) {
            int middle = centre;
            int[] near = neighbours[centre];
            double[] distances = Arrays.stream(near)
                    .mapToDouble(i -> Distance.EUCLIDEAN.of(rows.x(i) - rows.x(middle), rows.y(i) - rows.y(middle)))
                    .toArray();
            int[] order = RowSort.sort(
                    near.length,
                    (a, b) -> distances[a] != distances[b] ? distances[a] < distances[b] : near[a] < near[b]);
            int[] sorted = Arrays.stream(order).map(i -> near[i]).toArray();
            double[] ascending =
                    Arrays.stream(order).mapToDouble(i -> distances[i]).toArray();
            members[centre] = cut(sorted, ascending, weight, limit);
        }
        return new Circles(
                members,
                IntStream.range(0, members.length).mapToDouble(rows::x).toArray(),
                IntStream.range(0, members.length).mapToDouble(rows::y).toArray());
    }

    /** Marks places whose next one is as far away, and leaves out all circles that hold too much. */
    private static int[] cut(int[] places, double[] distances, double[] weight, double limit) {
        int[] members = new int[places.length];
        double sum = 0;
        int length = 0;
        for (int i = 0; i < places.length; i++) {
            sum += weight[places[i]];
            if (sum > limit) {
                break;
            }
            boolean isTied = i + 1 < places.length && distances[i + 1] <= distances[i] * SAME;
            members[i] = isTied ? ~places[i] : places[i];
            length = isTied ? length : i + 1;
        }
        return Arrays.copyOf(members, length);
    }

    /** The circles that hold none of some places. */
    Circles without(boolean[] taken) {
        int[][] left = new int[members.length][];
        for (int centre = 0; centre < left.length; centre++) {
            int length = 0;
            for (int i = 0; i < members[centre].length && !taken[place(members[centre][i])]; i++) {
                length = members[centre][i] < 0 ? length : i + 1;
            }
            left[centre] = Arrays.copyOf(members[centre], length);
        }
        return new Circles(left, x, y);
    }

    int centres() {
        return members.length;
    }

    /** The places of the largest circle around a centre, the nearest first; {@code ~place} where no circle ends. */
    int[] members(int centre) {
        return members[centre];
    }

    /** The places of the circle that ends with a member. */
    int[] circle(int centre, int last) {
        return Arrays.stream(members[centre], 0, last + 1).map(Circles::place).toArray();
    }

    /** The radius of the circle that ends with a member. */
    double radius(int centre, int last) {
        int place = place(members[centre][last]);
        return Distance.EUCLIDEAN.of(x[place] - x[centre], y[place] - y[centre]);
    }

    static int place(int member) {
        return member < 0 ? ~member : member;
    }
}
