package se.lykta.tile;

import java.util.Arrays;
import java.util.function.IntConsumer;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;

/**
 * The rows of a stretch that a filter wants, as bits: the filter is asked once a row, whatever is done with the rows.
 *
 * <p>Used by one thread.
 */
final class WantedRows {

    /** Hears of a row that is shown, and how many wanted rows it stands for, itself included. */
    interface Sample {
        void accept(int row, int standsFor);
    }

    private final int first;
    private final long[] bits;
    private final int count;

    /** The wanted rows of a Morton range. */
    WantedRows(Snapshot snapshot, Filter filter, long firstMorton, long endMorton) {
        this.first = snapshot.firstAtOrAfter(firstMorton);
        int end = snapshot.firstAtOrAfter(endMorton);
        this.bits = new long[(end - first + Long.SIZE - 1) / Long.SIZE];
        snapshot.forEachWord(filter, first, end, this::add);
        this.count = Arrays.stream(bits).mapToInt(Long::bitCount).sum();
    }

    /** Takes a word of bits that may be at any row, so it is spread over two. */
    private void add(int row, long wanted) {
        int word = Math.floorDiv(row - first, Long.SIZE);
        int shift = row - first;
        if (word >= 0) {
            bits[word] |= wanted << shift;
        }
        long rest = wanted >>> 1 >>> ~shift;
        if (rest != 0) {
            bits[word + 1] |= rest;
        }
    }

    /** How many are wanted. */
    int count() {
        return count;
    }

    /** All wanted rows in their order. */
    void forEach(IntConsumer consumer) {
        for (int word = 0; word < bits.length; word++) {
            for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
                consumer.accept(first + word * Long.SIZE + Long.numberOfTrailingZeros(rest));
            }
        }
    }

    /**
     * So many of the wanted rows, evenly spread over their order: the i-th is the one with rank ⌊i · count / size⌋ and
     * stands for those up to the next.
     *
     * @param size at least 1, at most {@link #count()}
     */
    void sample(int size, Sample sample) {
        int before = 0;
        int word = 0;
        for (int i = 0; i < size; i++) {
            int rank = rank(i, size);
            while (before + Long.bitCount(bits[word]) <= rank) {
                before += Long.bitCount(bits[word++]);
            }
            long rest = bits[word];
            for (int skipped = before; skipped < rank; skipped++) {
                rest &= rest - 1;
            }
            sample.accept(first + word * Long.SIZE + Long.numberOfTrailingZeros(rest), rank(i + 1, size) - rank);
        }
    }

    private int rank(int i, int size) {
        return (int) ((long) i * count / size);
    }
}
