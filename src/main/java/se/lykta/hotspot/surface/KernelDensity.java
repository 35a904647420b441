package se.lykta.hotspot.surface;

/**
 * Kernel density: how many reports per km² there are around a place, counted by nearness.
 *
 * <p>Each report is spread by the {@link Kernel} and the sum of all is read at the places asked for, so the integral over
 * the plane is the number of reports (Silverman 1986, section 4.2). Exact, not binned: for each spot the rows of places
 * within reach are found, in each row the run within half the chord; places within reach cost a few operations. The
 * Gaussian is a product of one factor for x and one for y, so lattices need an exponential only for each column and row
 * within reach. O(s · (r log c + k)) for s spots, r rows and k places within reach, c places in a row.
 *
 * <p>Sums are made in an order of the spots and places: order of input, duplicates against weights and threads change not
 * one bit, and no function of the platform is called. A spot far away reaches no place and costs next to nothing. Immutable.
 */
public final class KernelDensity {

    private final Kernel kernel;

    /** A density with a fixed kernel. */
    public KernelDensity(Kernel kernel) {
        this.kernel = kernel;
    }

    /**
     * Reports per km² at each place, in the order of the places; no edge correction.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public double[] perKm2(Spots spots, Sites sites) {
        return sites.inInputOrder(sums(spots, sites), kernel.peakPerKm2());
    }

    private double[] sums(Spots spots, Sites sites) {
        if (kernel.shape() == Kernel.Shape.QUARTIC) {
            return new QuarticSum(kernel.metres(), sites).of(spots);
        }
        return sites.isLattice()
                ? new LatticeGaussianSum(kernel.metres(), sites).of(spots)
                : new GaussianSum(kernel.metres(), sites).of(spots);
    }
}
