package se.lykta.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("try") // the listener works by being open
class NotificationsTest {

    @Test
    void everySignalAndTheStartAreToldOnce() throws Exception {
        Semaphore calls = new Semaphore(0);
        try (TestDatabase db = TestDatabase.create();
                var ignored = Notifications.listen(db.settings(), "news", calls::release)) {
            assertThat(happens(calls)).as("after the connect").isTrue();

            signal(db, "news");

            assertThat(happens(calls)).as("after a signal").isTrue();
            signal(db, "other");
            assertThat(calls.availablePermits()).isZero();
        }
    }

    @Test
    void aBrokenConnectionIsMadeAgainAndToldAsASignal() throws Exception {
        Semaphore calls = new Semaphore(0);
        try (TestDatabase db = TestDatabase.create();
                var ignored = Notifications.listen(db.settings(), "news", calls::release)) {
            assertThat(happens(calls)).isTrue();

            db.database()
                    .jdbi()
                    .useHandle(handle -> handle.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND query = 'LISTEN news'"));

            assertThat(happens(calls)).as("after the reconnect").isTrue();
            signal(db, "news");
            assertThat(happens(calls))
                    .as("after a signal on the new connection")
                    .isTrue();
        }
    }

    @Test
    void aFailingCallbackHearsTheNextSignal() throws Exception {
        Semaphore calls = new Semaphore(0);
        Runnable failing = () -> {
            calls.release();
            throw new IllegalStateException("planted");
        };
        try (TestDatabase db = TestDatabase.create();
                var ignored = Notifications.listen(db.settings(), "news", failing)) {
            assertThat(happens(calls)).isTrue();

            signal(db, "news");

            assertThat(happens(calls)).isTrue();
        }
    }

    @Test
    void closingEndsTheThreadThoughItWaitsForNews() throws Exception {
        Semaphore calls = new Semaphore(0);
        try (TestDatabase db = TestDatabase.create()) {
            Notifications notifications = Notifications.listen(db.settings(), "quiet", calls::release);
            assertThat(happens(calls)).isTrue();

            notifications.close();

            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().equals("notifications-quiet"));
        }
    }

    @Test
    void aChannelNameThatWouldNeedQuotingIsRefused() {
        assertThatThrownBy(
                        () -> Notifications.listen(DatabaseSettings.parse("postgresql://a@b/c"), "a; DROP", () -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean happens(Semaphore calls) throws InterruptedException {
        return calls.tryAcquire(20, TimeUnit.SECONDS);
    }

    private static void signal(TestDatabase db, String channel) {
        db.database().jdbi().useHandle(handle -> handle.execute("NOTIFY " + channel));
    }
}
