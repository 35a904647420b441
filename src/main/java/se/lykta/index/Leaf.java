package se.lykta.index;

import se.lykta.geo.Morton;

/**
 * A few thousand rows in the order of a snapshot, with summaries of those that count.
 *
 * <p>Rows are taken in blocks of {@value #BLOCK}: a word of bits tells which of them count
 * ({@link se.lykta.taxonomy.ReportState#counts()}), and {@link Prefixes} what those of whole blocks say. Coordinates are
 * summed up for every {@value #STEP} rows. So under the default filter any stretch costs at most two partial blocks, and
 * its count and middle at most two partial steps. Immutable, shared by snapshots.
 */
final class Leaf {

    private static final int BLOCK = Long.SIZE;
    private static final int STEP = 16;

    final Columns columns;
    private final long[] counting;
    private final Prefixes blocks;
    private final Sums steps;
    private final Summary total = new Summary();

    /** The leaf of sorted rows, at least one. */
    Leaf(Columns columns) {
        this.columns = columns;
        int size = (columns.size() + BLOCK - 1) / BLOCK;
        counting = new long[size];
        blocks = new Prefixes(size);
        steps = new Sums(size * BLOCK / STEP);
        var summary = new Summary();
        for (int block = 0; block < size; block++) {
            int end = Math.min(columns.size(), (block + 1) * BLOCK);
            for (int row = block * BLOCK; row < end; row++) {
                counting[block] |= (long) (Filter.COUNTING_STATES >>> columns.state[row] & 1) << row;
            }
            for (int step = block * BLOCK; step < (block + 1) * BLOCK; step += STEP) {
                summary.clear();
                addSums(summary, step, step + STEP, 1);
                steps.set(step / STEP, summary.sumX(), summary.sumY());
            }
            summary.clear();
            addRows(summary, block * BLOCK, end);
            blocks.set(block, summary);
        }
        addAll(total, 0, columns.size());
    }

    int size() {
        return columns.size();
    }

    /** What all rows that count say; not to be changed. */
    Summary total() {
        return total;
    }

    /** How many rows before one count. */
    int countBefore(int row) {
        int block = row / BLOCK;
        int whole = blocks.countBefore(block);
        return row % BLOCK == 0 ? whole : whole + Long.bitCount(countingBits(block * BLOCK, row));
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
            int[] rows = new int[end - first];
            int size = 0;
            int base = first & -BLOCK;
            for (long rest = countingBits(first, end); rest != 0; rest &= rest - 1) {
                rows[size++] = base + Long.numberOfTrailingZeros(rest);
            }
            into.addWithoutSums(columns, rows, size);
        }
    }

    /** Adds the sums of the rows from one to another, or takes them away if the second comes first. */
    private void addSumsBetween(Aggregate into, int from, int to, int sign) {
        if (from < to) {
            addSums(into, from, to, sign);
        } else {
            addSums(into, to, from, -sign);
        }
    }

    private void addSums(Aggregate into, int first, int end, int sign) {
        if (first >= end) {
            return;
        }
        long x = 0;
        long y = 0;
        int base = first & -BLOCK;
        for (long rest = countingBits(first, end); rest != 0; rest &= rest - 1) {
            long morton = columns.morton[base + Long.numberOfTrailingZeros(rest)];
            x += Morton.x(morton);
            y += Morton.y(morton);
        }
        into.addSums(sign * x, sign * y);
    }

    /** The bits of the rows {@code first..end-1} that count; all must be of one block. */
    private long countingBits(int first, int end) {
        return counting[first / BLOCK] & (-1L << first) & (-1L >>> -end);
    }
}
