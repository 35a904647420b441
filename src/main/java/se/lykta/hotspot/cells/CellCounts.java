package se.lykta.hotspot.cells;

import java.util.Arrays;

/** How many points lie in each cell, and how many in none. Immutable. */
public final class CellCounts {

    private final int[] counts;
    private final int outside;

    /** Takes over the array: the maker must not keep it. */
    CellCounts(int[] counts, int outside) {
        this.counts = counts;
        this.outside = outside;
    }

    /** Points in a cell. */
    public int of(int cell) {
        return counts[cell];
    }

    /** Points in any cell. */
    public int inside() {
        return Arrays.stream(counts).sum();
    }

    /** Points outside all cells; they take part in nothing. */
    public int outside() {
        return outside;
    }

    /** Points by cell. */
    public int[] toArray() {
        return counts.clone();
    }

    /** Points by cell as values for statistics that also take rates and weights. */
    public double[] values() {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }
}
