package se.lykta.index;

import java.util.Arrays;
import se.lykta.geo.Morton;
import se.lykta.taxonomy.Light;

/**
 * What can be told of many reports at once: how many, where, which causes, how many in the dark, the newest, their box.
 *
 * <p>Exact, as sums are whole cells of {@link se.lykta.geo.WebMercator}. Used by one thread.
 */
public final class Summary extends Aggregate {

    /** Counters: one for each cause by its bit, and behind them these. */
    static final int COUNT = Long.SIZE;

    static final int DARK = Long.SIZE + 1;
    static final int KNOWN_LIGHT = Long.SIZE + 2;
    static final int COUNTERS = Long.SIZE + 3;

    private static final byte IS_DARK = Columns.number(Light.DARK);
    private static final byte IS_UNKNOWN = Columns.number(Light.UNKNOWN);

    final int[] counters = new int[COUNTERS];
    long sumX;
    long sumY;
    int newestMinute;
    int minX;
    int minY;
    int maxX;
    int maxY;

    /** Nothing yet. */
    public Summary() {
        clear();
    }

    @Override
    public void clear() {
        Arrays.fill(counters, 0);
        sumX = 0;
        sumY = 0;
        newestMinute = Integer.MIN_VALUE;
        minX = Integer.MAX_VALUE;
        minY = Integer.MAX_VALUE;
        maxX = Integer.MIN_VALUE;
        maxY = Integer.MIN_VALUE;
    }

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

    @Override
    public long sumX() {
        return sumX;
    }

    @Override
    public long sumY() {
        return sumY;
    }

    /** When the newest happened, minutes since 1970-01-01T00:00Z; meaningless if there is none. */
    public int newestMinute() {
        return newestMinute;
    }

    /** The longer side of the box around them, in cells; meaningless if there is none. */
    public int spreadCells() {
        return Math.max(maxX - minX, maxY - minY);
    }

    /** Adds what another one has. */
    public void add(Summary other) {
        for (int i = 0; i < COUNTERS; i++) {
            counters[i] += other.counters[i];
        }
        sumX += other.sumX;
        sumY += other.sumY;
        newestMinute = Math.max(newestMinute, other.newestMinute);
        minX = Math.min(minX, other.minX);
        minY = Math.min(minY, other.minY);
        maxX = Math.max(maxX, other.maxX);
        maxY = Math.max(maxY, other.maxY);
    }

    @Override
    void add(Columns columns, int row) {
        counters[COUNT]++;
        byte light = columns.light[row];
        counters[DARK] += light == IS_DARK ? 1 : 0;
        counters[KNOWN_LIGHT] += light == IS_UNKNOWN ? 0 : 1;
        for (long rest = columns.causes[row]; rest != 0; rest &= rest - 1) {
            counters[Long.numberOfTrailingZeros(rest)]++;
        }
        newestMinute = Math.max(newestMinute, columns.minute[row]);
        int x = Morton.x(columns.morton[row]);
        int y = Morton.y(columns.morton[row]);
        sumX += x;
        sumY += y;
        minX = Math.min(minX, x);
        minY = Math.min(minY, y);
        maxX = Math.max(maxX, x);
        maxY = Math.max(maxY, y);
    }

    @Override
    void add(Prefixes groups, int first, int end) {
        groups.addTo(this, first, end);
    }
}
