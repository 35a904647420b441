package se.lykta.index;

import java.util.Arrays;
import se.lykta.taxonomy.Light;

/**
 * What can be told of many reports at once: how many, where, which causes, how many in the dark, the newest, their box.
 *
 * <p>Used by one thread.
 */
public final class Summary extends Aggregate {

    /** Counters: one for each cause by its bit, behind them one for rows without a second cause, and these. */
    static final int COUNT = Long.SIZE + 1;

    static final int DARK = Long.SIZE + 2;
    static final int KNOWN_LIGHT = Long.SIZE + 3;
    static final int COUNTERS = Long.SIZE + 4;

    private static final byte IS_DARK = Columns.number(Light.DARK);
    private static final byte IS_UNKNOWN = Columns.number(Light.UNKNOWN);

    final int[] counters = new int[COUNTERS];
    final Extremes extremes = new Extremes(1);

    @Override
    public int count() {
        return counters[COUNT];
    }

    /** How many of them name the cause with this bit. */
    public int causeCount(int bit) {
        return counters[bit];
    }

    /** How many of them are known to be of the dark. */
    public int dark() {
        return counters[DARK];
    }

    /** Of how many it is known whether it was dark. */
    public int knownLight() {
        return counters[KNOWN_LIGHT];
    }

    /** When the newest happened, minutes since 1970-01-01T00:00Z; meaningless if there is none. */
    public int newestMinute() {
        return extremes.newestMinute();
    }

    /** The longer side of the box around them, in cells; meaningless if there is none. */
    public int spreadCells() {
        return extremes.spreadCells();
    }

    @Override
    public void clear() {
        super.clear();
        Arrays.fill(counters, 0);
        extremes.clear();
    }

    /** Adds what another one has. */
    public void add(Summary other) {
        addSums(other.sumX(), other.sumY());
        for (int i = 0; i < COUNTERS; i++) {
            counters[i] += other.counters[i];
        }
        extremes.include(0, other.extremes);
    }

    @Override
    void add(Columns columns, int[] rows, int added) {
        super.add(columns, rows, added);
        addWithoutSums(columns, rows, added);
    }

    @Override
    void addCounting(Leaf leaf, int first, int end) {
        leaf.addTo(this, first, end);
    }

    @Override
    void addCounting(Prefixes groups, int first, int end) {
        groups.addTo(this, first, end);
    }

    /** Adds rows, but not their sums. */
    void addWithoutSums(Columns columns, int[] rows, int added) {
        int dark = 0;
        int unknown = 0;
        for (int i = 0; i < added; i++) {
            byte light = columns.light[rows[i]];
            dark += light == IS_DARK ? 1 : 0;
            unknown += light == IS_UNKNOWN ? 1 : 0;
            long causes = columns.causes[rows[i]];
            long rest = causes & (causes - 1);
            // most reports have one cause or two: no cause has number 64, so that both are counted without a branch
            counters[Long.numberOfTrailingZeros(causes)]++;
            counters[Long.numberOfTrailingZeros(rest)]++;
            for (rest &= rest - 1; rest != 0; rest &= rest - 1) {
                counters[Long.numberOfTrailingZeros(rest)]++;
            }
        }
        counters[COUNT] += added;
        counters[DARK] += dark;
        counters[KNOWN_LIGHT] += added - unknown;
        extremes.add(columns, rows, added);
    }
}
