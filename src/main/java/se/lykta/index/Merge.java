package se.lykta.index;

/** Merges changed rows into sorted columns: one pass, unchanged stretches are copied as blocks. */
final class Merge {

    private Merge() {}

    /**
     * The sorted columns without the rows that are gone and with the fresh ones. O(n + m log n).
     *
     * @param old sorted columns
     * @param gone rows of {@code old} to leave out, ascending
     * @param fresh sorted columns, of which the rows {@code freshFirst..freshEnd-1} are taken; what they replace is gone
     */
    static Columns of(Columns old, int[] gone, Columns fresh, int freshFirst, int freshEnd) {
        var merged = new Columns(old.size() - gone.length + freshEnd - freshFirst);
        int at = 0;
        int oldRow = 0;
        int nextGone = 0;
        int nextFresh = freshFirst;
        while (oldRow < old.size() || nextFresh < freshEnd) {
            int end = nextGone < gone.length ? gone[nextGone] : old.size();
            boolean insert = nextFresh < freshEnd;
            int stop = insert ? old.firstNotBefore(oldRow, end, fresh.morton[nextFresh], fresh.id[nextFresh]) : end;
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
}
