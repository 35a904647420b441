package se.lykta.index;

import se.lykta.geo.Morton;

/**
 * A few thousand rows in the order of a snapshot, with summaries of those that count.
 *
 * <p>Rows are taken in blocks of {@value #BLOCK}: words of bits tell which of them have a value ({@link ValueBits}), and
 * {@link Prefixes} what those of whole blocks say that count ({@link se.lykta.taxonomy.ReportState#counts()}). Coordinates are
 * summed up for every {@value #STEP} rows. So under the default filter any stretch costs at most two partial blocks, and
 * its count and middle at most two partial steps; under any other a few words a block say which rows are wanted.
 * Immutable, shared by snapshots.
 */
final class Leaf {

    static final int BLOCK = Long.SIZE;

    private static final int STEP = 16;
    private static final long STEP_ROWS = (1L << STEP) - 1;

    final Columns columns;
    private final ValueBits values;
    private final Prefixes blocks;
    private final Sums steps;
    private final Summary total = new Summary();
    private final int oldestMinute;
    private final int newestMinute;

    /** The leaf of sorted rows, at least one. */
    Leaf(Columns columns) {
        this.columns = columns;
        values = new ValueBits(columns);
        blocks = new Prefixes(values.blocks());
        steps = new Sums(values.blocks() * (BLOCK / STEP));
        for (int block = 0; block < values.blocks(); block++) {
            setBlock(block);
        }
        addAll(total, 0, columns.size());
        int oldest = Integer.MAX_VALUE;
        int newest = Integer.MIN_VALUE;
        for (int minute : columns.minute) {
            oldest = Math.min(oldest, minute);
            newest = Math.max(newest, minute);
        }
        oldestMinute = oldest;
        newestMinute = newest;
    }

    private void setBlock(int block) {
        var summary = new Summary();
        for (int step = 0; step < BLOCK / STEP; step++) {
            summary.clear();
            addSums(summary, block, counting(block) & (STEP_ROWS << (step * STEP)), 1);
            steps.set(block * (BLOCK / STEP) + step, summary.sumX(), summary.sumY());
        }
        summary.clear();
        summary.addCounters(this, block, counting(block));
        summary.extremes.add(columns, block * BLOCK, counting(block));
        blocks.set(block, summary);
    }

    int size() {
        return columns.size();
    }

    ValueBits values() {
        return values;
    }

    long firstMorton() {
        return columns.morton[0];
    }

    long lastMorton() {
        return columns.morton[columns.size() - 1];
    }

    /** The oldest of all rows, whether they count or not. */
    int oldestMinute() {
        return oldestMinute;
    }

    /** The newest of all rows. */
    int newestMinute() {
        return newestMinute;
    }

    /** What all rows that count say; not to be changed. */
    Summary total() {
        return total;
    }

    /** Those of the rows {@code first..end-1} that are in a block, as bits. */
    static long rowsOf(int block, int first, int end) {
        long from = first <= block * BLOCK ? -1L : -1L << first;
        return end >= (block + 1) * BLOCK ? from : from & ~(-1L << end);
    }

    /** How many rows before one count. */
    int countBefore(int row) {
        int block = row / BLOCK;
        int whole = blocks.countBefore(block);
        return row % BLOCK == 0 ? whole : whole + Long.bitCount(counting(block) & ~(-1L << row));
    }

    /** Adds the rows {@code first..end-1} that count. */
    void addAll(Aggregate into, int first, int end) {
        int firstStep = (first + STEP / 2) / STEP;
        int endStep = (end + STEP / 2) / STEP;
        steps.addTo(into, firstStep, endStep);
        addSumsBetween(into, firstStep * STEP, first, -1);
        addSumsBetween(into, endStep * STEP, end, 1);
        into.addCounting(this, first, end);
    }

    /** Adds the rows {@code first..end-1} that count, but not their sums. */
    void addTo(Summary into, int first, int end) {
        int firstBlock = (first + BLOCK - 1) / BLOCK;
        int endBlock = end / BLOCK;
        if (firstBlock > endBlock) {
            addRows(into, first, end);
            return;
        }
        addRows(into, first, firstBlock * BLOCK);
        blocks.addTo(into, firstBlock, endBlock);
        addRows(into, endBlock * BLOCK, end);
    }

    private void addRows(Summary into, int first, int end) {
        if (first < end) {
            int block = first / BLOCK;
            into.addWithoutSums(this, block, counting(block) & rowsOf(block, first, end));
        }
    }

    /** Adds the sums of the rows from one to another, or takes them away if the second comes first. */
    private void addSumsBetween(Aggregate into, int from, int to, int sign) {
        int block = Math.min(from, to) / BLOCK;
        if (from < to) {
            addSums(into, block, counting(block) & rowsOf(block, from, to), sign);
        } else if (to < from) {
            addSums(into, block, counting(block) & rowsOf(block, to, from), -sign);
        }
    }

    /** Adds the sums of some rows of a block: directly, or as those of all that count without the others. */
    void addSums(Aggregate into, int block, long rows) {
        long others = counting(block) & ~rows;
        boolean allCount = (rows & ~counting(block)) == 0;
        if (allCount && Long.bitCount(others) < Long.bitCount(rows)) {
            steps.addTo(into, block * (BLOCK / STEP), (block + 1) * (BLOCK / STEP));
            addSums(into, block, others, -1);
        } else {
            addSums(into, block, rows, 1);
        }
    }

    private void addSums(Aggregate into, int block, long rows, int sign) {
        long x = 0;
        long y = 0;
        for (long rest = rows; rest != 0; rest &= rest - 1) {
            long morton = columns.morton[block * BLOCK + Long.numberOfTrailingZeros(rest)];
            x += Morton.x(morton);
            y += Morton.y(morton);
        }
        into.addSums(sign * x, sign * y);
    }

    /** Widens extremes by some rows of a block: of many blocks most are within them already, and need no look at their rows. */
    void widen(Extremes extremes, int block, long rows) {
        boolean allCount = (rows & ~counting(block)) == 0;
        if (!allCount || !blocks.isWithin(extremes, block)) {
            extremes.add(columns, block * BLOCK, rows);
        }
    }

    /** The rows of a block that count. */
    private long counting(int block) {
        return values.of(ValueBits.COUNTING, block);
    }
}
