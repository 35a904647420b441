package se.lykta.index;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The order of rows by a column of longs, found by all cores.
 *
 * <p>Idea: a sample of the keys gives splitters (sample sort, Blelloch et al. 1991); rows are dealt to the buckets between
 * them, chunk by chunk, so that a bucket keeps the order of arrival; each bucket is radix sorted by itself, small enough
 * to stay in a core's cache. Chunks and buckets are the units of work, and neither depends on the number of threads.
 *
 * <p>A row is named by its address: number of the chunk, then {@value #CHUNK_BITS} bits for the row in it. O(n log b) for b
 * buckets; 14 bytes of room per row, freed afterwards but for the addresses.
 */
final class RowOrder {

    /** Bits of an address that tell the row in its chunk. */
    static final int CHUNK_BITS = 16;

    /** Rows of a full chunk. */
    static final int CHUNK_ROWS = 1 << CHUNK_BITS;

    private static final int BUCKET_ROWS = 1 << 14;
    private static final int SAMPLES_PER_BUCKET = 16;

    private final List<Columns> chunks;
    private final Function<Columns, long[]> column;
    private final int[] used;
    private final long[] splitters;

    /** Of each chunk, how many rows belong to each bucket; later where the bucket's next row goes. */
    private final int[][] cursors;

    private RowOrder(List<Columns> chunks, int[] used, Function<Columns, long[]> column) {
        this.chunks = chunks;
        this.used = used;
        this.column = column;
        this.splitters = splitters();
        this.cursors = new int[chunks.size()][splitters.length + 1];
    }

    /**
     * The addresses of all rows, ascending by key, ties by id.
     *
     * @param used how many rows of each chunk count
     */
    static int[] of(List<Columns> chunks, int[] used, Function<Columns, long[]> column) {
        return new RowOrder(chunks, used, column).order();
    }

    private int[] order() {
        int size = Arrays.stream(used).sum();
        long[] keys = new long[size];
        int[] addresses = new int[size];
        short[][] buckets = new short[chunks.size()][];
        IntStream.range(0, chunks.size()).parallel().forEach(chunk -> buckets[chunk] = bucketsOf(chunk));
        int[] starts = turnCountsToCursors();
        IntStream.range(0, chunks.size()).parallel().forEach(chunk -> deal(chunk, buckets[chunk], keys, addresses));
        IntStream.range(0, starts.length - 1)
                .parallel()
                .forEach(bucket -> sort(keys, addresses, starts[bucket], starts[bucket + 1]));
        return addresses;
    }

    /** Keys that part the rows into buckets of about the same size; equal keys always share one. */
    private long[] splitters() {
        int size = Arrays.stream(used).sum();
        int buckets = Math.min(Short.MAX_VALUE, size / BUCKET_ROWS);
        if (buckets < 2) {
            return new long[0];
        }
        int step = Math.max(1, BUCKET_ROWS / SAMPLES_PER_BUCKET);
        long[] sample = IntStream.range(0, chunks.size())
                .boxed()
                .flatMapToLong(chunk -> IntStream.iterate(0, row -> row < used[chunk], row -> row + step)
                        .mapToLong(row -> column.apply(chunks.get(chunk))[row]))
                .sorted()
                .toArray();
        return IntStream.range(1, buckets)
                .mapToLong(i -> sample[(int) ((long) i * sample.length / buckets)])
                .distinct()
                .toArray();
    }

    private short[] bucketsOf(int chunk) {
        long[] keys = column.apply(chunks.get(chunk));
        short[] buckets = new short[used[chunk]];
        for (int row = 0; row < buckets.length; row++) {
            int bucket = bucketOf(keys[row]);
            buckets[row] = (short) bucket;
            cursors[chunk][bucket]++;
        }
        return buckets;
    }

    /** The number of splitters that are not greater than a key. */
    private int bucketOf(long key) {
        int low = 0;
        int high = splitters.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (splitters[middle] <= key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where each bucket starts, with the end of the last one behind. */
    private int[] turnCountsToCursors() {
        int[] starts = new int[splitters.length + 2];
        int next = 0;
        for (int bucket = 0; bucket <= splitters.length; bucket++) {
            starts[bucket] = next;
            for (int[] cursor : cursors) {
                int count = cursor[bucket];
                cursor[bucket] = next;
                next += count;
            }
        }
        starts[splitters.length + 1] = next;
        return starts;
    }

    private void deal(int chunk, short[] buckets, long[] keys, int[] addresses) {
        long[] from = column.apply(chunks.get(chunk));
        int[] cursor = cursors[chunk];
        for (int row = 0; row < buckets.length; row++) {
            int to = cursor[buckets[row]]++;
            keys[to] = from[row];
            addresses[to] = chunk << CHUNK_BITS | row;
        }
    }

    private void sort(long[] keys, int[] addresses, int first, int end) {
        RadixSort.sort(keys, addresses, first, end);
        int runStart = first;
        for (int i = first + 1; i <= end; i++) {
            if (i == end || keys[i] != keys[runStart]) {
                if (i - runStart > 1) {
                    sortById(addresses, runStart, i);
                }
                runStart = i;
            }
        }
    }

    private void sortById(int[] addresses, int first, int end) {
        long[] ids = new long[end - first];
        int[] tied = Arrays.copyOfRange(addresses, first, end);
        for (int i = 0; i < ids.length; i++) {
            ids[i] = chunks.get(tied[i] >>> CHUNK_BITS).id[tied[i] & (CHUNK_ROWS - 1)];
        }
        RadixSort.sort(ids, tied, 0, ids.length);
        System.arraycopy(tied, 0, addresses, first, tied.length);
    }
}
