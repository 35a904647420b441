package se.lykta.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

/**
 * The pool of connections to one migrated PostGIS database.
 *
 * <p>Exists so that nobody meets a database that is too old, lacks PostGIS or a table: whoever holds one of these may
 * rely on all migrations. Safe for use by many threads; close it to give the connections back.
 */
public final class Database implements AutoCloseable {

    private static final int MAXIMUM_CONNECTIONS = 12;

    /** Two full loads at once, one of them for {@code doctor}, and two looks. */
    private static final int MAXIMUM_FOLLOWERS = 10;

    private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;

    /** Any number that no other part of Lykta locks on. */
    private static final long MIGRATION_LOCK = 0x4c796b7461_02L;

    private final DatabaseSettings settings;
    private final HikariDataSource pool;
    private final HikariDataSource followers;
    private final Jdbi jdbi;
    private final Jdbi following;

    private Database(DatabaseSettings settings) {
        this.settings = settings;
        this.pool = new HikariDataSource(configuration(settings, "lykta", MAXIMUM_CONNECTIONS));
        this.followers = new HikariDataSource(onDemand(configuration(settings, "lykta-following", MAXIMUM_FOLLOWERS)));
        this.jdbi = Jdbi.create(pool);
        this.following = Jdbi.create(followers);
    }

    /**
     * Connects, checks versions, creates the PostGIS extension if it is missing, and brings the tables up to date.
     *
     * @throws DatabaseException with a code and one sentence for people if any of this can't be done
     */
    public static Database open(DatabaseSettings settings) {
        Readiness.ensure(settings);
        Database database = connect(settings);
        try {
            database.migrate();
        } catch (DatabaseException e) {
            database.close();
            throw e;
        }
        return database;
    }

    /** A pool without any check: for a database that is known to be ready. */
    static Database connect(DatabaseSettings settings) {
        return new Database(settings);
    }

    private static HikariConfig configuration(DatabaseSettings settings, String name, int most) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(settings.dataSource());
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        return config;
    }

    /** Commands that follow nothing open no connection for it. */
    private static HikariConfig onDemand(HikariConfig config) {
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /** SQL for people who write stores. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** The same on connections of its own, for the read index: it must not wait for a connection behind many requests. */
    public Jdbi following() {
        return following;
    }

    /** The pool itself; its connections unwrap to {@code PGConnection} for COPY. */
    public DataSource dataSource() {
        return pool;
    }

    /** Where this database is, for connections outside the pool such as {@link Notifications}. */
    public DatabaseSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        followers.close();
        pool.close();
    }

    /**
     * PostGIS's own tables may be in the schema before our first migration: hence the baseline at zero, of which Flyway
     * makes a table and its first row without a lock. So one process at a time is let in here; the lock ends with its
     * connection.
     */
    private void migrate() {
        try (Connection alone = settings.dataSource().getConnection();
                Statement lock = alone.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(" + MIGRATION_LOCK + ")");
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException | SQLException e) {
            throw new DatabaseException(
                    "migration-failed",
                    "the tables of " + settings.place() + " can't be brought up to date: "
                            + String.valueOf(e.getMessage()).strip(),
                    e);
        }
    }
}
