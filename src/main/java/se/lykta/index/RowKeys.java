package se.lykta.index;

import java.util.Arrays;

/**
 * Places and ids of rows, sorted as rows are: by Morton code, then by id.
 *
 * <p>Exists to look up the old rows of a change. The arrays are not changed any more.
 */
final class RowKeys {

    final long[] morton;
    final long[] id;

    private RowKeys(long[] morton, long[] id) {
        this.morton = morton;
        this.id = id;
    }

    /** The rows of the ids that are known, given ascending. */
    static RowKeys of(Places places, long[] ascendingIds) {
        long[] morton = new long[ascendingIds.length];
        int[] from = new int[ascendingIds.length];
        int size = 0;
        for (int i = 0; i < ascendingIds.length; i++) {
            long place = places.find(ascendingIds[i]);
            if (place != Places.NOWHERE) {
                morton[size] = place;
                from[size++] = i;
            }
        }
        RadixSort.sort(morton, from, 0, size);
        return new RowKeys(
                Arrays.copyOf(morton, size),
                Arrays.stream(from, 0, size).mapToLong(i -> ascendingIds[i]).toArray());
    }

    int size() {
        return id.length;
    }

    /** The first key from {@code low} on that is not before the first of some sorted rows. */
    int firstNotBefore(int low, Columns rows) {
        int first = low;
        int end = size();
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (rows.compare(0, morton[middle], id[middle]) > 0) {
                first = middle + 1;
            } else {
                end = middle;
            }
        }
        return first;
    }

    /** Which rows of sorted columns have the keys {@code first..end-1}; all must be there. */
    int[] rowsIn(Columns columns, int first, int end) {
        int[] rows = new int[end - first];
        for (int i = first; i < end; i++) {
            rows[i - first] = columns.firstNotBefore(0, columns.size(), morton[i], id[i]);
        }
        return rows;
    }
}
