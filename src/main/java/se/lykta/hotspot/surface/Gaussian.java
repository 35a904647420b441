package se.lykta.hotspot.surface;

/**
 * exp(−d²/2σ²) up to the reach of a Gaussian kernel, by a table and a short series.
 *
 * <p>Exists because {@link StrictMath#exp} was a quarter of the time of a surface and {@link Math#exp} may differ between
 * platforms. With t = d²/2σ² and k/{@value #STEPS} the step nearest to it, r = k/{@value #STEPS} − t is at most 1/64 and
 * exp(−t) = exp(−k/{@value #STEPS}) · exp(r); Taylor's series of exp(r) to r⁶ leaves r⁷/7! &lt; 5 · 10⁻¹⁷ (the table look-up
 * of Tang 1989, ACM Transactions on Mathematical Software 15(2)). Relative error below 5 · 10⁻¹⁶ for a given t. Immutable.
 */
final class Gaussian {

    private static final int STEPS = 32;
    private static final int MOST = Kernel.GAUSSIAN_REACH * Kernel.GAUSSIAN_REACH / 2;
    private static final double[] TABLE = new double[MOST * STEPS + 1];

    static {
        for (int k = 0; k < TABLE.length; k++) {
            TABLE[k] = StrictMath.exp(-(double) k / STEPS);
        }
    }

    private final double stepsPerSquare;

    Gaussian(double sigma) {
        this.stepsPerSquare = STEPS / (2 * sigma * sigma);
    }

    /** The factor at the square of a distance, m²; 0 beyond the reach. */
    double at(double dSquared) {
        double steps = dSquared * stepsPerSquare;
        int k = (int) (steps + 0.5);
        if (k >= TABLE.length) {
            return 0;
        }
        double r = (k - steps) / STEPS;
        double tail = 1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720)));
        return TABLE[k] * (1 + r * (1 + r * (0.5 + r * tail)));
    }
}
