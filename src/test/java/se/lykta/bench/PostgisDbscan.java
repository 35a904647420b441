package se.lykta.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import se.lykta.db.BenchCluster;

/**
 * DBSCAN by PostGIS, {@code ST_ClusterDBSCAN} over a table that is in memory, in one process; its CPU time is that of the
 * backend alone. Used by one thread.
 */
final class PostgisDbscan implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final BenchCluster cluster =
            BenchCluster.start(Optional.empty(), Map.of("shared_buffers", "512MB", "fsync", "off"));

    /** Labels of the points, -1 for noise, and what they cost. */
    static final class Answer {

        final int[] labels;
        final double cpuSeconds;

        private Answer(int[] labels, double cpuSeconds) {
            this.labels = labels;
            this.cpuSeconds = cpuSeconds;
        }
    }

    Answer cluster(BenchPoints points, double eps, int minPts) throws SQLException, IOException {
        try (Connection connection = cluster.connect()) {
            fill(connection, points);
            return measure(connection, points.size(), eps, minPts);
        }
    }

    private static void fill(Connection connection, BenchPoints points) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
            statement.execute("CREATE TEMPORARY TABLE raw (id integer, x float8, y float8)");
            copy(connection.unwrap(PGConnection.class), points);
            statement.execute(
                    "CREATE TEMPORARY TABLE point AS SELECT id, ST_MakePoint(x, y) AS geom FROM raw ORDER BY id");
            statement.execute("ANALYZE point");
            statement.execute("SET max_parallel_workers_per_gather = 0");
            statement.execute("SET work_mem = '512MB'");
        }
    }

    private static void copy(PGConnection connection, BenchPoints points) throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn("COPY raw FROM STDIN");
        var lines = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            lines.append(i)
                    .append('\t')
                    .append(points.x()[i])
                    .append('\t')
                    .append(points.y()[i])
                    .append('\n');
            if (lines.length() > BUFFER || i == points.size() - 1) {
                byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
                copy.writeToCopy(bytes, 0, bytes.length);
                lines.setLength(0);
            }
        }
        copy.endCopy();
    }

    private static Answer measure(Connection connection, int size, double eps, int minPts) throws SQLException {
        CpuClock clock = CpuClock.ofMainThread(BenchDatabase.backend(connection));
        int[] labels = new int[size];
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id, coalesce(ST_ClusterDBSCAN(geom, ?, ?) OVER (), -1) FROM point")) {
            statement.setDouble(1, eps);
            statement.setInt(2, minPts);
            long start = clock.nanos();
            try (ResultSet rows = statement.executeQuery()) {
                double seconds = (clock.nanos() - start) / 1e9;
                while (rows.next()) {
                    labels[rows.getInt(1)] = rows.getInt(2);
                }
                return new Answer(labels, seconds);
            }
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
