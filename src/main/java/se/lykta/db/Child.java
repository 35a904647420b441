package se.lykta.db;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that does not outlive this JVM, however the JVM ends.
 *
 * <p>The program is started by a small shell that also holds the reading end of a pipe from us. When we close the pipe
 * or die, even by {@code kill -9}, the shell sees the end of file and interrupts the program: to PostgreSQL, SIGINT is
 * the order to stop fast and cleanly. {@code setsid} keeps the terminal's own Ctrl-C away from it, so that we decide the
 * order of stopping. Unlike {@code pdeathsig} this depends on no thread and on no kernel feature.
 *
 * <p>Safe for use by several threads.
 */
final class Child implements AutoCloseable {

    /**
     * The shell ignores what a service manager may send to the whole group. A separate reader waits for the end of file
     * so that the shell can at the same time wait for the program and end with its exit code.
     */
    private static final String WATCHER = """
            trap '' HUP INT TERM
            exec 3<&0 </dev/null
            "$@" 3<&- &
            program=$!
            (while read -r line; do :; done <&3; kill -INT "$program") 2>/dev/null &
            reader=$!
            exec 3<&-
            wait "$program"
            code=$?
            kill -KILL "$reader" 2>/dev/null
            exit "$code"
            """;

    private static final int STOP_SECONDS = 60;

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /**
     * Starts the command with both outputs going to the end of the log file.
     *
     * @throws DatabaseException {@code cluster-start-failed} if the shell can't even be started
     */
    static Child start(ServerUser user, List<String> command, Map<String, String> environment, Path log) {
        List<String> watched = new ArrayList<>(List.of("setsid", "sh", "-c", WATCHER, "lykta-watcher"));
        watched.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(user.command(watched))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().putAll(environment);
        try {
            return new Child(builder.start());
        } catch (IOException e) {
            throw new DatabaseException(
                    "cluster-start-failed",
                    "the database server can't be started: " + e.getMessage() + " (is util-linux installed?)",
                    e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether this process is the program or a descendant of it. */
    boolean runs(long pid) {
        return process.descendants().anyMatch(handle -> handle.pid() == pid);
    }

    /** Completes when the program has ended. */
    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Waits for the end. Returns the exit code, or -1 if the program was still running after this time. */
    int await(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Interrupts the program and returns when it is gone. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
        if (await(STOP_SECONDS) < 0 && process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
        }
    }
}
