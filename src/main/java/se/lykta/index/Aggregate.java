package se.lykta.index;

/**
 * Something to which reports are added and that tells what they are together: at least how many they are and where their
 * middle is.
 *
 * <p>Exists so that one walk over leaves and blocks serves all kinds. Starts empty, every query adds to it; the order of
 * adding does not matter. Exact, as sums are whole cells of {@link se.lykta.geo.WebMercator}. Used by one thread.
 */
public abstract sealed class Aggregate permits Mass, Summary {

    private long sumX;
    private long sumY;

    Aggregate() {}

    /** How many reports were added. */
    public abstract int count();

    /** The sum of their columns of cells. */
    public final long sumX() {
        return sumX;
    }

    /** The sum of their rows of cells. */
    public final long sumY() {
        return sumY;
    }

    /** Empties it for the next use. */
    public void clear() {
        sumX = 0;
        sumY = 0;
    }

    /** Adds to the sums alone. */
    final void addSums(long x, long y) {
        sumX += x;
        sumY += y;
    }

    /** Adds some rows of a block of a leaf, given as bits. */
    abstract void add(Leaf leaf, int block, long rows);

    /** Adds all but the sums of the rows {@code first..end-1} of a leaf that count. */
    abstract void addCounting(Leaf leaf, int first, int end);

    /** Adds all but the sums of the groups {@code first..end-1}, not fewer than none. */
    abstract void addCounting(Prefixes groups, int first, int end);
}
