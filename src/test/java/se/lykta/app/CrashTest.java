package se.lykta.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.account.StaffToken;

/**
 * The program is killed with SIGKILL in the middle of its work: nothing acknowledged is lost, nothing is doubled, nothing
 * is half there, and the read index is equal to the database.
 *
 * <p>Real processes on a private cluster, which dies and recovers together with the service that owns it.
 */
class CrashTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int SENDERS = 4;
    private static final int ENOUGH = 200;
    private static final int LINES = 5_000;

    @TempDir
    private Path directory;

    @Test
    void noAcknowledgedReportIsLostAndNoneIsDoubledWhenTheServiceIsKilled() throws Exception {
        Map<String, String> textByReceipt = new ConcurrentHashMap<>();
        try (LyktaProcess service = serve()) {
            URI address = service.address();
            List<Thread> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                String name = "sender-" + sender;
                senders.add(new Thread(() -> sendUntilItFails(address, name, textByReceipt)));
            }
            senders.forEach(Thread::start);
            LyktaProcess.await("receipts", () -> textByReceipt.size() >= ENOUGH);
            service.kill();
            for (Thread sender : senders) {
                sender.join();
            }
        }

        try (LyktaProcess service = serve()) {
            URI address = service.address();
            for (String receipt : textByReceipt.keySet()) {
                assertThat(get(address.resolve("api/reports/" + receipt)).statusCode())
                        .isEqualTo(200);
            }
            try (Workspace workspace = Workspace.open(settings())) {
                List<String> stored = texts(workspace);
                assertThat(stored).doesNotHaveDuplicates().containsAll(textByReceipt.values());
                assertThat(stored).hasSizeBetween(textByReceipt.size(), textByReceipt.size() + SENDERS);
                assertHealthy(workspace, stored.size());
            }
        }
    }

    @Test
    void anImportThatIsKilledOrLosesItsDatabaseLeavesNothingAndCanBeDoneAgain() throws Exception {
        String file = writeFile().toString();
        try (LyktaProcess service = serve()) {
            service.address();
            try (Workspace workspace = Workspace.open(settings())) {
                killImporterBeforeCommit(workspace, file);
                assertHealthy(workspace, 0);
            }
            killServiceBeforeCommitOfImport(service, file);
        }

        try (LyktaProcess service = serve()) {
            service.address();
            try (Workspace workspace = Workspace.open(settings())) {
                assertHealthy(workspace, 0);
                assertThat(importFile(file)).contains(LINES + " new, 0 changed, 0 unchanged, 0 faulty");
                assertThat(importFile(file)).contains("0 new, 0 changed, " + LINES + " unchanged, 0 faulty");
                assertThat(texts(workspace)).hasSize(LINES).doesNotHaveDuplicates();
                assertHealthy(workspace, LINES);
            }
        }
    }

    /** A lock on the outbox, which an import writes last, stops it when all its reports are written. */
    private void killImporterBeforeCommit(Workspace workspace, String file) {
        try (Handle blocker = workspace.database().jdbi().open()) {
            blocker.begin();
            blocker.execute("LOCK TABLE outbox IN EXCLUSIVE MODE");
            try (LyktaProcess importer = LyktaProcess.run(directory, "import", file)) {
                LyktaProcess.await("an import at its end", () -> isWaiting(workspace));
                importer.kill();
            }
            blocker.rollback();
            LyktaProcess.await("the end of the import's session", () -> !isImporting(workspace));
        }
    }

    private void killServiceBeforeCommitOfImport(LyktaProcess service, String file) {
        try (Workspace workspace = Workspace.open(settings());
                LyktaProcess importer = LyktaProcess.run(directory, "import", file, "--origin", "reports.csv")) {
            Handle blocker = workspace.database().jdbi().open();
            blocker.begin();
            blocker.execute("LOCK TABLE outbox IN EXCLUSIVE MODE");
            LyktaProcess.await("an import at its end", () -> isWaiting(workspace));
            service.kill();

            assertThat(importer.exitCode()).isEqualTo(1);
            assertThat(importer.output()).contains("(database-lost)").doesNotContain("this should not happen");
        }
    }

    /** Diagnosis as {@code lykta doctor} makes it, beside the running service. */
    private static void assertHealthy(Workspace workspace, int reports) {
        Diagnosis diagnosis = Diagnosis.of(workspace);

        assertThat(diagnosis.isHealthy()).as(diagnosis.toString()).isTrue();
        assertThat(diagnosis.toString())
                .contains("running service: %d reports, database: %d reports".formatted(reports, reports));
    }

    private LyktaProcess serve() {
        return LyktaProcess.run(
                directory,
                "serve",
                "--port",
                "0",
                "--reports-per-hour",
                "100000",
                "--staff-token",
                RunningService.TOKEN);
    }

    private String importFile(String file) {
        try (LyktaProcess importer = LyktaProcess.run(directory, "import", file)) {
            assertThat(importer.exitCode()).as(importer.output()).isZero();
            return importer.output();
        }
    }

    private static void sendUntilItFails(URI service, String sender, Map<String, String> textByReceipt) {
        var json = new JsonMapper();
        try {
            for (int i = 0; ; i++) {
                String text = sender + " report " + i;
                HttpResponse<String> answer = post(service.resolve("api/reports"), text);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                textByReceipt.put(json.readTree(answer.body()).path("receipt").asText(), text);
            }
        } catch (IOException e) {
            // The service was killed: this request was not acknowledged.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpResponse<String> post(URI address, String text) throws IOException, InterruptedException {
        String body = """
                {"position":[15.05,58.95],"causes":["A11"],"occurredAt":"2026-06-01T22:30:00+02:00","text":"%s"}""".formatted(text);
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** An import that waits for the outbox; not asked on the blocker, whose transaction sees the activity of its start. */
    private static boolean isWaiting(Workspace workspace) {
        return count(
                        workspace,
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%outbox%'")
                > 0;
    }

    /** A session that still holds the lock of an import on its origin. */
    private static boolean isImporting(Workspace workspace) {
        return count(
                        workspace,
                        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 709152 AND objsubid = 2")
                > 0;
    }

    private static int count(Workspace workspace, String sql) {
        return workspace
                .database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private static List<String> texts(Workspace workspace) {
        return workspace
                .database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT text FROM report")
                        .mapTo(String.class)
                        .list());
    }

    private Path writeFile() throws IOException {
        List<String> lines = new ArrayList<>(List.of("external_id,occurred_at,lon,lat,causes,source,text"));
        for (int i = 0; i < LINES; i++) {
            lines.add("case-%1$d,2025-11-01T21:30,15.05,58.95,A11,police,line %1$d".formatted(i));
        }
        return Files.write(directory.resolve("reports.csv"), lines);
    }

    private Settings settings() {
        return new Settings(
                Optional.empty(),
                directory,
                new Settings.ServerSettings("127.0.0.1", 0),
                Optional.of(new StaffToken(RunningService.TOKEN)),
                ZoneId.of("Europe/Stockholm"),
                Optional.empty(),
                new Settings.LimitSettings(1, 1));
    }
}
