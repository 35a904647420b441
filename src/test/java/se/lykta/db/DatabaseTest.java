package se.lykta.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class DatabaseTest {

    @Test
    void aFreshDatabaseHasPostgisAndMakesTiles() {
        try (TestDatabase db = TestDatabase.create()) {
            byte[] tile = ask(
                    db.database(),
                    "SELECT ST_AsMVT(t) FROM"
                            + " (SELECT ST_AsMVTGeom(ST_Point(1, 1), ST_MakeEnvelope(0, 0, 2, 2)) AS geom) t",
                    byte[].class);

            assertThat(tile).isNotEmpty();
        }
    }

    @Test
    void databasesOfTwoTestsDoNotSeeEachOther() {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase other = TestDatabase.create()) {
            one.database().jdbi().useHandle(handle -> handle.execute("CREATE TABLE only_here (id int)"));

            Boolean absent = ask(other.database(), "SELECT to_regclass('only_here') IS NULL", Boolean.class);

            assertThat(absent).isTrue();
        }
    }

    @Test
    void connectionsOfThePoolUnwrapToTheDriverForCopy() throws Exception {
        try (TestDatabase db = TestDatabase.create();
                var connection = db.database().dataSource().getConnection()) {
            assertThat(connection.unwrap(PGConnection.class).getCopyAPI()).isNotNull();
        }
    }

    @Test
    void openingCreatesTheExtensionAndMayBeRepeated() {
        DatabaseSettings bare = TestDatabase.createBare();

        Database.open(bare).close();

        try (Database again = Database.open(bare)) {
            assertThat(ask(again, "SELECT postgis_lib_version()", String.class)).startsWith("3.");
        }
    }

    @Test
    void severalProcessesMayOpenANewDatabaseAtTheSameTime() {
        DatabaseSettings bare = TestDatabase.createBare();

        var openings = IntStream.range(0, 4)
                .mapToObj(i ->
                        CompletableFuture.runAsync(() -> Database.open(bare).close()))
                .toList();

        assertThat(openings).allSatisfy(opening -> assertThat(opening).succeedsWithin(Duration.ofSeconds(60)));
    }

    @Test
    void aUserWhoMayNotCreatePostgisIsToldWhatToAskFor() {
        DatabaseSettings bare = TestDatabase.createBare();
        TestDatabase.administrate("CREATE ROLE guest LOGIN PASSWORD 'guest'");
        DatabaseSettings guest =
                new DatabaseSettings(bare.host(), bare.port(), bare.database(), "guest", "guest", Map.of());

        assertFails(guest, "postgis-not-allowed", "CREATE EXTENSION postgis");
    }

    @Test
    void aWrongPasswordIsNamed() {
        DatabaseSettings right = TestDatabase.createBare();
        DatabaseSettings wrong =
                new DatabaseSettings(right.host(), right.port(), right.database(), right.user(), "s3cret", Map.of());

        assertFails(wrong, "database-login-refused", "check user and password");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        assertFails(TestDatabase.createBare().withDatabase("nowhere"), "database-missing", "nowhere");
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = socket.getLocalPort();
        }

        assertFails(
                DatabaseSettings.parse("postgresql://a:b@127.0.0.1:" + closedPort + "/c"),
                "database-unreachable",
                "127.0.0.1:" + closedPort);
    }

    @Test
    void anotherEncodingThanUtf8IsRefused() {
        TestDatabase.administrate("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");

        assertFails(TestDatabase.createBare().withDatabase("latin"), "database-encoding", "LATIN1");
    }

    private static <T> T ask(Database database, String sql, Class<T> type) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
    }

    private static void assertFails(DatabaseSettings settings, String code, String words) {
        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(words)
                .hasMessageNotContaining("s3cret");
    }
}
