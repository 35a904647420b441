package se.lykta.report;

import java.util.List;

/**
 * What happened to reports after an outbox number.
 *
 * <p>A final class and no record because it holds an array. Immutable by agreement: nobody writes into the array.
 */
public final class Changes {

    private final long number;
    private final boolean gap;
    private final List<ReportPoint> changed;
    private final long[] removed;

    /** Changes up to a number; {@link ChangeFeed} makes them. */
    public Changes(long number, boolean gap, List<ReportPoint> changed, long[] removed) {
        this.number = number;
        this.gap = gap;
        this.changed = List.copyOf(changed);
        this.removed = removed.clone();
    }

    static Changes reload(long number) {
        return new Changes(number, true, List.of(), new long[0]);
    }

    /** The outbox number the reader stands at after taking these changes. */
    public long number() {
        return number;
    }

    /** True if changes can't be told one by one (lines were pruned, or too many): load everything anew. */
    public boolean gap() {
        return gap;
    }

    /** Reports as they are now, added or changed, ordered by id, each once. */
    public List<ReportPoint> changed() {
        return changed;
    }

    /** Ids that are not there (any more), ordered; may name ids the reader never had. */
    public long[] removed() {
        return removed.clone();
    }
}
