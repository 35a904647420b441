package se.lykta.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls back when somebody notified a channel of the database.
 *
 * <p>PostgreSQL does not keep notifications for a listener that is away. So the callback is also run after every connect
 * and reconnect: it must look up itself what has changed, and may be run without cause. It runs on one thread, never
 * twice at a time; signals that come while it runs lead to one more run. Safe for use by many threads.
 */
public final class Notifications implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final int IDLE_MILLIS = 30_000;
    private static final int ALIVE_SECONDS = 5;
    private static final long FIRST_DELAY_MILLIS = 100;
    private static final long LONGEST_DELAY_MILLIS = 5_000;
    private static final long STOP_MILLIS = 5_000;

    private final DatabaseSettings settings;
    private final String channel;
    private final Runnable callback;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Connection> current = new AtomicReference<>();
    private final Thread thread;

    private Notifications(DatabaseSettings settings, String channel, Runnable callback) {
        this.settings = settings;
        this.channel = channel;
        this.callback = callback;
        this.thread = new Thread(this::run, "notifications-" + channel);
        this.thread.setDaemon(true);
    }

    /**
     * Starts to listen, on a connection of its own.
     *
     * @param channel an identifier of lower-case letters, digits and underscores
     * @param callback must not block for long; what it throws is logged
     */
    public static Notifications listen(DatabaseSettings settings, String channel, Runnable callback) {
        if (!channel.matches("[a-z_][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a channel name: " + channel);
        }
        Notifications notifications = new Notifications(settings, channel, callback);
        notifications.thread.start();
        return notifications;
    }

    /** Stops listening; the callback does not run any more afterwards, unless it takes longer than 5 seconds. */
    @Override
    public void close() {
        closed.countDown();
        disconnect();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long delayMillis = FIRST_DELAY_MILLIS;
        while (!isClosed()) {
            try (Connection connection = settings.dataSource().getConnection()) {
                current.set(connection);
                listen(connection);
                delayMillis = FIRST_DELAY_MILLIS;
                serve(connection);
            } catch (SQLException e) {
                if (!isClosed()) {
                    LOG.warn("listening to {} is interrupted (SQL state {})", channel, e.getSQLState());
                }
            }
            waitForClose(delayMillis);
            delayMillis = Math.min(2 * delayMillis, LONGEST_DELAY_MILLIS);
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + channel);
        }
        call();
    }

    /** Ends by an exception when the connection breaks; a silent one is asked from time to time. */
    private void serve(Connection connection) throws SQLException {
        PGConnection driver = connection.unwrap(PGConnection.class);
        while (!isClosed()) {
            if (driver.getNotifications(IDLE_MILLIS).length > 0) {
                call();
            } else if (!isClosed() && !connection.isValid(ALIVE_SECONDS)) {
                throw new SQLException("the connection is silent", "08006");
            }
        }
    }

    /** One failure of the reader must not end the listening: the next signal gives it another chance. */
    private void call() {
        if (isClosed()) {
            return;
        }
        try {
            callback.run();
        } catch (RuntimeException e) {
            LOG.error("what follows {} failed", channel, e);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void waitForClose(long millis) {
        try {
            closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    /** Aborts rather than closes: closing would wait for the thread that reads from the connection. */
    private void disconnect() {
        Connection connection = current.get();
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("closing the listener's connection failed", e);
            }
        }
    }
}
