package se.lykta.index;

import java.util.Arrays;

/** Merges changed rows into sorted columns: one pass, unchanged stretches are copied as blocks. */
final class Merge {

    private Merge() {}

    /**
     * The sorted columns without the stale ids and with the fresh rows.
     *
     * @param old sorted columns
     * @param stale ids to leave out, ascending
     * @param fresh sorted columns, whose ids are stale or not in {@code old}
     */
    static Columns of(Columns old, long[] stale, Columns fresh) {
        int[] gone = rowsOf(old, stale);
        var merged = new Columns(old.size() - gone.length + fresh.size());
        int at = 0;
        int oldRow = 0;
        int nextGone = 0;
        int nextFresh = 0;
        while (oldRow < old.size() || nextFresh < fresh.size()) {
            int end = nextGone < gone.length ? gone[nextGone] : old.size();
            boolean insert = nextFresh < fresh.size();
            int stop = insert ? firstAfter(old, oldRow, end, fresh, nextFresh) : end;
            merged.copy(old, oldRow, at, stop - oldRow);
            at += stop - oldRow;
            oldRow = stop;
            if (oldRow == end && nextGone < gone.length) {
                oldRow++;
                nextGone++;
            } else if (insert) {
                merged.copy(fresh, nextFresh++, at++, 1);
            }
        }
        return merged;
    }

    /** The rows that hold one of the ids, ascending. */
    private static int[] rowsOf(Columns columns, long[] sortedIds) {
        int[] rows = new int[Math.min(columns.size(), sortedIds.length)];
        int found = 0;
        for (int row = 0; row < columns.size() && found < rows.length; row++) {
            if (Arrays.binarySearch(sortedIds, columns.id[row]) >= 0) {
                rows[found++] = row;
            }
        }
        return Arrays.copyOf(rows, found);
    }

    /** The first row of {@code first..end-1} that comes after the fresh one; {@code end} if there is none. */
    private static int firstAfter(Columns old, int first, int end, Columns fresh, int freshRow) {
        int low = first;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Columns.compare(old, middle, fresh, freshRow) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
