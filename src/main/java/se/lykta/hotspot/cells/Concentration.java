package se.lykta.hotspot.cells;

import java.util.Arrays;

/**
 * How few places carry how much of the load: the 80–20 question.
 *
 * <p>Cells are ranked by reports. With fewer reports than cells, most cells are empty even if nothing is concentrated, so
 * the plain Gini coefficient says too much; the generalised one compares with the most even spread that so many reports
 * allow (Bernasco & Steenbeek 2017, equation 5): max(1, cells/reports) (G − 1) + 1. O(cells log cells). Immutable.
 */
public final class Concentration {

    private static final double ROUNDING = 1e-9;

    /** Reports in the k fullest cells, k = 0..cells. */
    private final long[] carried;

    private final int used;

    /** Ranks cells by their counts. */
    public Concentration(int[] counts) {
        int[] ascending = counts.clone();
        Arrays.sort(ascending);
        if (ascending.length > 0 && ascending[0] < 0) {
            throw new IllegalArgumentException(ascending[0] + " is no count of reports");
        }
        carried = new long[ascending.length + 1];
        for (int k = 1; k < carried.length; k++) {
            carried[k] = carried[k - 1] + ascending[ascending.length - k];
        }
        used = (int) Arrays.stream(ascending).filter(count -> count > 0).count();
    }

    /** Number of cells. */
    public int cells() {
        return carried.length - 1;
    }

    /** Number of cells with at least one report. */
    public int usedCells() {
        return used;
    }

    /** Number of reports. */
    public long reports() {
        return carried[carried.length - 1];
    }

    /** The share of the reports that lie in the k fullest cells, 0..1: the Lorenz curve from its upper end. */
    public double carriedBy(int k) {
        return reports() == 0 ? 0 : (double) carried[k] / reports();
    }

    /** The least number of cells that carry at least a share (0..1) of the reports; 0 without reports. */
    public int cellsCarrying(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share + " is not between 0 and 1");
        }
        int k = 0;
        while (carried[k] < share * reports() - ROUNDING) {
            k++;
        }
        return k;
    }

    /**
     * The Gini coefficient of the counts: 0 if all cells have as many, near 1 if one has all. Without reports 0.
     */
    public double gini() {
        if (reports() == 0) {
            return 0;
        }
        double area = 0;
        for (int k = 1; k <= cells(); k++) {
            area += (carriedBy(k) + carriedBy(k - 1)) / 2;
        }
        return 2 * area / cells() - 1;
    }

    /** The Gini coefficient against the most even spread of so many reports; equals it from as many reports as cells on. */
    public double generalisedGini() {
        return reports() == 0 ? 0 : Math.max(1, (double) cells() / reports()) * (gini() - 1) + 1;
    }
}
