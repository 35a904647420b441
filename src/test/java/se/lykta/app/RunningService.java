package se.lykta.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import se.lykta.account.StaffToken;
import se.lykta.db.Database;
import se.lykta.db.DatabaseSettings;
import se.lykta.db.TestDatabase;

/** The whole service on a real PostGIS and a free port, as users meet it; for tests of any package. */
public final class RunningService implements AutoCloseable {

    /** What staff sign in with, where nobody signs in by demonstration. */
    public static final String TOKEN = "a-token-for-tests-0123456789";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestDatabase database;
    private final Service service;
    private final boolean owner;

    private RunningService(TestDatabase database, Service service, boolean owner) {
        this.database = database;
        this.service = service;
        this.owner = owner;
    }

    /** With the fictional municipality; everybody may look as staff does. */
    public static RunningService demo() {
        return start(true);
    }

    /** With an empty database; staff sign in with {@link #TOKEN}. */
    public static RunningService empty() {
        return start(false);
    }

    /** One more process, as it were, on a database that others may use too; it stays when this is closed. */
    public static RunningService on(TestDatabase database) {
        return new RunningService(database, Service.start(settings(database), false, line -> {}), false);
    }

    private static RunningService start(boolean demo) {
        TestDatabase database = TestDatabase.create();
        try {
            return new RunningService(database, Service.start(settings(database), demo, line -> {}), true);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    static Settings settings(TestDatabase database) {
        try {
            Path directory = Files.createTempDirectory("lykta-service");
            return new Settings(
                    Optional.of(database.settings()),
                    directory,
                    new Settings.ServerSettings("127.0.0.1", 0),
                    Optional.of(new StaffToken(TOKEN)),
                    ZoneId.of("Europe/Stockholm"),
                    Optional.empty(),
                    new Settings.LimitSettings(100_000, 100_000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it answers: method and path of every route. */
    List<String> routes() {
        return service.routes();
    }

    /** Where it listens, with a slash at the end. */
    public String address() {
        return service.address();
    }

    /** Its database, to prepare what a test needs. */
    public Database database() {
        return database.database();
    }

    /** Where its database is, for commands. */
    public DatabaseSettings databaseSettings() {
        return database.settings();
    }

    /** The answer to a GET of anybody. */
    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** The answer to a GET of signed-in staff. */
    public HttpResponse<String> getAsStaff(String path) {
        return send(request(path).header("Authorization", "Bearer " + TOKEN));
    }

    /** The answer to a POST of JSON by anybody. */
    public HttpResponse<String> post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** A request to a path, to be completed. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path.substring(1)));
    }

    /** Sends a request; bytes that are no text arrive as Latin-1. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        service.close();
        if (owner) {
            database.close();
        }
    }
}
