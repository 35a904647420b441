package se.lykta.hotspot.surface;

import java.util.Arrays;

/**
 * How well a surface of one period foretold where the reports of the next one would be.
 *
 * <p>The cells with the highest values are drawn until they make up a share a/A of the area, then the later reports in
 * them are counted. Hit rate n/N; PAI = (n/N)/(a/A), 1 by chance (Chainey, Tompson, Uhlig 2008, The utility of hotspot
 * mapping for predicting spatial patterns of crime, p. 14); PEI = n / n*, where n* is what the best choice of as much area
 * would have held (Hunt 2016; NIJ Real-Time Crime Forecasting Challenge 2017). Ties are settled by expectation: of cells
 * with equal values, and of the last cell, the part that is still wanted counts. So nothing depends on the order of cells.
 *
 * @param areaShare the share of the area a/A, above 0, at most 1
 * @param hits later reports in the chosen area n, a fraction where ties were cut
 * @param reports all later reports in the study area N
 * @param mostHits the most that could have been hit n*
 */
public record Accuracy(double areaShare, double hits, double reports, double mostHits) {

    /**
     * Judges a surface on cells of equal size.
     *
     * @param surface a value for each cell, higher is chosen earlier; not NaN
     * @param later later reports in each cell, at least 0
     * @param areaShare above 0, at most 1
     */
    public static Accuracy of(double[] surface, double[] later, double areaShare) {
        double[] areas = new double[surface.length];
        Arrays.fill(areas, 1);
        return of(surface, later, areas, areaShare);
    }

    /**
     * Judges a surface on cells of which different parts lie in the study area.
     *
     * @param areas of the cells, at least 0 each, in any unit; a cell without area is never chosen
     */
    public static Accuracy of(double[] surface, double[] later, double[] areas, double areaShare) {
        if (surface.length != later.length || surface.length != areas.length) {
            throw new IllegalArgumentException("%d values, %d counts and %d areas do not belong together"
                    .formatted(surface.length, later.length, areas.length));
        }
        if (!(areaShare > 0 && areaShare <= 1)) {
            throw new IllegalArgumentException("share of the area " + areaShare + " is not above 0 and at most 1");
        }
        double wanted = areaShare * Arrays.stream(areas).sum();
        double hits = new TopCells(surface, later, areas).hits(wanted);
        double[] perArea = new double[later.length];
        Arrays.setAll(perArea, cell -> areas[cell] == 0 ? 0 : later[cell] / areas[cell]);
        double mostHits = new TopCells(perArea, later, areas).hits(wanted);
        return new Accuracy(areaShare, hits, Arrays.stream(later).sum(), mostHits);
    }

    /** The share of the later reports that was hit; 0 if there were none. */
    public double hitRate() {
        return reports == 0 ? 0 : hits / reports;
    }

    /** How many times as many later reports were hit as by chance. */
    public double pai() {
        return hitRate() / areaShare;
    }

    /** The share of what could have been hit; 1 if nothing could. */
    public double pei() {
        return mostHits == 0 ? 1 : hits / mostHits;
    }
}
