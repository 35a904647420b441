package se.lykta.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Taxonomy;

/**
 * The same reports as a good administrator would keep them for a tile server on PostGIS.
 *
 * <p>A narrow table with the counting reports only, so no state has to be filtered; the geometry already in the
 * projection of tiles, with a GiST index; attributes as the tiles show them; a cause mask, and an index on the time.
 * Rows in the order they came, as in any table that serves tiles. Vacuumed and analysed.
 */
final class PeerTable {

    private static final String CREATE = """
            CREATE TABLE bench_point AS
            SELECT r.id, ST_Transform(r.geom, 3857) AS geom, r.causes[1] AS cause, array_to_string(r.causes, ',') AS causes,
                   (SELECT bit_or(1::bigint << (array_position(%s, code) - 1)) FROM unnest(r.causes) code) AS cause_mask,
                   r.source, r.state, to_char(r.occurred_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD') AS date,
                   r.light, r.severity, r.occurred_at
            FROM report r
            WHERE r.state NOT IN ('received', 'in_review', 'rejected', 'duplicate')
            """;

    private PeerTable() {}

    /** Makes it, if it isn't there. */
    static void create(Connection connection, Taxonomy taxonomy) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!BenchDatabase.texts(statement, "SELECT 1 FROM pg_tables WHERE tablename = 'bench_point_ready'")
                    .isEmpty()) {
                return;
            }
            statement.execute("DROP TABLE IF EXISTS bench_point");
            statement.execute(CREATE.formatted(codesByBit(taxonomy)));
            statement.execute("ALTER TABLE bench_point ADD PRIMARY KEY (id)");
            statement.execute("CREATE INDEX ON bench_point USING gist (geom)");
            statement.execute("CREATE INDEX ON bench_point (occurred_at)");
            statement.execute("VACUUM (FREEZE, ANALYZE) bench_point");
            statement.execute("CREATE TABLE bench_point_ready ()");
        }
    }

    private static String codesByBit(Taxonomy taxonomy) {
        String[] codes = new String[Long.SIZE];
        Arrays.fill(codes, "");
        for (Cause cause : taxonomy.causes()) {
            codes[cause.bit()] = cause.code();
        }
        return Arrays.stream(codes).map(code -> "'" + code + "'").collect(Collectors.joining(",", "ARRAY[", "]"));
    }
}
