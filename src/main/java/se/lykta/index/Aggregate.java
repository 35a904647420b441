package se.lykta.index;

/**
 * Something to which reports are added and that tells what they are together.
 *
 * <p>Exists so that one walk over leaves and blocks serves all kinds. Starts empty, every query adds to it; the order of
 * adding does not matter. Used by one thread.
 */
public abstract sealed class Aggregate permits Mass, Summary {

    Aggregate() {}

    /** How many reports were added. */
    public abstract int count();

    /** The sum of their columns of cells, see {@link se.lykta.geo.WebMercator}. */
    public abstract long sumX();

    /** The sum of their rows of cells. */
    public abstract long sumY();

    /** Empties it for the next use. */
    public abstract void clear();

    /** Adds one report. */
    abstract void add(Columns columns, int row);

    /** Adds the groups {@code first..end-1}, not fewer than none. */
    abstract void add(Prefixes groups, int first, int end);
}
