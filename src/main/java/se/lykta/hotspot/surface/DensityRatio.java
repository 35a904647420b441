package se.lykta.hotspot.surface;

/**
 * Reports per inhabitant or per metre of street: the ratio of two densities, guarded where there is almost nobody.
 *
 * <p>Dual kernel density (Bithell 1990; Kelsall and Diggle 1995, Non-parametric estimation of spatial variation in relative
 * risk, section 2) divides by next to nothing in parks and woods, and one report there outshines the town. So at every place
 * one more report of average risk is supposed: its kernel's peak is added above, and as much population as goes with one
 * report on average below. (r + k) / (p + k/R) with the mean ratio R = all reports / all population: equal to r/p where there
 * are many, drawn to R where there are few. Where no population is felt there is no value (NaN).
 */
public final class DensityRatio {

    private DensityRatio() {}

    /**
     * The ratio at each place.
     *
     * @param reports weighted or not
     * @param population positions with inhabitants, or middles of streets with their lengths, as weights; not all zero
     * @param kernel the same for both
     */
    public static double[] at(Spots reports, Spots population, Kernel kernel, Sites sites) {
        double all = population.mass();
        if (!(all > 0)) {
            throw new IllegalArgumentException("there is no population to compare with");
        }
        double mean = reports.mass() / all;
        double[] above = new KernelDensity(kernel).perKm2(reports, sites);
        double[] below = new KernelDensity(kernel).perKm2(population, sites);
        double one = kernel.peakPerKm2();
        double[] ratio = new double[above.length];
        for (int site = 0; site < ratio.length; site++) {
            boolean felt = below[site] > 0;
            ratio[site] = felt && mean > 0 ? (above[site] + one) / (below[site] + one / mean) : felt ? 0 : Double.NaN;
        }
        return ratio;
    }
}
