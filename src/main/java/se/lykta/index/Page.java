package se.lykta.index;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a sorted list that is never changed once it is shared: a change makes new pages where it falls and shares all others.
 *
 * <p>{@link #settle} keeps pages between {@value #LEAST} and {@value #MOST} rows, so that a change copies a few thousand
 * rows whatever the size of the list, and the list of pages stays short enough to be copied with every change.
 *
 * @param <P> the kind of page
 */
interface Page<P extends Page<P>> {

    /** Rows of a page that was cut. */
    int TARGET = 4096;

    /** No page has more rows. */
    int MOST = 2 * TARGET;

    /** No page has fewer rows, unless it is the only one. */
    int LEAST = TARGET / 2;

    /** How many rows it has. */
    int size();

    /** A copy of the rows {@code first..end-1}. */
    P part(int first, int end);

    /** These rows and those of the following page as one. */
    P join(P next);

    /**
     * The same rows in pages of a good size: empty ones go, small ones join a neighbour, large ones are cut evenly. A page
     * that is fine and has no small neighbour is returned as it is.
     */
    static <P extends Page<P>> List<P> settle(List<P> pages) {
        List<P> settled = new ArrayList<>(pages.size() + 1);
        for (P page : pages) {
            int last = settled.size() - 1;
            if (page.size() > 0
                    && last >= 0
                    && Math.min(page.size(), settled.get(last).size()) < LEAST) {
                cut(settled.remove(last).join(page), settled);
            } else if (page.size() > 0) {
                cut(page, settled);
            }
        }
        return settled;
    }

    private static <P extends Page<P>> void cut(P page, List<P> into) {
        if (page.size() <= MOST) {
            into.add(page);
            return;
        }
        int parts = partsOf(page.size());
        for (int i = 0; i < parts; i++) {
            into.add(page.part(startOf(i, parts, page.size()), startOf(i + 1, parts, page.size())));
        }
    }

    /** Into how many pages so many rows are cut; 0 for none. */
    static int partsOf(int size) {
        return size == 0 ? 0 : Math.max(1, Math.round((float) size / TARGET));
    }

    /** The first row of part number {@code part}. */
    static int startOf(int part, int parts, int size) {
        return (int) ((long) part * size / parts);
    }
}
