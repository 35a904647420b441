package se.lykta.index;

import java.util.ArrayList;
import java.util.List;

/**
 * The leaves of a snapshot in order: which leaf a row or a place is in, and what whole leaves say.
 *
 * <p>A few words per leaf, so that it is cheap to make anew for every change; the leaves themselves are shared. Rows are
 * numbered through all leaves. Invariants: no leaf is empty; leaves have {@value Page#LEAST} to {@value Page#MOST} rows unless there is
 * only one; rows ascend by Morton code, then id, within and between leaves. Immutable.
 */
final class Leaves {

    /** Every so many rows have their leaf noted; at most one leaf more starts among them. */
    private static final int HINT_BITS = Integer.numberOfTrailingZeros(Page.LEAST);

    final Leaf[] leaves;

    /** The first row of each leaf, and the number of all rows behind. */
    final int[] startRow;

    private final long[] firstMorton;
    private final int[] hints;
    private final Prefixes totals;
    private final Sums sums;

    /** The given leaves, not to be changed any more. */
    Leaves(Leaf[] leaves) {
        this.leaves = leaves;
        this.startRow = new int[leaves.length + 1];
        this.firstMorton = new long[leaves.length];
        this.totals = new Prefixes(leaves.length);
        this.sums = new Sums(leaves.length);
        for (int i = 0; i < leaves.length; i++) {
            Summary total = leaves[i].total();
            startRow[i + 1] = Math.addExact(startRow[i], leaves[i].size());
            firstMorton[i] = leaves[i].columns.morton[0];
            totals.set(i, total);
            sums.set(i, total.sumX(), total.sumY());
        }
        this.hints = hints();
    }

    int size() {
        return startRow[leaves.length];
    }

    /** The least Morton code of each leaf. */
    long[] firstMortons() {
        return firstMorton.clone();
    }

    /** The number of the leaf that holds a row. */
    int leafOf(int row) {
        int leaf = hints[row >>> HINT_BITS];
        while (startRow[leaf + 1] <= row) {
            leaf++;
        }
        return leaf;
    }

    /** The first row whose Morton code is at least the given one. */
    int firstAtOrAfter(long morton) {
        int low = 0;
        int high = leaves.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (firstMorton[middle] < morton) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : startRow[low - 1] + firstAtOrAfter(leaves[low - 1].columns.morton, morton);
    }

    private static int firstAtOrAfter(long[] codes, long morton) {
        int low = 0;
        int high = codes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (codes[middle] < morton) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Adds the rows {@code first..end-1} that count. */
    void addTo(Aggregate into, int first, int end) {
        if (first >= end) {
            return;
        }
        int firstLeaf = leafOf(first);
        int lastLeaf = leafOf(end - 1);
        int from = first - startRow[firstLeaf];
        int to = end - startRow[lastLeaf];
        if (firstLeaf == lastLeaf) {
            leaves[firstLeaf].addAll(into, from, to);
            return;
        }
        leaves[firstLeaf].addAll(into, from, leaves[firstLeaf].size());
        into.addCounting(totals, firstLeaf + 1, lastLeaf);
        sums.addTo(into, firstLeaf + 1, lastLeaf);
        leaves[lastLeaf].addAll(into, 0, to);
    }

    /** Adds those of the rows {@code first..end-1} that a choice wants. */
    void addTo(Aggregate into, Choice choice, int first, int end) {
        forEachLeaf(first, end, (leaf, from, to, row) -> {
            if (choice.takesCounting(leaf)) {
                leaf.addAll(into, from, to);
            } else if (!choice.misses(leaf)) {
                addTo(into, choice, leaf, from, to);
            }
        });
    }

    private static void addTo(Aggregate into, Choice choice, Leaf leaf, int first, int end) {
        for (int block = first / Leaf.BLOCK; block * Leaf.BLOCK < end; block++) {
            long wanted = choice.wanted(leaf, block, Leaf.rowsOf(block, first, end));
            if (wanted != 0) {
                into.add(leaf, block, wanted);
            }
        }
    }

    /** Hands over those of the rows {@code first..end-1} that a choice wants, as words of bits. */
    void forEachWord(Choice choice, int first, int end, Snapshot.Words consumer) {
        forEachLeaf(first, end, (leaf, from, to, row) -> {
            if (choice.misses(leaf)) {
                return;
            }
            for (int block = from / Leaf.BLOCK; block * Leaf.BLOCK < to; block++) {
                long wanted = choice.wanted(leaf, block, Leaf.rowsOf(block, from, to));
                if (wanted != 0) {
                    consumer.accept(row - from + block * Leaf.BLOCK, wanted);
                }
            }
        });
    }

    /** Hands over the leaves with the rows {@code first..end-1}. */
    void forEachLeaf(int first, int end, Stretch consumer) {
        int row = first;
        while (row < end) {
            int leaf = leafOf(row);
            int start = startRow[leaf];
            int stop = Math.min(end, startRow[leaf + 1]);
            consumer.accept(leaves[leaf], row - start, stop - start, row);
            row = stop;
        }
    }

    /** Takes the rows {@code first..end-1} of a leaf; the first of them is the row {@code row} of all. */
    interface Stretch {
        void accept(Leaf leaf, int first, int end, int row);
    }

    /**
     * The leaves after a change; those it does not touch are the same.
     *
     * @param gone places and ids of rows to leave out, sorted as rows are; all must exist
     * @param fresh rows to put in, sorted; none may exist but those that are gone
     */
    Leaves with(RowKeys gone, Columns fresh) {
        if (leaves.length == 0) {
            return of(Page.settle(List.of(fresh)));
        }
        List<Columns> pages = new ArrayList<>(leaves.length + 1);
        int nextGone = 0;
        int nextFresh = 0;
        for (int i = 0; i < leaves.length; i++) {
            int endGone = i + 1 < leaves.length ? gone.firstNotBefore(nextGone, start(i + 1)) : gone.size();
            int endFresh = i + 1 < leaves.length
                    ? fresh.firstNotBefore(nextFresh, fresh.size(), firstMorton[i + 1], start(i + 1).id[0])
                    : fresh.size();
            Columns page = leaves[i].columns;
            boolean touched = endGone > nextGone || endFresh > nextFresh;
            pages.add(
                    touched ? Merge.of(page, gone.rowsIn(page, nextGone, endGone), fresh, nextFresh, endFresh) : page);
            nextGone = endGone;
            nextFresh = endFresh;
        }
        return of(Page.settle(pages));
    }

    private Columns start(int leaf) {
        return leaves[leaf].columns;
    }

    /** Leaves of pages; a page that has one here keeps it. */
    private Leaves of(List<Columns> pages) {
        Leaf[] next = new Leaf[pages.size()];
        int old = 0;
        for (int i = 0; i < next.length; i++) {
            Columns page = pages.get(i);
            while (old < leaves.length && leaves[old].columns.compare(0, page.morton[0], page.id[0]) < 0) {
                old++;
            }
            boolean kept = old < leaves.length && leaves[old].columns == page;
            next[i] = kept ? leaves[old] : new Leaf(page);
        }
        return new Leaves(next);
    }

    private int[] hints() {
        int[] leafAt = new int[(size() >>> HINT_BITS) + 1];
        int leaf = 0;
        for (int i = 0; i < leafAt.length; i++) {
            while (leaf + 1 < leaves.length && startRow[leaf + 1] <= i << HINT_BITS) {
                leaf++;
            }
            leafAt[i] = leaf;
        }
        return leafAt;
    }
}
