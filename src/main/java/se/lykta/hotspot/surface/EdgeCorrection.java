package se.lykta.hotspot.surface;

import org.locationtech.jts.geom.Geometry;

/**
 * Density near the border of a study area, where part of every kernel falls outside and no report is known.
 *
 * <p>Two estimators, both unbiased for an even density and the same far from the border: {@link #atPlaces} divides the
 * density by the kernel's mass inside around the place (Diggle 1985, A kernel method for smoothing point process data,
 * section 3; spatstat's default), {@link #atReports} divides each report by its own kernel's mass inside, so that the
 * integral over the area is the number of reports exactly (Jones 1993, Simple boundary correction for kernel density
 * estimation, section 2). Masses are exact to 10⁻¹⁰ ({@link KernelMass}). Reports outside the area are left out. Where less
 * than {@value #LEAST_MASS} of the mass is inside, there is no value (NaN), as it would mostly be noise. Immutable.
 */
public final class EdgeCorrection {

    /** With less of its mass inside a kernel says nothing. */
    public static final double LEAST_MASS = 0.05;

    private final Kernel kernel;
    private final KernelMass mass;

    /**
     * A correction for a study area.
     *
     * @param area valid polygons in metres
     */
    public EdgeCorrection(Kernel kernel, Geometry area) {
        this.kernel = kernel;
        this.mass = new KernelMass(kernel, area);
    }

    /** Reports per km² at each place, corrected at the places. */
    public double[] atPlaces(Spots spots, Sites sites) {
        double[] density = new KernelDensity(kernel).perKm2(inside(spots, false), sites);
        double[] masses = masses(sites);
        for (int site = 0; site < density.length; site++) {
            density[site] = masses[site] < LEAST_MASS ? Double.NaN : density[site] / masses[site];
        }
        return density;
    }

    /** Reports per km² at each place, corrected at the reports; a report counts at most 1/{@value #LEAST_MASS}. */
    public double[] atReports(Spots spots, Sites sites) {
        double[] density = new KernelDensity(kernel).perKm2(inside(spots, true), sites);
        double[] masses = masses(sites);
        for (int site = 0; site < density.length; site++) {
            density[site] = masses[site] < LEAST_MASS ? Double.NaN : density[site];
        }
        return density;
    }

    private Spots inside(Spots spots, boolean corrected) {
        double[] weights = new double[spots.size()];
        for (int spot = 0; spot < weights.length; spot++) {
            if (mass.covers(spots.x(spot), spots.y(spot))) {
                double own = corrected ? Math.max(LEAST_MASS, mass.at(spots.x(spot), spots.y(spot))) : 1;
                weights[spot] = spots.weight(spot) / own;
            }
        }
        return spots.reweighted(weights);
    }

    private double[] masses(Sites sites) {
        double[] masses = new double[sites.size()];
        for (int row = 0; row < sites.rows(); row++) {
            for (int site = sites.firstOfRow[row]; site < sites.firstOfRow[row + 1]; site++) {
                masses[site] = mass.at(sites.x[site], sites.rowY[row]);
            }
        }
        return sites.inInputOrder(masses, 1);
    }
}
