package se.lykta.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server with PostGIS that is ours alone: own directory, own free port on the loopback, own password.
 *
 * <p>Exists so that Lykta runs after one command, without a system service and without anything to configure. The server
 * lives as long as this JVM, even if the JVM is killed, and one directory never has two servers. Safe for use by many
 * threads.
 *
 * <pre>
 * directory/lock            held by the process that uses the cluster
 * directory/cluster/data    PostgreSQL's data directory
 * directory/cluster/password
 * directory/server.log      of this start; server.log.old of the one before
 * </pre>
 */
public final class LocalPostgis implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgis.class);
    private static final String DATABASE = "lykta";
    private static final int ATTEMPTS = 5;

    /** Recovery after a crash with much unfinished work may take minutes on a slow disk. */
    private static final long READY_NANOS = 600_000_000_000L;

    private final ClusterLock lock;
    private final Child server;
    private final DatabaseSettings settings;

    private LocalPostgis(ClusterLock lock, Child server, DatabaseSettings settings) {
        this.lock = lock;
        this.server = server;
        this.settings = settings;
    }

    /**
     * Starts the server of this directory, and makes its cluster first if there is none.
     *
     * @throws DatabaseException with a code and one sentence for people
     */
    public static LocalPostgis start(Path directory) {
        return start(directory, Map.of());
    }

    /** The same with settings of {@code postgresql.conf} on top. */
    static LocalPostgis start(Path directory, Map<String, String> configuration) {
        ServerUser user = ServerUser.current();
        ClusterFiles files = ClusterFiles.in(directory, user);
        ClusterLock lock = ClusterLock.take(files.directory());
        try {
            return start(files, user, lock, configuration);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * The database of a cluster that another process of this machine keeps running, so that commands work beside a
     * service; empty if nobody uses the directory.
     *
     * <p>It goes away when that process stops.
     */
    public static Optional<DatabaseSettings> findRunning(Path directory) {
        if (!Files.exists(directory.resolve("cluster/data/PG_VERSION")) || !ClusterLock.isTaken(directory)) {
            return Optional.empty();
        }
        ClusterFiles files = ClusterFiles.in(directory, ServerUser.current());
        return PidFile.find(files.data())
                .filter(PidFile::ready)
                .map(file -> superuser(files, file.port()).withDatabase(DATABASE));
    }

    /** The database {@code lykta} in this cluster; usable until {@link #close}. */
    public DatabaseSettings settings() {
        return settings;
    }

    /** Whether the server is there: false after {@link #close}, or if somebody killed it. */
    public boolean isRunning() {
        return server.isAlive();
    }

    /** Stops the server and returns when it is gone. */
    @Override
    public void close() {
        server.close();
        lock.close();
    }

    private static LocalPostgis start(
            ClusterFiles files, ServerUser user, ClusterLock lock, Map<String, String> configuration) {
        PostgresPrograms programs =
                files.exists() ? PostgresPrograms.forCluster(files.data()) : PostgresPrograms.newest();
        new Orphan(files.data(), user).stop();
        rotateLog(files);
        if (!files.exists()) {
            LOG.info("creating a database in {} with PostgreSQL {}", files.directory(), programs.major());
            files.create(programs);
        }
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Child server = Child.start(
                    user, command(programs, files.data(), port, configuration), programs.environment(), files.log());
            if (awaitReady(server, files)) {
                return new LocalPostgis(lock, server, ensureDatabase(server, files, port));
            }
            server.close();
            boolean portTaken = files.logTail().contains("could not create any TCP/IP sockets");
            if (!portTaken || attempt == ATTEMPTS) {
                throw new DatabaseException(
                        "cluster-start-failed",
                        "the database server in " + files.directory() + " did not start; " + files.log() + " says: "
                                + files.logTail());
            }
        }
    }

    /**
     * Loopback only and no Unix socket, which the driver couldn't use. Statements stay out of the log: they may hold
     * personal data.
     */
    private static List<String> command(
            PostgresPrograms programs, Path data, int port, Map<String, String> configuration) {
        List<String> command = new ArrayList<>(List.of(
                programs.program("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-clisten_addresses=127.0.0.1",
                "-cunix_socket_directories=",
                "-clogging_collector=off",
                "-clog_destination=stderr",
                "-clog_min_error_statement=panic",
                "-clog_error_verbosity=terse",
                "-clog_checkpoints=off",
                "-ctimezone=UTC",
                "-clog_timezone=UTC",
                "-cjit=off",
                "-cmax_wal_size=2GB"));
        configuration.forEach((name, value) -> command.add("-c" + name + "=" + value));
        return command;
    }

    /** A port that was free a moment ago; if somebody is faster, the server says so and we try another. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseException("port-unavailable", "no port of 127.0.0.1 is free for the database server", e);
        }
    }

    /** Waits until our server, not one that crashed before, writes "ready" into its file, as {@code pg_ctl} does. */
    private static boolean awaitReady(Child server, ClusterFiles files) {
        long deadline = System.nanoTime() + READY_NANOS;
        while (server.isAlive() && System.nanoTime() < deadline) {
            Optional<PidFile> file = PidFile.find(files.data());
            if (file.isPresent() && file.get().ready() && server.runs(file.get().pid())) {
                return true;
            }
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            Pause.millis(10);
        }
        return false;
    }

    private static DatabaseSettings ensureDatabase(Child server, ClusterFiles files, int port) {
        DatabaseSettings postgres = superuser(files, port);
        try (Connection connection = postgres.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
            return postgres.withDatabase(DATABASE);
        } catch (SQLException e) {
            server.close();
            throw new DatabaseException(
                    "cluster-start-failed",
                    "the database server in " + files.directory() + " does not let us in: " + e.getMessage(),
                    e);
        }
    }

    private static DatabaseSettings superuser(ClusterFiles files, int port) {
        return new DatabaseSettings(
                "127.0.0.1", port, "postgres", ClusterFiles.USER, files.password(), Map.of("sslmode", "disable"));
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            return rows.next();
        }
    }

    private static void rotateLog(ClusterFiles files) {
        try {
            files.rotateLog();
        } catch (IOException e) {
            throw new DatabaseException("cluster-directory", "the log " + files.log() + " can't be written", e);
        }
    }
}
