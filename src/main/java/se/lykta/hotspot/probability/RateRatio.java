package se.lykta.hotspot.probability;

import java.util.OptionalDouble;

/**
 * How many times as frequent reports were in one period as in another, with an exact interval.
 *
 * <p>Given their sum, the recent count is binomial with share ρT/(ρT + U) for exposures T and U and a true ratio ρ, so the
 * interval of Clopper & Pearson 1934 for that share gives one for ρ (Przyborowski & Wilenski 1940). It holds for counts of
 * any size, also 0, and never promises too much. It says that reports came independently: repeated reports of one fault
 * make it too narrow. Immutable.
 *
 * @param recent reports in the later period
 * @param before reports in the earlier period
 * @param ratio the rate of the later by that of the earlier period; absent without any report before
 * @param low lower end of the interval of 95 %, 0 without any recent report
 * @param high upper end, infinite without any report before
 * @param p two-sided probability of so unequal counts if nothing has changed; below 0.05 exactly if the interval leaves
 *     1 out
 */
public record RateRatio(int recent, int before, OptionalDouble ratio, double low, double high, double p) {

    /** The error of the interval, both sides together. */
    public static final double LEVEL = 0.05;

    /** Compares two periods of the same length. */
    public static RateRatio of(int recent, int before) {
        return of(recent, before, 1, 1);
    }

    /**
     * Compares two periods.
     *
     * @param recentExposure what the recent count is relative to, above 0: days, or the reports of the whole municipality
     * @param beforeExposure the same of the earlier period
     */
    public static RateRatio of(int recent, int before, double recentExposure, double beforeExposure) {
        if (recent < 0 || before < 0) {
            throw new IllegalArgumentException("%d and %d are no counts".formatted(recent, before));
        }
        if (!isExposure(recentExposure) || !isExposure(beforeExposure)) {
            throw new IllegalArgumentException(
                    "exposures %s and %s have to be above 0".formatted(recentExposure, beforeExposure));
        }
        double scale = beforeExposure / recentExposure;
        OptionalDouble ratio =
                before == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) recent / before * scale);
        double low = leastOdds(recent, before) * scale;
        double high = before == 0 ? Double.POSITIVE_INFINITY : scale / leastOdds(before, recent);
        return new RateRatio(recent, before, ratio, low, high, p(recent, before, 1 / (1 + scale)));
    }

    private static boolean isExposure(double value) {
        return value > 0 && Double.isFinite(value);
    }

    private static double p(int recent, int before, double share) {
        int both = Math.addExact(recent, before);
        double one = Math.min(Binomial.atLeast(recent, both, share), Binomial.atMost(recent, both, share));
        return Math.min(1, 2 * one);
    }

    /** The least odds of a success for which as many successes are not too rare; by bisection to the last digits. */
    private static double leastOdds(int successes, int failures) {
        if (successes == 0) {
            return 0;
        }
        double low = 0;
        double high = 1;
        for (double middle = 0.5; low < middle && middle < high; middle = (low + high) / 2) {
            if (Binomial.atLeast(successes, successes + failures, middle) < LEVEL / 2) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high / (1 - high);
    }
}
