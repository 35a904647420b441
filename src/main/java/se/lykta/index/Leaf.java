package se.lykta.index;

/**
 * A few thousand rows in the order of a snapshot, with summaries of those that count.
 *
 * <p>Rows are taken in blocks of {@value #BLOCK}: a word of bits tells which of them count
 * ({@link se.lykta.taxonomy.ReportState#counts()}), and {@link Prefixes} what those of whole blocks say. So what any
 * stretch of the leaf says under the default filter costs at most two partial blocks. Immutable, shared by snapshots.
 */
final class Leaf {

    private static final int BLOCK = Long.SIZE;

    final Columns columns;
    private final long[] counting;
    private final Prefixes blocks;

    /** The leaf of sorted rows, at least one. */
    Leaf(Columns columns) {
        this.columns = columns;
        int size = (columns.size() + BLOCK - 1) / BLOCK;
        this.counting = new long[size];
        this.blocks = new Prefixes(size);
        var summary = new Summary();
        for (int block = 0; block < size; block++) {
            int end = Math.min(columns.size(), (block + 1) * BLOCK);
            for (int row = block * BLOCK; row < end; row++) {
                counting[block] |= (long) (Filter.COUNTING_STATES >>> columns.state[row] & 1) << row;
            }
            summary.clear();
            addRows(summary, block * BLOCK, end);
            blocks.set(block, summary);
        }
    }

    int size() {
        return columns.size();
    }

    /** Adds the rows {@code first..end-1} that count. */
    void addTo(Aggregate into, int first, int end) {
        int firstBlock = (first + BLOCK - 1) / BLOCK;
        int endBlock = end / BLOCK;
        if (firstBlock > endBlock) {
            addRows(into, first, end);
            return;
        }
        addRows(into, first, firstBlock * BLOCK);
        into.add(blocks, firstBlock, endBlock);
        addRows(into, endBlock * BLOCK, end);
    }

    private void addRows(Aggregate into, int first, int end) {
        if (first < end) {
            int base = first & -BLOCK;
            for (long rest = countingBits(first, end); rest != 0; rest &= rest - 1) {
                into.add(columns, base + Long.numberOfTrailingZeros(rest));
            }
        }
    }

    /** The bits of the rows {@code first..end-1} that count; all must be of one block. */
    private long countingBits(int first, int end) {
        return counting[first / BLOCK] & (-1L << first) & (-1L >>> -end);
    }
}
