package se.lykta.index;

import java.util.Arrays;
import se.lykta.taxonomy.Light;

/**
 * What can be told of many reports at once: how many, where, which causes, how many in the dark, the newest, their box.
 *
 * <p>Used by one thread.
 */
public final class Summary extends Aggregate {

    /** Counters: one for each cause by its bit, behind them these. */
    static final int COUNT = Long.SIZE;

    static final int DARK = COUNT + 1;
    static final int KNOWN_LIGHT = COUNT + 2;
    static final int COUNTERS = COUNT + 3;

    /** Of so few rows it is faster to look at the causes of each than to count the bits of each cause. */
    private static final int FEW = 12;

    private static final int IS_DARK = ValueBits.LIGHTS + Columns.number(Light.DARK);
    private static final int IS_UNKNOWN = ValueBits.LIGHTS + Columns.number(Light.UNKNOWN);

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
    void add(Leaf leaf, int block, long rows) {
        leaf.addSums(this, block, rows);
        addWithoutSums(leaf, block, rows);
    }

    @Override
    void addCounting(Leaf leaf, int first, int end) {
        leaf.addTo(this, first, end);
    }

    @Override
    void addCounting(Prefixes groups, int first, int end) {
        groups.addTo(this, first, end);
    }

    /** Adds some rows of a block, but not their sums. */
    void addWithoutSums(Leaf leaf, int block, long rows) {
        addCounters(leaf, block, rows);
        leaf.widen(extremes, block, rows);
    }

    /** Adds some rows of a block, but neither their sums nor their extremes. */
    void addCounters(Leaf leaf, int block, long rows) {
        ValueBits values = leaf.values();
        int added = Long.bitCount(rows);
        counters[COUNT] += added;
        counters[DARK] += Long.bitCount(values.of(IS_DARK, block) & rows);
        counters[KNOWN_LIGHT] += added - Long.bitCount(values.of(IS_UNKNOWN, block) & rows);
        if (added > FEW) {
            values.countCauses(block, rows, counters);
        } else {
            countCauses(leaf.columns.causes, block * Leaf.BLOCK, rows);
        }
    }

    private void countCauses(long[] causes, int base, long rows) {
        for (long rest = rows; rest != 0; rest &= rest - 1) {
            for (long named = causes[base + Long.numberOfTrailingZeros(rest)]; named != 0; named &= named - 1) {
                counters[Long.numberOfTrailingZeros(named)]++;
            }
        }
    }
}
