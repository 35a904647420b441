package se.lykta.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.postgresql.PGStatement;
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

    private static final int ROWS_AT_ONCE = 10_000;

    private static final String POINTS = "SELECT " + PointRow.COLUMNS + " FROM report r ";

    private final Jdbi jdbi;
    private final Taxonomy taxonomy;
    private final ZoneClock clock;
    private final OutboxStore outbox = new OutboxStore();

    /**
     * A feed of one database.
     *
     * @param zone in which hours and weekdays are meant
     */
    public ChangeFeed(Jdbi jdbi, Taxonomy taxonomy, ZoneId zone) {
        this.jdbi = jdbi;
        this.taxonomy = taxonomy;
        this.clock = new ZoneClock(zone);
    }

    /**
     * Hands over every report, in no particular order, streaming: memory does not grow with their number.
     *
     * @return the outbox number this load stands for, to ask {@link #since} with
     */
    public long forEachPoint(Consumer<ReportPoint> reader) {
        return snapshot(handle -> {
            Head head = head(handle);
            try (PreparedStatement statement = handle.getConnection().prepareStatement(POINTS)) {
                readPoints(statement, reader);
            }
            return head.newest();
        });
    }

    /**
     * What changed after a number.
     *
     * @param number what the last answer stood for
     * @param limit at most about so many report ids are looked at; what is left comes with the next call. A single line
     *     that is longer (an import) is answered by a gap: loading everything is quicker than that many changes
     */
    public Changes since(long number, int limit) {
        return snapshot(handle -> {
            Head head = head(handle);
            if (number < head.horizon() || number > head.newest()) {
                return Changes.reload(head.newest());
            }
            IdRanges ranges = new IdRanges();
            long reached = number;
            for (Line line : lines(handle, number, limit)) {
                if (ranges.size() > 0 && ranges.size() + line.size() > limit) {
                    break;
                }
                ranges.add(line.first(), line.last());
                reached = line.number();
            }
            return ranges.size() > limit ? Changes.reload(head.newest()) : changes(handle, reached, ranges);
        });
    }

    /**
     * Forgets lines written before a time, as a job does now and then. Readers that stand behind them are told to reload.
     *
     * @return how many lines were forgotten
     */
    public int prune(Instant before) {
        return jdbi.inTransaction(handle -> outbox.prune(handle, before));
    }

    private Changes changes(Handle handle, long reached, IdRanges ranges) throws SQLException {
        List<ReportPoint> changed = new ArrayList<>();
        String sql = POINTS + """
                JOIN unnest(?::bigint[], ?::bigint[]) AS line (first, last) ON r.id BETWEEN line.first AND line.last
                ORDER BY r.id
                """;
        Connection connection = handle.getConnection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", ranges.firsts()));
            statement.setArray(2, connection.createArrayOf("bigint", ranges.lasts()));
            readPoints(statement, changed::add);
        }
        LongStream present = changed.stream().mapToLong(ReportPoint::id);
        return new Changes(reached, false, changed, ranges.without(present.toArray()));
    }

    private void readPoints(PreparedStatement statement, Consumer<ReportPoint> reader) throws SQLException {
        // Binary from the first execution on: parsing a million decimal numbers costs more than reading them.
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        statement.setFetchSize(ROWS_AT_ONCE);
        PointRow row = new PointRow(taxonomy, clock);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.accept(row.read(rows));
            }
        }
    }

    private static Head head(Handle handle) {
        return handle.createQuery("""
                        SELECT h.number, greatest(h.number, (SELECT max(o.number) FROM outbox o))
                        FROM outbox_horizon h
                        """)
                .map((rows, context) -> new Head(rows.getLong(1), rows.getLong(2)))
                .one();
    }

    private static List<Line> lines(Handle handle, long after, int limit) {
        return handle.createQuery("""
                        SELECT number, first_report_id, last_report_id FROM outbox
                        WHERE number > :after ORDER BY number LIMIT :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map((rows, context) -> new Line(rows.getLong(1), rows.getLong(2), rows.getLong(3)))
                .list();
    }

    private <T> T snapshot(Reading<T> reading) {
        try {
            return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
                handle.execute("SET TRANSACTION READ ONLY");
                return reading.read(handle);
            });
        } catch (SQLException e) {
            throw new IllegalStateException("reports can't be read from the database", e);
        }
    }

    private interface Reading<T> {
        T read(Handle handle) throws SQLException;
    }

    private record Head(long horizon, long newest) {}

    private record Line(long number, long first, long last) {

        long size() {
            return last - first + 1;
        }
    }
}
