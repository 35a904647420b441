package se.lykta.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as a process of its own, to be killed as the kernel kills: no hook runs, nothing is flushed. */
final class LyktaProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern READY = Pattern.compile("Lykta is ready: (\\S+)");

    private final Process process;
    private final Path output;

    private LyktaProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Runs a command on the cluster below a directory; what it says is kept beside the cluster. */
    static LyktaProcess run(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "se.lykta.cli.Main"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data-dir", directory.toString()));
        try {
            Path output = Files.createTempFile(directory, arguments[0], ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new LyktaProcess(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a condition. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            pause();
        }
    }

    /** Waits until a service says where it is, and tells it. */
    URI address() {
        await("a ready service", () -> findAddress().isPresent() || !process.isAlive());
        return findAddress().orElseThrow(() -> new AssertionError("the service ended: " + output()));
    }

    /** Kills it with SIGKILL and returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Waits for its end. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the process does not end: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it has said until now. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, if it has not ended, and waits: a service takes its cluster along. */
    @Override
    public void close() {
        process.destroy();
        exitCode();
    }

    private Optional<URI> findAddress() {
        Matcher ready = READY.matcher(output());
        return ready.find() ? Optional.of(URI.create(ready.group(1))) : Optional.empty();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
