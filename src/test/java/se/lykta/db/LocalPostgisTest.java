package se.lykta.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class LocalPostgisTest {

    private final List<Process> children = new ArrayList<>();
    private Path parent = Path.of("");
    private Path directory = Path.of("");

    @BeforeEach
    void makeDirectory() throws IOException {
        parent = Files.createTempDirectory("lykta-cluster-");
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        directory = parent.resolve("db");
    }

    @AfterEach
    void leaveNothing() throws IOException, InterruptedException {
        for (Process child : children) {
            child.destroyForcibly().waitFor();
        }
        awaitNoServer(directory);
        ClusterFiles.removeTree(parent);
    }

    @Test
    void dataSurviveAStopAndTheServerDoesNot() {
        PidFile first;
        try (LocalPostgis postgis = LocalPostgis.start(directory)) {
            first = PidFile.find(data()).orElseThrow();
            run(postgis.settings(), "CREATE TABLE kept AS SELECT 42 AS answer");
            assertThat(postgis.isRunning()).isTrue();
        }
        assertThat(first.process()).isEmpty();
        assertThat(PidFile.find(data())).isEmpty();

        try (LocalPostgis postgis = LocalPostgis.start(directory)) {
            assertThat(ask(postgis.settings(), "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void theServerListensOnTheLoopbackOnlyAndAsksForThePassword() throws IOException {
        try (LocalPostgis postgis = LocalPostgis.start(directory)) {
            DatabaseSettings settings = postgis.settings();

            assertThat(ask(settings, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(settings, "SHOW unix_socket_directories")).isEmpty();
            assertThat(ask(settings, "SHOW password_encryption")).isEqualTo("scram-sha-256");
            assertThat(ask(settings, "SHOW fsync")).isEqualTo("on");
            assertThat(Files.getPosixFilePermissions(directory.resolve("cluster/password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThatThrownBy(() -> Database.open(new DatabaseSettings(
                            settings.host(), settings.port(), settings.database(), settings.user(), "x", Map.of())))
                    .hasMessageContaining("check user and password");
        }
    }

    @Test
    void killingTheJvmStopsTheServerAndKeepsTheData() throws Exception {
        Holder holder = startHolder(directory);
        PidFile server = PidFile.find(data()).orElseThrow();
        run(holder.settings(), "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n");

        holder.process().destroyForcibly().waitFor();
        server.process()
                .ifPresent(process ->
                        process.onExit().orTimeout(10, TimeUnit.SECONDS).join());

        try (LocalPostgis again = LocalPostgis.start(directory)) {
            assertThat(ask(again.settings(), "SELECT count(*) FROM kept")).isEqualTo("1000");
        }
    }

    @Test
    void aStartRightAfterAKillWaitsForTheStoppingServer() throws Exception {
        Holder holder = startHolder(directory);
        run(holder.settings(), "CREATE TABLE kept AS SELECT 1 AS n");

        holder.process().destroyForcibly().waitFor();
        try (LocalPostgis again = LocalPostgis.start(directory)) {

            assertThat(ask(again.settings(), "SELECT n FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void aServerWhoseWatcherDiedTooIsStoppedAtTheNextStart() throws Exception {
        Holder holder = startHolder(directory);
        run(holder.settings(), "CREATE TABLE kept AS SELECT 7 AS n");
        PidFile orphan = PidFile.find(data()).orElseThrow();
        ProcessHandle server = orphan.process().orElseThrow();
        List<ProcessHandle> watchers = holder.process()
                .descendants()
                .filter(process -> process.info()
                        .arguments()
                        .map(List::of)
                        .orElse(List.of())
                        .contains("lykta-watcher"))
                .toList();
        assertThat(watchers).isNotEmpty();
        watchers.forEach(ProcessHandle::destroyForcibly);
        holder.process().destroyForcibly().waitFor();
        assertThat(server.isAlive()).isTrue();

        try (LocalPostgis again = LocalPostgis.start(directory)) {
            assertThat(ask(again.settings(), "SELECT n FROM kept")).isEqualTo("7");
            assertThat(server.isAlive()).isFalse();
        }
    }

    @Test
    void aSecondStartOfTheSameDirectoryIsRefused() throws Exception {
        Holder holder = startHolder(directory);

        assertFails("cluster-in-use", Long.toString(holder.process().pid()));
        assertThat(ask(holder.settings(), "SELECT 1")).isEqualTo("1");
    }

    @Test
    void aSecondStartInTheSameJvmIsRefused() {
        try (LocalPostgis postgis = LocalPostgis.start(directory)) {
            assertFails("cluster-in-use", "already in use");
            assertThat(ask(postgis.settings(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aKilledServerRecovers() throws Exception {
        LocalPostgis postgis = LocalPostgis.start(directory);
        run(postgis.settings(), "CREATE TABLE kept AS SELECT 1 AS n");

        PidFile.find(data()).flatMap(PidFile::process).orElseThrow().destroyForcibly();
        postgis.close();

        try (LocalPostgis again = LocalPostgis.start(directory)) {
            assertThat(ask(again.settings(), "SELECT n FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void aPidFileThatNamesALivingStrangerIsSaid() throws IOException {
        LocalPostgis.start(directory).close();
        long now = System.currentTimeMillis() / 1000;
        writePidFile(sleeperOfServerUser().pid(), now);

        assertFails("cluster-pid-foreign", "delete the file");
    }

    @Test
    void aPidFileFromBeforeTheLastBootIsIgnored() throws IOException {
        LocalPostgis.start(directory).close();
        writePidFile(sleeperOfServerUser().pid(), 1_000_000_000);

        LocalPostgis.start(directory).close();
    }

    @Test
    void aHalfMadeClusterIsMadeAnew() throws IOException {
        Files.createDirectories(directory.resolve("staging-123/data/base"));
        Files.writeString(directory.resolve("staging-123/data/PG_VERSION"), "15\n");

        try (LocalPostgis postgis = LocalPostgis.start(directory)) {
            assertThat(ask(postgis.settings(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(directory.resolve("staging-123")).doesNotExist();
    }

    @Test
    void aClusterOfAnotherMajorVersionIsNamed() throws IOException {
        Files.createDirectories(data());
        Files.writeString(data().resolve("PG_VERSION"), "9\n");

        assertFails("cluster-version", "PostgreSQL 9");
    }

    @Test
    void pathsMayHoldSpacesAndSwedishLetters() throws Exception {
        String strange = parent + "/Åsa och Örjan's kartor/db";

        Process process = child(strange);

        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(reader.readLine()).startsWith("port=");
            process.getOutputStream().close();
        }
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void twoClustersGetTwoPorts() throws IOException {
        try (LocalPostgis one = LocalPostgis.start(directory);
                LocalPostgis other = LocalPostgis.start(parent.resolve("other"))) {
            assertThat(one.settings().port()).isNotEqualTo(other.settings().port());
            assertThat(ask(one.settings(), "SHOW port"))
                    .isEqualTo(Integer.toString(one.settings().port()));
        }
    }

    private record Holder(Process process, DatabaseSettings settings) {}

    private Holder startHolder(Path where) throws IOException {
        Process process = child(where.toString());
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(line).startsWith("port=");
        String[] words = line.split("[= ]", -1);
        var settings = new DatabaseSettings(
                "127.0.0.1", Integer.parseInt(words[1]), "lykta", ClusterFiles.USER, words[3], Map.of());
        return new Holder(process, settings);
    }

    /** A JVM of its own; with a locale of its own, because the letters a path may have are decided by it. */
    private Process child(String where) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClusterChild.class.getName(),
                        where)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        children.add(process);
        return process;
    }

    private Process sleeperOfServerUser() throws IOException {
        Process process = new ProcessBuilder(ServerUser.current().command(List.of("sleep", "300"))).start();
        children.add(process);
        return process;
    }

    private void writePidFile(long pid, long startedSeconds) throws IOException {
        Path file = PidFile.path(data());
        Files.writeString(file, pid + "\n" + data() + "\n" + startedSeconds + "\n1\n\n127.0.0.1\n\nready   \n");
        ServerUser.current().own(file, "rw-------");
    }

    private Path data() {
        return directory.resolve("cluster/data");
    }

    private void assertFails(String code, String words) {
        assertThatThrownBy(() -> LocalPostgis.start(directory))
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(words);
    }

    private static void awaitNoServer(Path directory) {
        PidFile.find(directory.resolve("cluster/data"))
                .filter(file -> file.isServerOf(directory.resolve("cluster/data")))
                .flatMap(PidFile::process)
                .ifPresent(process ->
                        process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    private static void run(DatabaseSettings settings, String sql) {
        try (Database database = Database.connect(settings)) {
            database.jdbi().useHandle(handle -> handle.execute(sql));
        }
    }

    private static String ask(DatabaseSettings settings, String sql) {
        try (Database database = Database.connect(settings)) {
            return database.jdbi()
                    .withHandle(handle ->
                            handle.createQuery(sql).mapTo(String.class).one());
        }
    }
}
