package se.lykta.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import se.lykta.db.BenchCluster;
import se.lykta.db.Database;
import se.lykta.db.DatabaseSettings;
import se.lykta.taxonomy.Taxonomy;

/**
 * A migrated PostGIS of its own with so many generated reports in the real table, indexes and statistics as they should be.
 *
 * <p>{@code --reports}, {@code --seed} and {@code --keep DIR} say what is in it; with the last one the cluster stays in
 * {@code DIR} and the next run finds its reports there. Nothing is written durably, it is for measurements only.
 */
final class BenchDatabase implements AutoCloseable {

    /** To be raised when the generator or the table changes, so that kept reports are made anew. */
    private static final int VERSION = 1;

    private static final int MANY = 3_000_000;
    private static final int BUFFER = 1 << 18;
    private static final int PROGRESS = 1_000_000;

    private final BenchCluster cluster;
    private final Database database;

    private BenchDatabase(BenchCluster cluster, Database database) {
        this.cluster = cluster;
        this.database = database;
    }

    /** The options this takes, with their defaults. */
    static Map<String, String> options(String reports) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("reports", reports);
        options.put("seed", "1");
        options.put("keep", "");
        return options;
    }

    /** Starts the server, and fills the table if it isn't yet. */
    static BenchDatabase open(BenchOptions options, Output output) throws SQLException {
        int reports = options.number("reports");
        Optional<Path> kept = options.findPath("keep")
                .map(directory -> directory.resolve("reports-%d-seed-%d".formatted(reports, options.seed())));
        BenchCluster cluster = BenchCluster.start(kept, configuration(reports));
        try {
            Database database = Database.open(cluster.settings());
            var opened = new BenchDatabase(cluster, database);
            opened.fill(reports, options.seed(), output);
            return opened;
        } catch (SQLException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    Database database() {
        return database;
    }

    DatabaseSettings settings() {
        return database.settings();
    }

    /** A connection outside the pool, with a backend of its own. */
    Connection connect() throws SQLException {
        return cluster.connect();
    }

    /** The process that answers a connection, for {@link CpuClock#ofMainThread}. */
    static int backend(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    @Override
    public void close() {
        database.close();
        cluster.close();
    }

    /** As a good administrator has it on a machine with a few gigabytes to spare, but nothing durable. */
    private static Map<String, String> configuration(int reports) {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("shared_buffers", reports > MANY ? "3GB" : "1GB");
        configuration.put("work_mem", "128MB");
        configuration.put("maintenance_work_mem", "1GB");
        configuration.put("effective_cache_size", "8GB");
        configuration.put("random_page_cost", "1.1");
        configuration.put("fsync", "off");
        configuration.put("synchronous_commit", "off");
        configuration.put("full_page_writes", "off");
        configuration.put("wal_level", "minimal");
        configuration.put("max_wal_senders", "0");
        configuration.put("checkpoint_timeout", "1h");
        configuration.put("autovacuum", "off");
        return configuration;
    }

    private void fill(int reports, long seed, Output output) throws SQLException {
        String wanted = "version %d, %d reports, seed %d".formatted(VERSION, reports, seed);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS bench_content (content text)");
            if (texts(statement, "SELECT content FROM bench_content").contains(wanted)) {
                output.step("%d reports are there from an earlier run", reports);
                return;
            }
            output.step("writing %d reports", reports);
            List<String> spatial = texts(statement, "SELECT indexdef FROM pg_indexes WHERE indexname = 'report_geom'");
            statement.execute("DROP INDEX IF EXISTS report_geom");
            connection.setAutoCommit(false);
            statement.execute("TRUNCATE report CASCADE");
            copy(connection, reports, seed, output);
            connection.commit();
            connection.setAutoCommit(true);
            finish(statement, spatial, reports);
            statement.execute("INSERT INTO bench_content VALUES ('" + wanted + "')");
            output.step("%d reports are written, indexed and analysed", reports);
        }
    }

    private static void finish(Statement statement, List<String> indexes, int reports) throws SQLException {
        for (String index : indexes) {
            statement.execute(index);
        }
        statement.execute("SELECT setval(pg_get_serial_sequence('report', 'id'), " + reports + ")");
        statement.execute("INSERT INTO outbox (first_report_id, last_report_id) VALUES (1, " + reports + ")");
        statement.execute("VACUUM (ANALYZE) report");
        statement.execute("CHECKPOINT");
    }

    private static void copy(Connection connection, int reports, long seed, Output output) throws SQLException {
        Taxonomy taxonomy = Taxonomy.load();
        var generator = new BenchReports(taxonomy, seed);
        var row = new CopyRow(taxonomy);
        var lines = new StringBuilder(2 * BUFFER);
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY report (" + CopyRow.COLUMNS + ") FROM STDIN WITH (FREEZE)");
        for (int id = 1; id <= reports; id++) {
            row.append(generator.report(id), lines);
            if (lines.length() >= BUFFER || id == reports) {
                byte[] bytes = lines.toString().getBytes(StandardCharsets.ISO_8859_1);
                copy.writeToCopy(bytes, 0, bytes.length);
                lines.setLength(0);
            }
            if (id % PROGRESS == 0) {
                output.step("%d of %d", id, reports);
            }
        }
        copy.endCopy();
    }

    static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
