package se.lykta.tile.heat;

import se.lykta.index.Filter;
import se.lykta.index.Snapshot;

/**
 * Density of reports in the cells of a window, in reports per km² on the ground.
 *
 * <p>Kernel: the quartic of radius h, Σ 3/(πh²) (1 − (d/h)²)² for d &lt; h, d and h in metres on the ground (Silverman
 * 1986, Density Estimation, section 4.2). A report's circle is drawn in Web Mercator with h stretched by the scale of its
 * own row, and the sum is divided by the area of a cell in the row where it is read, so the integral over the ground is
 * the number of reports, whatever the zoom.
 *
 * <p>How: the reports of a cell go at their mean place to the four nearest cell centres (bilinear, so the place is kept;
 * what that widens is taken off the kernel). Along a row the kernel is a polynomial of x cut off at ±a, so with prefix
 * sums of m, mx, mx², mx³, mx⁴ each row of reports costs a few operations for each cell of each row within h, however many
 * reports there are: O(cells · h in cells). Pure; used by one thread.
 */
final class Surface {

    private static final double SQUARE_METRES_PER_KM2 = 1e6;
    private static final int MOMENTS = 5;

    /**
     * The mean variance that spreading to two neighbours adds along an axis is 1/6 cell²; the quartic of radius h has
     * h²/8, so h² is lessened by 8/6 cells².
     */
    private static final double SPREAD = 8.0 / 6;

    private final Window window;
    private final Window source;
    private final Bandwidth bandwidth;
    private final double[] mass;
    private final double[] density;
    private final double[][] moments;
    private int reports;

    private Surface(Window window, Bandwidth bandwidth) {
        this.window = window;
        this.bandwidth = bandwidth;
        this.source = source(window, bandwidth);
        this.mass = new double[source.cells()];
        this.density = new double[window.cells()];
        this.moments = new double[MOMENTS][source.width() + 1];
    }

    /** The density of the reports that a filter wants. */
    static Surface of(Snapshot snapshot, Filter filter, Window window, Bandwidth bandwidth) {
        var surface = new Surface(window, bandwidth);
        Crowds.forEach(snapshot, filter, surface.source, surface::spread);
        if (surface.reports > 0) {
            surface.smooth();
        }
        return surface;
    }

    /** How many reports are near enough to matter. */
    int reports() {
        return reports;
    }

    /** The window that was asked for. */
    Window window() {
        return window;
    }

    /** Reports per km², row by row. */
    double[] density() {
        return density;
    }

    private void spread(int count, double meanX, double meanY) {
        reports += count;
        int x = (int) Math.floor(meanX - 0.5);
        int y = (int) Math.floor(meanY - 0.5);
        double east = meanX - 0.5 - x;
        double south = meanY - 0.5 - y;
        put(x, y, count * (1 - east) * (1 - south));
        put(x + 1, y, count * east * (1 - south));
        put(x, y + 1, count * (1 - east) * south);
        put(x + 1, y + 1, count * east * south);
    }

    private void put(int x, int y, double share) {
        if (source.contains(x, y)) {
            mass[source.index(x, y)] += share;
        }
    }

    /** The window and all cells around it whose reports are felt in it. */
    static Window source(Window window, Bandwidth bandwidth) {
        return window.grown(reach(window, bandwidth) + 2);
    }

    /** How many cells beyond the window a report may lie and still be felt inside: farther in the rows towards a pole. */
    private static int reach(Window window, Bandwidth bandwidth) {
        double most = bandwidth.radiusCells(0);
        double reach = Math.max(bandwidth.radiusCells(window.y()), bandwidth.radiusCells(window.endY()));
        for (int rows = 1; rows <= most; rows++) {
            double radius = Math.max(
                    bandwidth.radiusCells(Math.max(0, window.y() - rows)),
                    bandwidth.radiusCells(window.endY() + (double) rows));
            if (radius > rows) {
                reach = Math.max(reach, Math.min(most, radius));
            }
        }
        return (int) Math.ceil(reach);
    }

    private void smooth() {
        for (int row = 0; row < source.height(); row++) {
            if (isEmpty(row)) {
                continue;
            }
            sumMoments(row);
            double radius = bandwidth.radiusCells(source.y() + row + 0.5);
            double square = Math.max(1, radius * radius - SPREAD);
            int reach = (int) Math.sqrt(square);
            int rowInWindow = source.y() + row - window.y();
            int last = Math.min(window.height() - 1, rowInWindow + reach);
            for (int target = Math.max(0, rowInWindow - reach); target <= last; target++) {
                double distance = target - rowInWindow;
                addRow(target, square, square - distance * distance);
            }
        }
        for (int row = 0; row < window.height(); row++) {
            scale(row);
        }
    }

    private boolean isEmpty(int row) {
        int first = row * source.width();
        for (int i = first; i < first + source.width(); i++) {
            if (mass[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** moments[k][i] = Σ m xᵏ over the cells before i; x counts from the middle, which keeps the powers small. */
    private void sumMoments(int row) {
        int first = row * source.width();
        double middle = source.width() / 2.0;
        for (int i = 0; i < source.width(); i++) {
            double x = i - middle;
            double term = mass[first + i];
            for (int k = 0; k < MOMENTS; k++) {
                moments[k][i + 1] = moments[k][i] + term;
                term *= x;
            }
        }
    }

    /**
     * Adds a row of reports to a row of cells: 3/(πr²) Σ m (a² − (X − x)²)² / r⁴ over |X − x| &lt; a, with b = a² − X²
     * equal to Σ m (b + 2Xx − x²)² = b²M₀ + 4bX M₁ + (4X² − 2b) M₂ − 4X M₃ + M₄.
     *
     * @param square r², the square of the radius in cells
     * @param cut a², the square of half the chord at this distance
     */
    private void addRow(int target, double square, double cut) {
        double factor = 3 / (Math.PI * square * square * square);
        int half = (int) Math.ceil(Math.sqrt(cut)) - 1;
        int margin = window.x() - source.x();
        int low = margin - half;
        int high = margin + half + 1;
        double middle = source.width() / 2.0;
        int first = target * window.width();
        double[] m0 = moments[0];
        double[] m1 = moments[1];
        double[] m2 = moments[2];
        double[] m3 = moments[3];
        double[] m4 = moments[4];
        for (int i = 0; i < window.width(); i++) {
            double x = i + margin - middle;
            double b = cut - x * x;
            double sum = b * b * (m0[high + i] - m0[low + i])
                    + 4 * b * x * (m1[high + i] - m1[low + i])
                    + (4 * x * x - 2 * b) * (m2[high + i] - m2[low + i])
                    - 4 * x * (m3[high + i] - m3[low + i])
                    + (m4[high + i] - m4[low + i]);
            density[first + i] += factor * sum;
        }
    }

    /** From reports per cell to reports per km²; what rounding leaves below zero is zero. */
    private void scale(int row) {
        double side = bandwidth.cellMetres(window.y() + row + 0.5);
        double perKm2 = SQUARE_METRES_PER_KM2 / (side * side);
        int first = row * window.width();
        for (int i = first; i < first + window.width(); i++) {
            density[i] = Math.max(0, density[i] * perKm2);
        }
    }
}
