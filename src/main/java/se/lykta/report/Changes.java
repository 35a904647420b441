package se.lykta.report;

import java.util.Arrays;
import java.util.List;

/**
 * What happened to reports after an outbox number.
 *
 * <p>A final class and no record because it holds an array. Immutable by agreement: nobody writes into the array.
 */
public final class Changes {

    private static final int MOST_STEPS = 128;
    private static final int MOST_REPORTS = 1000;

    private final long number;
    private final boolean gap;
    private final List<ReportPoint> changed;
    private final long[] removed;
    private final List<OutboxLine> lines;

    private Changes(long number, boolean gap, List<ReportPoint> changed, long[] removed, List<OutboxLine> lines) {
        this.number = number;
        this.gap = gap;
        this.changed = List.copyOf(changed);
        this.removed = removed.clone();
        this.lines = List.copyOf(lines);
    }

    /**
     * Changes up to a number.
     *
     * @param removed ordered
     * @param lines the lines they come from, in order
     */
    static Changes of(long number, List<ReportPoint> changed, long[] removed, List<OutboxLine> lines) {
        return new Changes(number, false, changed, removed, lines);
    }

    static Changes reload(long number) {
        return new Changes(number, true, List.of(), new long[0], List.of());
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

    /**
     * The same changes one number after the other, each report at the last number that names it.
     *
     * <p>A reader that takes them one by one has, in the end, for every report the number of its last change, whatever
     * the batches were in which it was told: so all processes agree. Of more than {@value #MOST_STEPS} lines, or reports
     * without end, one step is made.
     */
    public List<Changes> steps() {
        if (lines.size() <= 1 || lines.size() > MOST_STEPS || changed.size() + removed.length > MOST_REPORTS) {
            return List.of(this);
        }
        return lines.stream().map(this::step).toList();
    }

    private Changes step(OutboxLine line) {
        return of(
                line.number(),
                changed.stream().filter(point -> isLast(line, point.id())).toList(),
                Arrays.stream(removed).filter(id -> isLast(line, id)).toArray(),
                List.of(line));
    }

    private boolean isLast(OutboxLine line, long id) {
        return line.names(id) && lines.stream().noneMatch(other -> other.number() > line.number() && other.names(id));
    }
}
