package se.lykta.hotspot.probability;

import java.util.Arrays;

/**
 * Whether a series rises or falls with time, by ranks alone.
 *
 * <p>S is the number of pairs that rise less those that fall (Mann 1945; Kendall 1975, chapter 4, with ties). Without a
 * trend every order of the values is equally likely, and S counts the inversions of a word with repeated letters, whose
 * generating function is a product of Gaussian binomials; so p is exact, ties included, up to {@value #EXACT_LENGTH}
 * values. Beyond, normal with correction for ties and continuity. O(n³) when exact, else O(n²). Immutable.
 *
 * @param s rising less falling pairs, −n(n−1)/2..n(n−1)/2
 * @param p two-sided probability of such an S without a trend
 */
public record MannKendall(int s, double p) {

    /** With more values the number of orders exceeds a long. */
    public static final int EXACT_LENGTH = 20;

    /** Tests a series in order of time, finite values. */
    public static MannKendall of(double[] series) {
        int s = 0;
        for (int later = 0; later < series.length; later++) {
            if (!Double.isFinite(series[later])) {
                throw new IllegalArgumentException("value " + series[later] + " of the series is not finite");
            }
            for (int earlier = 0; earlier < later; earlier++) {
                s += series[later] > series[earlier] ? 1 : 0;
                s -= series[later] < series[earlier] ? 1 : 0;
            }
        }
        int[] ties = ties(series);
        return new MannKendall(s, series.length <= EXACT_LENGTH ? exactP(s, ties) : normalP(s, ties));
    }

    /** Says whether the series falls, tested at a level. */
    public boolean isFalling(double level) {
        return s < 0 && p <= level;
    }

    /** Says whether the series rises, tested at a level. */
    public boolean isRising(double level) {
        return s > 0 && p <= level;
    }

    /** How often each different value comes. */
    private static int[] ties(double[] series) {
        double[] sorted =
                Arrays.stream(series).map(value -> value + 0.0).sorted().toArray();
        int[] counts = new int[sorted.length];
        int groups = 0;
        for (int i = 0; i < sorted.length; i++) {
            groups += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
            counts[groups - 1]++;
        }
        return Arrays.copyOf(counts, groups);
    }

    private static double exactP(int s, int[] ties) {
        long[] orders = ordersByInversions(ties);
        int pairs = orders.length - 1;
        long asFar = 0;
        long all = 0;
        for (int inversions = 0; inversions <= pairs; inversions++) {
            all += orders[inversions];
            asFar += Math.abs(pairs - 2 * inversions) >= Math.abs(s) ? orders[inversions] : 0;
        }
        return (double) asFar / all;
    }

    /**
     * How many different orders have 0, 1, 2… falling pairs. Letters are added group by group: the factor of t equal ones
     * beside m others is the product of (1 − q^(m+j)) / (1 − q^j), j = 1..t. Whole numbers, so a division is exact, and
     * overflow in between does no harm.
     */
    private static long[] ordersByInversions(int[] ties) {
        long[] orders = {1};
        int others = 0;
        for (int group : ties) {
            int most = orders.length - 1 + others * group;
            for (int j = 1; j <= group; j++) {
                orders = Arrays.copyOf(orders, orders.length + others + j);
                for (int power = orders.length - 1; power >= others + j; power--) {
                    orders[power] -= orders[power - others - j];
                }
                for (int power = j; power < orders.length; power++) {
                    orders[power] += orders[power - j];
                }
            }
            orders = Arrays.copyOf(orders, most + 1);
            others += group;
        }
        return orders;
    }

    private static double normalP(int s, int[] ties) {
        double variance = spread(Arrays.stream(ties).sum());
        for (int group : ties) {
            variance -= spread(group);
        }
        double distance = Math.max(0, Math.abs(s) - 1);
        return variance > 0 ? NormalTail.twoSided(distance / Math.sqrt(variance)) : 1;
    }

    private static double spread(double n) {
        return n * (n - 1) * (2 * n + 5) / 18;
    }
}
