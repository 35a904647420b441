package se.lykta.report;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.lykta.taxonomy.Taxonomy;

/**
 * Tells readers which reports there are and what has changed since they last asked.
 *
 * <p>The one way from the tables to the read index. A reader loads everything once, remembers the number it stands for,
 * listens on {@link #CHANNEL}, and asks for the changes after its number whenever it is woken. A lost notification costs
 * nothing but time. Every answer is read in one REPEATABLE READ transaction, so that points and number belong together.
 * Safe for use by many threads.
 */
public final class ChangeFeed {

    /** The channel on which PostgreSQL notifies at every commit that changed reports. */
    public static final String CHANNEL = "lykta_report";

    /** What one full load may take of the pool and of the server. */
    private static final int MOST_CONNECTIONS = 4;

    private static final int FEWEST_CONNECTIONS = 2;

    private final Jdbi jdbi;
    private final PointCopyStore points;
    private final OutboxStore outbox = new OutboxStore();

    /**
     * A feed of one database.
     *
     * @param zone in which hours and weekdays are meant
     */
    public ChangeFeed(Jdbi jdbi, Taxonomy taxonomy, ZoneId zone) {
        this.jdbi = jdbi;
        this.points = new PointCopyStore(jdbi, taxonomy, new ZoneClock(zone));
    }

    /**
     * Loads every report, in no particular order, over several connections that see the same moment; streaming, memory
     * does not grow with their number.
     *
     * @return the outbox number this load stands for, to ask {@link #since} with
     */
    public long load(PointSink sink, LoadProgress progress) {
        return load(sink, progress, connections(), (handle, newest) -> newest);
    }

    /**
     * The same, and what had changed after a number at the moment of the load, however much that is: for looking whether
     * a reader that stands at the number would come to the same reports.
     */
    public Changes loadAndSince(PointSink sink, long number) {
        return load(
                sink, LoadProgress.SILENT, connections(), (handle, newest) -> since(handle, number, Integer.MAX_VALUE));
    }

    /**
     * Hands over every report, in no particular order, on one connection; the reader must not keep the view.
     *
     * @return the outbox number this load stands for
     */
    public long forEachView(Consumer<PointView> reader) {
        return load(() -> reader, LoadProgress.SILENT, 1, (handle, newest) -> newest);
    }

    /** The same with an object for each that may be kept. */
    public long forEachPoint(Consumer<ReportPoint> reader) {
        return forEachView(view -> reader.accept(ReportPoint.of(view)));
    }

    /** The number of the newest change; cheap, for looking whether there is any. */
    public long newest() {
        return jdbi.withHandle(handle -> head(handle).newest());
    }

    private <T> T load(PointSink sink, LoadProgress progress, int connections, AfterLoad<T> after) {
        return points.atOneMoment(handle -> {
            handle.execute("LOCK TABLE report IN ACCESS SHARE MODE"); // before the moment is fixed: no rewrite between
            Head head = head(handle);
            ParallelLoad.run(points, handle, connections, sink, progress);
            return after.answer(handle, head.newest());
        });
    }

    private static int connections() {
        int processors = Runtime.getRuntime().availableProcessors();
        return Math.max(FEWEST_CONNECTIONS, Math.min(MOST_CONNECTIONS, processors));
    }

    /**
     * What changed after a number.
     *
     * @param number what the last answer stood for
     * @param limit of more lines or report ids than this the answer is a gap: loading everything is quicker than that many
     *     changes. It is never a part of the lines, for the reports are read as they are now: with the number of a line
     *     in between they would be newer than their number, and two readers would have different reports under one
     */
    public Changes since(long number, int limit) {
        return points.atOneMoment(handle -> since(handle, number, limit));
    }

    private Changes since(Handle handle, long number, int limit) throws SQLException {
        Head head = head(handle);
        if (number < head.horizon() || number > head.newest()) {
            return Changes.reload(head.newest());
        }
        IdRanges ranges = new IdRanges();
        List<OutboxLine> lines = lines(handle, number, limit + 1L);
        lines.forEach(line -> ranges.add(line.first(), line.last()));
        boolean tooMany = lines.size() > limit || ranges.size() > limit;
        return tooMany ? Changes.reload(head.newest()) : changes(handle, number, ranges, lines);
    }

    /**
     * Forgets lines written before a time, as a job does now and then; one process at a time, others do nothing. Readers that
     * stand behind the lines are told to reload.
     *
     * @return how many lines were forgotten
     */
    public int prune(Instant before) {
        return jdbi.inTransaction(handle -> outbox.prune(handle, before));
    }

    private Changes changes(Handle handle, long number, IdRanges ranges, List<OutboxLine> lines) throws SQLException {
        List<ReportPoint> changed = new ArrayList<>();
        if (lines.isEmpty()) {
            return Changes.of(number, changed, new long[0], lines);
        }
        points.readIds(handle, ranges, view -> changed.add(ReportPoint.of(view)));
        long[] present = changed.stream().mapToLong(ReportPoint::id).toArray();
        return Changes.of(lines.get(lines.size() - 1).number(), changed, ranges.without(present), lines);
    }

    private static Head head(Handle handle) {
        return handle.createQuery("""
                        SELECT h.number, greatest(h.number, (SELECT max(o.number) FROM outbox o))
                        FROM outbox_horizon h
                        """)
                .map((rows, context) -> new Head(rows.getLong(1), rows.getLong(2)))
                .one();
    }

    private static List<OutboxLine> lines(Handle handle, long after, long limit) {
        return handle.createQuery("""
                        SELECT number, first_report_id, last_report_id FROM outbox
                        WHERE number > :after ORDER BY number LIMIT :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map((rows, context) -> new OutboxLine(rows.getLong(1), rows.getLong(2), rows.getLong(3)))
                .list();
    }

    private interface AfterLoad<T> {
        T answer(Handle handle, long newest) throws SQLException;
    }

    private record Head(long horizon, long newest) {}
}
