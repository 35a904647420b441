package se.lykta.hotspot.surface;

/**
 * How one report is spread over the places around it: shape and width, the mass is always 1.
 *
 * <p>Exists because "bandwidth" means four different things in practice; here it is said whether a radius or a standard
 * deviation is meant. With distance d in metres (Silverman 1986, Density Estimation, section 4.2):
 *
 * <ul>
 *   <li>quartic of radius h: 3/(πh²) (1 − (d/h)²)² for d &lt; h, else 0
 *   <li>Gaussian of standard deviation σ: exp(−d²/2σ²)/(2πσ²) for d ≤ {@value #GAUSSIAN_REACH} σ, else 0, as in the
 *       reference results; what is cut off is a mass of exp(−32) = 1.3 · 10⁻¹⁴, and nowhere more than that share of the peak
 * </ul>
 *
 * @param shape which formula
 * @param metres the radius of a quartic, the standard deviation of a Gaussian, above 0
 */
public record Kernel(Shape shape, double metres) {

    /** So many standard deviations away a Gaussian ends. */
    static final int GAUSSIAN_REACH = 8;

    /** Fewer cells than this and a surface is speckled: most of a kernel falls between the centres. */
    static final int LEAST_CELLS = 2;

    private static final double SQUARE_METRES_PER_KM2 = 1e6;

    /** The formulas there are. */
    public enum Shape {
        QUARTIC,
        GAUSSIAN
    }

    /** Checks the width. */
    public Kernel {
        if (!(metres > 0 && Double.isFinite(metres))) {
            throw new IllegalArgumentException("a kernel of " + metres + " m is not wider than 0");
        }
    }

    /** The quartic that ends at a radius. */
    public static Kernel quartic(double radiusMetres) {
        return new Kernel(Shape.QUARTIC, radiusMetres);
    }

    /** The Gaussian of a standard deviation. */
    public static Kernel gaussian(double sigmaMetres) {
        return new Kernel(Shape.GAUSSIAN, sigmaMetres);
    }

    /** Farther than this it is zero, metres. */
    public double reachMetres() {
        return shape == Shape.QUARTIC ? metres : GAUSSIAN_REACH * metres;
    }

    /** Its value in the middle, reports per km² for one report. */
    public double peakPerKm2() {
        double square = metres * metres;
        return SQUARE_METRES_PER_KM2 * (shape == Shape.QUARTIC ? 3 / (Math.PI * square) : 1 / (2 * Math.PI * square));
    }

    /** The mass that lies farther from the middle than r, for r² from 0 to the square of the reach. */
    double massBeyond(double rSquared) {
        if (shape == Shape.GAUSSIAN) {
            return StrictMath.exp(-rSquared / (2 * metres * metres));
        }
        double left = 1 - rSquared / (metres * metres);
        return left * left * left;
    }

    /** (massBeyond(r²) − 1)/r², smooth down to r = 0. */
    double slopeOfMass(double rSquared) {
        double square = metres * metres;
        if (shape == Shape.GAUSSIAN) {
            return rSquared == 0 ? -1 / (2 * square) : StrictMath.expm1(-rSquared / (2 * square)) / rSquared;
        }
        double u = rSquared / square;
        return (-3 + 3 * u - u * u) / square;
    }

    /** Says whether cells of this size are too wide for it: then the map should warn. */
    public boolean isNarrowFor(double cellMetres) {
        return metres < LEAST_CELLS * cellMetres;
    }

    @Override
    public String toString() {
        return shape == Shape.QUARTIC ? "quartic, radius " + metres + " m" : "Gaussian, sigma " + metres + " m";
    }
}
