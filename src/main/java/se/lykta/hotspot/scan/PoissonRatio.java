package se.lykta.hotspot.scan;

/**
 * The logarithm of the likelihood ratio of a place with c cases where E were expected, of C in all (Kulldorff 1997,
 * section 3): c ln(c/E) + (C−c) ln((C−c)/(C−E)).
 *
 * <p>Logarithms are those of {@link StrictMath}, the same on every platform; a bound without logarithms spares nearly all
 * of them. Immutable.
 */
final class PoissonRatio {

    private final double total;

    /** Ratios where all cases, and all expected ones, are {@code total}. */
    PoissonRatio(double total) {
        this.total = total;
    }

    /** The ratio, 0 or more whether there are more or fewer cases than expected; 0 ≤ c ≤ C, 0 < E < C. */
    double of(double cases, double expected) {
        return term(cases, expected) + term(total - cases, total - expected);
    }

    private static double term(double cases, double expected) {
        return cases > 0 ? cases * StrictMath.log(cases / expected) : 0;
    }

    /**
     * Says false only if the ratio can't be above {@code floor}.
     *
     * <p>Taylor's theorem with the lesser side as the worst place of the second derivative gives: ratio ≤ (c−E)²/2 · (1/E +
     * 1/(C−c)) where c > E, and the mirror image of it where c < E.
     */
    boolean mayExceed(double cases, double expected, double floor) {
        double excess = cases - expected;
        double inside = Math.min(cases, expected);
        double outside = total - Math.max(cases, expected);
        return excess * excess * (inside + outside) > 2 * floor * inside * outside;
    }
}
