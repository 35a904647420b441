package se.lykta.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checks before the first use of a database, each failure told in one sentence with a stable code.
 *
 * <p>Apart from {@link Database} because what is wrong with a server that somebody else runs is the most frequent
 * trouble at installation, and deserves better than a stack trace.
 */
final class Readiness {

    private static final int OLDEST_POSTGRESQL = 140_000;
    private static final int OLDEST_POSTGIS = 303;
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

    /** How long a server that says "I am starting" is waited for. */
    private static final int PATIENCE_SECONDS = 30;

    /** Serialises CREATE EXTENSION of several processes: its IF NOT EXISTS is not safe against races. */
    private static final long EXTENSION_LOCK = 0x4c796b7461_01L;

    private final DatabaseSettings settings;

    private Readiness(DatabaseSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns when the database answers, is new enough, and has PostGIS.
     *
     * @throws DatabaseException if it does not
     */
    static void ensure(DatabaseSettings settings) {
        Readiness readiness = new Readiness(settings);
        try (Connection connection = readiness.connectPatiently()) {
            readiness.checkServer(connection);
            readiness.ensurePostgis(connection);
        } catch (SQLException e) {
            throw readiness.unusable(e);
        }
    }

    private Connection connectPatiently() throws SQLException {
        long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (true) {
            try {
                return settings.dataSource().getConnection();
            } catch (SQLException e) {
                boolean starting = "57P03".equals(e.getSQLState());
                if (!starting
                        || System.nanoTime() > deadline
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                Pause.millis(200);
            }
        }
    }

    private void checkServer(Connection connection) throws SQLException {
        int version = Integer.parseInt(text(connection, "SHOW server_version_num"));
        if (version < OLDEST_POSTGRESQL) {
            throw new DatabaseException(
                    "database-too-old",
                    "PostgreSQL " + version / 10_000 + " on " + settings.host() + " is too old: use 14 or newer");
        }
        String encoding = text(connection, "SHOW server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new DatabaseException(
                    "database-encoding",
                    "the database " + settings.place() + " has the encoding " + encoding
                            + ": create one with ENCODING 'UTF8'");
        }
    }

    private void ensurePostgis(Connection connection) throws SQLException {
        Optional<String> installed = postgis(connection, "installed_version");
        if (installed.isEmpty()) {
            String offered = postgis(connection, "default_version")
                    .orElseThrow(() -> new DatabaseException(
                            "postgis-missing",
                            "the server on " + settings.host() + ":" + settings.port()
                                    + " has no PostGIS: install the package postgresql-NN-postgis-3 there"));
            checkPostgis(offered);
            createExtension(connection);
        } else {
            checkPostgis(installed.get());
        }
    }

    private void checkPostgis(String version) {
        Matcher matcher = VERSION.matcher(version);
        int number =
                matcher.matches() ? Integer.parseInt(matcher.group(1)) * 100 + Integer.parseInt(matcher.group(2)) : 0;
        if (number < OLDEST_POSTGIS) {
            throw new DatabaseException(
                    "postgis-too-old",
                    "PostGIS " + version + " in " + settings.place()
                            + " is too old: use 3.3 or newer (ALTER EXTENSION postgis UPDATE, if the server has it)");
        }
    }

    private void createExtension(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + EXTENSION_LOCK + ")");
            statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
            connection.commit();
        } catch (SQLException e) {
            if (!"42501".equals(e.getSQLState())) {
                throw e;
            }
            throw new DatabaseException(
                    "postgis-not-allowed",
                    "the user " + settings.user() + " may not create the PostGIS extension: let an administrator run"
                            + " CREATE EXTENSION postgis in " + settings.place(),
                    e);
        }
    }

    private static Optional<String> postgis(Connection connection, String column) throws SQLException {
        String sql = "SELECT " + column + " FROM pg_available_extensions WHERE name = 'postgis'";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    /** Classes of SQLSTATE: 08 connection, 28 authorisation, 3D no such database, 57P03 still starting. */
    private DatabaseException unusable(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28") || state.equals("08004")) {
            return new DatabaseException(
                    "database-login-refused",
                    "the server on " + settings.host() + ":" + settings.port() + " refuses the user " + settings.user()
                            + ": check user and password in the database URL",
                    e);
        }
        if (state.equals("3D000")) {
            return new DatabaseException(
                    "database-missing",
                    "there is no database " + settings.place() + ": create it with CREATE DATABASE, or check the URL",
                    e);
        }
        if (state.startsWith("08") || state.equals("57P03")) {
            return new DatabaseException(
                    "database-unreachable",
                    "no PostgreSQL server answers on " + settings.host() + ":" + settings.port()
                            + ": check that it runs and that the database URL is right",
                    e);
        }
        return new DatabaseException(
                "database-unusable", "the database " + settings.place() + " can't be used: " + e.getMessage(), e);
    }
}
