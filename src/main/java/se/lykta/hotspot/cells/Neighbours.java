package se.lykta.hotspot.cells;

import java.util.Arrays;

/**
 * Which cells are neighbours of each other, as rows of one array (compressed sparse rows, all weights 1).
 *
 * <p>No cell is a neighbour of itself here; statistics that include the cell say so and add it. Rows are ascending, so
 * sums over them are the same on every run. The pattern is one list of index steps for the whole map. O(cells × pattern ×
 * log cells). Immutable, safe for use by many threads.
 */
public final class Neighbours {

    /** More pairs than this are refused: the array would exceed the heap of a small server. */
    public static final int MOST_PAIRS = 100_000_000;

    /** Centres at most this share farther than the distance of a band are within it. */
    public static final double BAND_TOLERANCE = 1e-9;

    private final int[] first;
    private final int[] others;

    private Neighbours(int[] first, int[] others) {
        this.first = first;
        this.others = others;
    }

    /**
     * Cells that touch, or are reached by so many steps from one to the next.
     *
     * @param rings steps, at least 1
     */
    public static Neighbours touching(StudyCells cells, Contiguity contiguity, int rings) {
        if (rings < 1) {
            throw new IllegalArgumentException("%d rings of neighbours are less than 1".formatted(rings));
        }
        CellShape shape = cells.shape();
        return of(cells, rings, (di, dj) -> shape.steps(contiguity, di, dj) <= rings);
    }

    /** Cells whose centres are at most a distance apart, with a relative tolerance of {@link #BAND_TOLERANCE}. */
    public static Neighbours band(StudyCells cells, double metres) {
        if (!(metres > 0 && Double.isFinite(metres))) {
            throw new IllegalArgumentException("a distance band of " + metres + " m is not larger than 0");
        }
        CellShape shape = cells.shape();
        double limit = metres * (1 + BAND_TOLERANCE);
        int reach = (int) Math.ceil(2 * limit / Math.sqrt(3) / shape.sizeMetres());
        return of(cells, reach, (di, dj) -> shape.squaredDistance(di, dj) <= limit * limit);
    }

    private interface Pattern {
        boolean has(int di, int dj);
    }

    private static Neighbours of(StudyCells cells, int reach, Pattern pattern) {
        int[][] steps = steps(cells, reach, pattern);
        int n = cells.size();
        if ((long) n * steps.length > MOST_PAIRS) {
            throw new IllegalArgumentException("%d cells with up to %d neighbours each are more than %d pairs"
                    .formatted(n, steps.length, MOST_PAIRS));
        }
        int[] first = new int[n + 1];
        int[] others = new int[n * steps.length];
        int pairs = 0;
        for (int cell = 0; cell < n; cell++) {
            for (int[] step : steps) {
                int other = cells.indexOf(cells.i(cell) + step[0], cells.j(cell) + step[1]);
                if (other >= 0) {
                    others[pairs++] = other;
                }
            }
            first[cell + 1] = pairs;
        }
        return new Neighbours(first, Arrays.copyOf(others, pairs));
    }

    /** The steps of the pattern that can lead from one cell of the map to another, by di, then dj. */
    private static int[][] steps(StudyCells cells, int reach, Pattern pattern) {
        int columns = Math.min(reach, extent(cells, true));
        int rows = Math.min(reach, extent(cells, false));
        int[][] steps = new int[16][];
        int count = 0;
        for (int di = -columns; di <= columns; di++) {
            for (int dj = -rows; dj <= rows; dj++) {
                if ((di != 0 || dj != 0) && pattern.has(di, dj)) {
                    steps = count == steps.length ? Arrays.copyOf(steps, 2 * count) : steps;
                    steps[count++] = new int[] {di, dj};
                }
            }
        }
        return Arrays.copyOf(steps, count);
    }

    private static int extent(StudyCells cells, boolean byI) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int cell = 0; cell < cells.size(); cell++) {
            int index = byI ? cells.i(cell) : cells.j(cell);
            least = Math.min(least, index);
            most = Math.max(most, index);
        }
        return Math.max(0, most - least);
    }

    /** Number of cells. */
    public int size() {
        return first.length - 1;
    }

    /** How many neighbours a cell has, itself not counted. */
    public int count(int cell) {
        return first[cell + 1] - first[cell];
    }

    /** A neighbour of a cell, the k-th from 0; they ascend. */
    public int get(int cell, int k) {
        return others[first[cell] + k];
    }

    /** The sum of the neighbours' values, the cell's own not among them. */
    public double sum(double[] values, int cell) {
        double sum = 0;
        for (int k = first[cell]; k < first[cell + 1]; k++) {
            sum += values[others[k]];
        }
        return sum;
    }

    /** The sum of the neighbours' counts, the cell's own not among them. */
    public int sum(int[] counts, int cell) {
        int sum = 0;
        for (int k = first[cell]; k < first[cell + 1]; k++) {
            sum += counts[others[k]];
        }
        return sum;
    }

    void checkSize(int values) {
        if (values != size()) {
            throw new IllegalArgumentException("%d values for %d cells".formatted(values, size()));
        }
    }
}
