package se.lykta.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} in a cluster's data directory says.
 *
 * <p>Lines, by PostgreSQL's {@code miscadmin.h}: process, data directory, start time in seconds, port, socket directory,
 * listen address, shared memory key, status. A file written halfway has fewer.
 *
 * @param pid the process that claims the directory
 * @param startedSeconds Unix time
 * @param port where it listens, 0 if that is not written yet
 * @param ready whether the server accepts connections
 */
record PidFile(long pid, long startedSeconds, int port, boolean ready) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Reads it, or nothing if there is none or it isn't one yet. */
    static Optional<PidFile> find(Path data) {
        try {
            List<String> lines = Files.readAllLines(path(data));
            if (lines.size() < 3) {
                return Optional.empty();
            }
            boolean ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return Optional.of(new PidFile(
                    Long.parseLong(lines.get(0).strip()),
                    Long.parseLong(lines.get(2).strip()),
                    lines.size() > PORT_LINE
                            ? Integer.parseInt(lines.get(PORT_LINE).strip())
                            : 0,
                    ready));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DatabaseException("cluster-damaged", path(data) + " can't be read", e);
        }
    }

    /** Where it is. */
    static Path path(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** The process, if any lives under this number. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    /** Whether the machine was started after the server: then no process of that time can be alive. */
    boolean isOlderThanBoot() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            return lines.filter(line -> line.startsWith("btime "))
                    .mapToLong(line -> Long.parseLong(line.substring(6).strip()))
                    .anyMatch(boot -> startedSeconds < boot);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Whether that process is a database server at work in this directory: every postmaster makes it its own. Root in a
     * container may not look there, but may read the command line.
     */
    boolean isServerOf(Path data) {
        Path proc = Path.of("/proc", Long.toString(pid));
        try {
            return process().isPresent() && Files.isSameFile(proc.resolve("cwd"), data);
        } catch (IOException e) {
            return commandLine(proc).contains("\0-D\0" + data + "\0");
        }
    }

    private static String commandLine(Path proc) {
        try {
            return new String(Files.readAllBytes(proc.resolve("cmdline")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
