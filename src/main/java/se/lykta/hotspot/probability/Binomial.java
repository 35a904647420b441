package se.lykta.hotspot.probability;

/**
 * Tail probabilities of the binomial distribution, exact but for rounding, for any count and share.
 *
 * <p>The probability of one count by the saddle-point expansion of Loader 2000 (<em>Fast and accurate computation of
 * binomial probabilities</em>, sections 2–4), which loses no digits for large counts; a tail is that times a sum of
 * ratios that falls faster than a geometric one. Relative error about 1e-14; O(√(n p)) a tail. The same bits on every
 * platform by {@link StrictMath}.
 */
public final class Binomial {

    /** What Stirling's formula lacks of ln n!, for n = 1..15. */
    private static final double[] STIRLING_LACKS = {
        0,
        0.08106146679532726,
        0.0413406959554093,
        0.02767792568499834,
        0.020790672103765093,
        0.016644691189821193,
        0.013876128823070748,
        0.01189670994589177,
        0.010411265261972096,
        0.009255462182712733,
        0.00833056343336287,
        0.007573675487951841,
        0.00694284010720953,
        0.006408994188004207,
        0.0059513701127588475,
        0.005554733551962801
    };

    private static final double NEAR = 0.1;
    private static final double NEGLIGIBLE = 1e-18;

    private Binomial() {}

    /**
     * The probability of at least k successes.
     *
     * @param k any number; 0 or less is certain, more than n impossible
     * @param n trials, 0 or more
     * @param share probability of one success, 0..1
     */
    public static double atLeast(int k, int n, double share) {
        check(n, share);
        if (k <= 0) {
            return 1;
        }
        if (k > n || share == 0) {
            return 0;
        }
        if (share == 1) {
            return 1;
        }
        return k > n * share ? upwards(k, n, share) : Math.max(0, 1 - downwards(k - 1, n, share));
    }

    /** The probability of at most k successes; see {@link #atLeast}. */
    public static double atMost(int k, int n, double share) {
        check(n, share);
        if (k >= n) {
            return 1;
        }
        if (k < 0 || share == 1) {
            return 0;
        }
        if (share == 0) {
            return 1;
        }
        return k < n * share ? downwards(k, n, share) : Math.max(0, 1 - upwards(k + 1, n, share));
    }

    private static void check(int n, double share) {
        if (n < 0 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("%d trials with share %s make no binomial".formatted(n, share));
        }
    }

    private static double upwards(int k, int n, double share) {
        double odds = share / (1 - share);
        double sum = 1;
        double term = 1;
        for (int j = k; j < n && term > sum * NEGLIGIBLE; j++) {
            term *= (double) (n - j) / (j + 1) * odds;
            sum += term;
        }
        return Math.min(1, exactly(k, n, share) * sum);
    }

    private static double downwards(int k, int n, double share) {
        double againstOdds = (1 - share) / share;
        double sum = 1;
        double term = 1;
        for (int j = k; j > 0 && term > sum * NEGLIGIBLE; j--) {
            term *= (double) j / (n - j + 1) * againstOdds;
            sum += term;
        }
        return Math.min(1, exactly(k, n, share) * sum);
    }

    /** The probability of exactly k, for 0 <= k <= n and 0 < share < 1. */
    private static double exactly(int k, int n, double share) {
        if (k == 0) {
            return StrictMath.exp(n * StrictMath.log1p(-share));
        }
        if (k == n) {
            return StrictMath.exp(n * StrictMath.log(share));
        }
        int failures = n - k;
        double exponent = stirlingLacks(n)
                - stirlingLacks(k)
                - stirlingLacks(failures)
                - deviance(k, n * share)
                - deviance(failures, n * (1 - share));
        return StrictMath.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k) / failures);
    }

    private static double stirlingLacks(int n) {
        if (n < STIRLING_LACKS.length) {
            return STIRLING_LACKS[n];
        }
        double inverse = 1.0 / n;
        double square = inverse * inverse;
        return inverse
                * (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square * (1 / 1680.0 - square / 1188))));
    }

    /** x ln(x/mean) + mean − x, by a series where the two are near and the formula would lose digits. */
    private static double deviance(double x, double mean) {
        double difference = x - mean;
        if (Math.abs(difference) >= NEAR * (x + mean)) {
            return x * StrictMath.log(x / mean) + mean - x;
        }
        double ratio = difference / (x + mean);
        double sum = difference * ratio;
        double term = 2 * x * ratio;
        double before = Double.NaN;
        for (int odd = 3; sum != before; odd += 2) {
            before = sum;
            term *= ratio * ratio;
            sum += term / odd;
        }
        return sum;
    }
}
