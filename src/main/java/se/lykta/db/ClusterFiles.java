package se.lykta.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a private cluster: made whole or not at all.
 *
 * <p>{@code initdb} works in a sibling with another name, together with the password it is given; one rename makes both
 * appear. Whatever interrupts it, the next start finds either no cluster or a complete one.
 */
final class ClusterFiles {

    /** The database superuser of a private cluster. */
    static final String USER = "app";

    private static final String STAGING = "staging-";
    private static final int INITDB_SECONDS = 300;

    private final Path directory;
    private final ServerUser user;

    private ClusterFiles(Path directory, ServerUser user) {
        this.directory = directory;
        this.user = user;
    }

    /** Makes the directory if it is not there. */
    static ClusterFiles in(Path directory, ServerUser user) {
        try {
            Path absolute = Files.createDirectories(directory.toAbsolutePath()).toRealPath();
            user.letPass(absolute);
            return new ClusterFiles(absolute, user);
        } catch (IOException e) {
            throw new DatabaseException(
                    "cluster-directory",
                    "the directory " + directory + " can't be made or written: " + e.getMessage(),
                    e);
        }
    }

    Path directory() {
        return directory;
    }

    Path data() {
        return directory.resolve("cluster/data");
    }

    /** What the server says about itself since its last start; never statements, which may hold personal data. */
    Path log() {
        return directory.resolve("server.log");
    }

    boolean exists() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    String password() {
        Path file = directory.resolve("cluster/password");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new DatabaseException("cluster-damaged", "the password file " + file + " can't be read", e);
        }
    }

    /** Starts a new log and keeps the one before. */
    void rotateLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), directory.resolve("server.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the cluster. */
    void create(PostgresPrograms programs) {
        try {
            removeLeftovers();
            Path staging = Files.createTempDirectory(directory, STAGING);
            user.own(staging, "rwx------");
            writePassword(staging.resolve("password"));
            initdb(programs, staging);
            Files.move(staging, directory.resolve("cluster"), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel parent = FileChannel.open(directory, StandardOpenOption.READ)) {
                parent.force(true);
            }
        } catch (IOException e) {
            throw new DatabaseException(
                    "cluster-directory", "the directory " + directory + " can't be written: " + e.getMessage(), e);
        }
    }

    private void initdb(PostgresPrograms programs, Path staging) {
        List<String> command = List.of(
                programs.program("initdb").toString(),
                "-D",
                staging.resolve("data").toString(),
                "-U",
                USER,
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--auth=scram-sha-256",
                "--pwfile=" + staging.resolve("password"));
        try (Child initdb = Child.start(user, command, programs.environment(), log())) {
            if (initdb.await(INITDB_SECONDS) != 0) {
                throw new DatabaseException(
                        "cluster-start-failed",
                        "the database could not be created in " + directory + "; " + log() + " says: " + logTail());
            }
        }
    }

    private void writePassword(Path file) throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.createFile(file);
        user.own(file, "rw-------");
        Files.writeString(file, HexFormat.of().formatHex(secret) + "\n", StandardOpenOption.SYNC);
    }

    private void removeLeftovers() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, STAGING + "*")) {
            for (Path leftover : leftovers) {
                removeTree(leftover);
            }
        }
    }

    static void removeTree(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** The last lines of the log on one line. */
    String logTail() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        } catch (IOException e) {
            return "(nothing)";
        }
    }
}
