package se.lykta.hotspot.probability;

/**
 * Tail probabilities of the standard normal distribution, right to the last digits also far out.
 *
 * <p>Rational approximations on three ranges (Cody 1969, <em>Rational Chebyshev approximations for the error
 * function</em>; Cody 1993, Algorithm 715, function ANORM). The exponential is taken of a sixteenth of z and of the rest
 * apart, as z² itself is not exact. Relative error below 1e-15 down to the smallest normal number, at z = 37.5. The same
 * bits on every platform by {@link StrictMath}.
 */
public final class NormalTail {

    private static final double MIDDLE = 0.67448975;
    private static final double FAR = Math.sqrt(32);
    /** Beyond it a double knows no smaller probability than 0. */
    private static final double NOTHING = 39;

    private static final double DENSITY_AT_ZERO = 0.398942280401432677939946059934;
    private static final double PARTS = 16;

    private static final double[] A = {
        0.065682337918207449113,
        2.2352520354606839287,
        161.02823106855587881,
        1067.6894854603709582,
        18154.981253343561249
    };
    private static final double[] B = {
        1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956
    };
    private static final double[] C = {
        1.0765576773720192317e-8,
        0.39894151208813466764,
        8.8831497943883759412,
        93.506656132177855979,
        597.27027639480026226,
        2494.5375852903726711,
        6848.1904505362823326,
        11602.651437647350124,
        9842.7148383839780218
    };
    private static final double[] D = {
        1,
        22.266688044328115691,
        235.38790178262499861,
        1519.377599407554805,
        6485.558298266760755,
        18615.571640885098091,
        34900.952721145977266,
        38912.003286093271411,
        19685.429676859990727
    };
    private static final double[] P = {
        0.02307344176494017303,
        0.21589853405795699,
        0.1274011611602473639,
        0.022235277870649807,
        0.001421619193227893466,
        2.9112874951168792e-5
    };
    private static final double[] Q = {
        1,
        1.28426009614491121,
        0.468238212480865118,
        0.0659881378689285515,
        0.00378239633202758244,
        7.29751555083966205e-5
    };

    private NormalTail() {}

    /** The probability of more than z. */
    public static double above(double z) {
        if (Math.abs(z) <= MIDDLE) {
            double square = z * z;
            return 0.5 - z * ratio(A, B, square);
        }
        double tail = far(Math.abs(z));
        return z > 0 ? tail : 1 - tail;
    }

    /** The probability of a value at least as far from zero as z, on either side: 2Φ(−|z|). */
    public static double twoSided(double z) {
        return 2 * above(Math.abs(z));
    }

    private static double far(double z) {
        if (z > NOTHING) {
            return 0;
        }
        double sixteenths = Math.floor(z * PARTS) / PARTS;
        double rest = (z - sixteenths) * (z + sixteenths);
        double density = StrictMath.exp(-sixteenths * sixteenths / 2) * StrictMath.exp(-rest / 2);
        if (z <= FAR) {
            return density * ratio(C, D, z);
        }
        double inverseSquare = 1 / (z * z);
        return density * (DENSITY_AT_ZERO - inverseSquare * ratio(P, Q, inverseSquare)) / z;
    }

    /** The quotient of two polynomials of the same degree, highest power first. */
    private static double ratio(double[] numerator, double[] denominator, double at) {
        double above = numerator[0];
        double below = denominator[0];
        for (int i = 1; i < numerator.length; i++) {
            above = above * at + numerator[i];
            below = below * at + denominator[i];
        }
        return above / below;
    }
}
