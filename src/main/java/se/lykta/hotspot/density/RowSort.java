package se.lykta.hotspot.density;

/**
 * Sorts row numbers by a primitive comparison: the JDK can't without one object a row.
 *
 * <p>Stable top-down merge sort, insertion sort for short runs; O(n log n), one extra array of ints.
 */
public final class RowSort {

    private static final int SHORT_RUN = 12;

    /** Says whether one row has to stand before another. */
    public interface Before {
        boolean test(int rowA, int rowB);
    }

    private RowSort() {}

    /** The rows 0..n-1 in order. */
    public static int[] sort(int n, Before before) {
        int[] rows = new int[n];
        for (int i = 0; i < n; i++) {
            rows[i] = i;
        }
        sort(rows.clone(), rows, 0, n, before);
        return rows;
    }

    /** Sorts from..to of {@code to}, of which {@code work} holds the same rows at the start. */
    private static void sort(int[] work, int[] result, int start, int end, Before before) {
        if (end - start <= SHORT_RUN) {
            insertionSort(result, start, end, before);
            return;
        }
        int middle = (start + end) >>> 1;
        sort(result, work, start, middle, before);
        sort(result, work, middle, end, before);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = right >= end || (left < middle && !before.test(work[right], work[left]));
            result[i] = takeLeft ? work[left++] : work[right++];
        }
    }

    private static void insertionSort(int[] rows, int start, int end, Before before) {
        for (int i = start + 1; i < end; i++) {
            int row = rows[i];
            int at = i;
            while (at > start && before.test(row, rows[at - 1])) {
                rows[at] = rows[at - 1];
                at--;
            }
            rows[at] = row;
        }
    }
}
