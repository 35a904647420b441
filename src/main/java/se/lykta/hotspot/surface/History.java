package se.lykta.hotspot.surface;

import java.util.Arrays;
import java.util.stream.IntStream;
import se.lykta.hotspot.cells.StudyCells;

/**
 * Dated reports in the cells of a study area; those outside of all cells are left out.
 *
 * <p>Immutable.
 */
public final class History {

    private final double[] x;
    private final double[] y;
    private final long[] time;
    private final int[] cell;

    /**
     * A history.
     *
     * @param x coordinates in metres, finite
     * @param y as many
     * @param time when, in any unit that grows, such as minutes or days
     * @param cell the number of the cell of each report, negative for none
     */
    History(double[] x, double[] y, long[] time, int[] cell) {
        if (x.length != y.length || x.length != time.length || x.length != cell.length) {
            throw new IllegalArgumentException("%d x, %d y, %d times and %d cells are no reports"
                    .formatted(x.length, y.length, time.length, cell.length));
        }
        int[] inside = IntStream.range(0, cell.length).filter(i -> cell[i] >= 0).toArray();
        this.x = Arrays.stream(inside).mapToDouble(i -> x[i]).toArray();
        this.y = Arrays.stream(inside).mapToDouble(i -> y[i]).toArray();
        this.time = Arrays.stream(inside).mapToLong(i -> time[i]).toArray();
        this.cell = Arrays.stream(inside).map(i -> cell[i]).toArray();
    }

    /**
     * The history of the cells of a study area.
     *
     * @param time when, in any unit that grows
     */
    public static History in(StudyCells cells, double[] x, double[] y, long[] time) {
        int[] cell = new int[x.length];
        Arrays.setAll(cell, i -> cells.cellAt(x[i], y[i]));
        return new History(x, y, time, cell);
    }

    private History(History whole, int[] rows) {
        this.x = Arrays.stream(rows).mapToDouble(i -> whole.x[i]).toArray();
        this.y = Arrays.stream(rows).mapToDouble(i -> whole.y[i]).toArray();
        this.time = Arrays.stream(rows).mapToLong(i -> whole.time[i]).toArray();
        this.cell = Arrays.stream(rows).map(i -> whole.cell[i]).toArray();
    }

    /** The reports from a moment on and before another one. */
    public History between(long start, long end) {
        return new History(
                this,
                IntStream.range(0, time.length)
                        .filter(i -> time[i] >= start && time[i] < end)
                        .toArray());
    }

    /** Number of reports. */
    public int size() {
        return time.length;
    }

    /** When the first one was; there has to be one. */
    long first() {
        return Arrays.stream(time).min().orElseThrow();
    }

    /** Reports in each of so many cells. */
    public double[] counts(int cells) {
        double[] counts = new double[cells];
        for (int of : cell) {
            counts[of]++;
        }
        return counts;
    }

    /** All reports, each counting 1. */
    Spots spots() {
        return Spots.of(x, y);
    }

    /** All reports, one that is older than another by the half-life counting half as much. */
    Spots recent(long now, double halfLife) {
        double[] weight = new double[time.length];
        Arrays.setAll(weight, i -> StrictMath.pow(0.5, (now - time[i]) / halfLife));
        return Spots.of(x, y, weight);
    }
}
