package se.lykta.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh, migrated PostGIS database for one test.
 *
 * <p>The first use in a JVM starts a private cluster in a temporary directory and migrates a template; every database is
 * a copy of that, made in about 0.1 s, and is dropped at the end. The cluster goes with the JVM.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final DatabaseSettings settings;
    private final Database database;

    private TestDatabase(DatabaseSettings settings) {
        this.settings = settings;
        this.database = Database.connect(settings);
    }

    /** A database with all migrations and nothing in it. */
    public static TestDatabase create() {
        return new TestDatabase(copyOf(Cluster.TEMPLATE));
    }

    /** Where an empty database is, without PostGIS and without a table; it is left to the end of the JVM. */
    static DatabaseSettings createBare() {
        return copyOf("template0");
    }

    /** Runs one statement as the superuser of the cluster, in its default database. */
    static void administrate(String sql) {
        execute(Cluster.SERVER.settings(), sql);
    }

    /** The database. */
    public Database database() {
        return database;
    }

    /** Where it is, for a second pool or connection. */
    public DatabaseSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        database.close();
        administrate("DROP DATABASE IF EXISTS " + settings.database() + " WITH (FORCE)");
    }

    private static DatabaseSettings copyOf(String template) {
        String name = "test_" + NUMBERS.incrementAndGet();
        administrate("CREATE DATABASE " + name + " TEMPLATE " + template);
        return Cluster.SERVER.settings().withDatabase(name);
    }

    private static void execute(DatabaseSettings where, String sql) {
        try (Connection connection = where.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Made at first use, by the rules of class initialisation once. */
    private static final class Cluster {

        static final String TEMPLATE = "template_lykta";
        static final LocalPostgis SERVER = start();

        /** Nothing of a test needs to survive a power cut. */
        private static LocalPostgis start() {
            try {
                Path directory = Files.createTempDirectory("lykta-test-postgis-");
                LocalPostgis server = LocalPostgis.start(
                        directory,
                        Map.of(
                                "fsync", "off",
                                "synchronous_commit", "off",
                                "full_page_writes", "off",
                                "max_connections", "300"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
                execute(server.settings(), "CREATE DATABASE " + TEMPLATE);
                Database.open(server.settings().withDatabase(TEMPLATE)).close();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(LocalPostgis server, Path directory) {
            server.close();
            try {
                ClusterFiles.removeTree(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
