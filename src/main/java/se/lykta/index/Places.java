package se.lykta.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where each report is, by its id.
 *
 * <p>Exists because a change tells the id only, and the old row must be found without looking at all rows. A sorted
 * list of {@link IdPage}s: O(log n) to find one, O(changes · page + n / page) to change. Immutable, safe for any number of
 * threads.
 */
final class Places {

    /** Stands for the place of an unknown id; no Morton code is below 0. */
    static final long NOWHERE = -1;

    private final List<IdPage> pages;
    private final long[] firstId;

    /** Pages in order, none empty. */
    Places(List<IdPage> pages) {
        this.pages = pages;
        this.firstId = pages.stream().mapToLong(page -> page.id[0]).toArray();
        for (int i = 1; i < firstId.length; i++) {
            if (lastId(pages.get(i - 1)) >= firstId[i]) {
                throw new IllegalArgumentException("report " + firstId[i] + " was given twice");
            }
        }
    }

    /** The Morton code of a report's place, or {@link #NOWHERE}. */
    long find(long id) {
        int page = pageOf(id);
        if (page < 0) {
            return NOWHERE;
        }
        int row = Arrays.binarySearch(pages.get(page).id, id);
        return row < 0 ? NOWHERE : pages.get(page).morton[row];
    }

    /** The places after changes, sorted by id, in which {@link #NOWHERE} takes an id away. */
    Places with(IdPage changes) {
        if (pages.isEmpty()) {
            IdPage nothing = changes.part(0, 0);
            return new Places(Page.settle(List.of(nothing.with(changes, 0, changes.size()))));
        }
        List<IdPage> changed = new ArrayList<>(pages);
        int next = 0;
        while (next < changes.size()) {
            int page = Math.max(0, pageOf(changes.id[next]));
            int end = page + 1 < firstId.length ? firstAtOrAfter(changes.id, next, firstId[page + 1]) : changes.size();
            changed.set(page, pages.get(page).with(changes, next, end));
            next = end;
        }
        return new Places(Page.settle(changed));
    }

    /** The last page that starts at or before an id; -1 if all start after it. */
    private int pageOf(long id) {
        int found = Arrays.binarySearch(firstId, id);
        return found >= 0 ? found : -2 - found;
    }

    private static int firstAtOrAfter(long[] ids, int from, long id) {
        int found = Arrays.binarySearch(ids, from, ids.length, id);
        return found >= 0 ? found : -1 - found;
    }

    private static long lastId(IdPage page) {
        return page.id[page.size() - 1];
    }
}
