package se.lykta.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lykta.db.DatabaseSettings;

/** One service in a process of its own, the built classes on a given database; its files and log lie in a directory. */
final class SoakService implements AutoCloseable {

    /** What staff sign in with. */
    static final String TOKEN = "staff-of-the-soak-0123456789abcdef";

    private static final String HEAP = "-Xmx1g";
    private static final String LOG = "service.log";
    private static final String COLLECTIONS = "collections.log";
    private static final String RECORDING = "soak.jfr";
    private static final Pattern READY = Pattern.compile("Lykta is ready: (\\S+)");
    private static final Pattern USED = Pattern.compile("heap\\s+total \\d+K, used (\\d+)K");
    private static final Pattern PAUSE = Pattern.compile("Pause .* \\d+M->(\\d+)M\\(\\d+M\\) ([0-9.]+)ms");
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final Process process;
    private final Path log;
    private final Path collections;
    private long told;

    private SoakService(Process process, Path directory) {
        this.process = process;
        this.log = directory.resolve(LOG);
        this.collections = directory.resolve(COLLECTIONS);
    }

    /** Begins to start it. */
    static SoakService start(DatabaseSettings database, Path directory) throws IOException {
        Files.createDirectories(directory);
        var builder = new ProcessBuilder(
                java("java"),
                HEAP,
                "-XX:+UseG1GC",
                "-XX:ThreadPriorityPolicy=1", // as the launcher says
                "-Xlog:gc:file=" + directory.resolve(COLLECTIONS) + "::filecount=0",
                "-Xlog:jfr*=off",
                "-XX:StartFlightRecording=name=soak,settings=default,maxsize=256m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "se.lykta.cli.Main",
                "serve",
                "--port=0",
                "--reports-per-hour=100000",
                "--data-dir=" + directory);
        builder.environment()
                .put(
                        "LYKTA_DATABASE_URL",
                        "postgresql://%s:%s@%s:%d/%s"
                                .formatted(
                                        encoded(database.user()),
                                        encoded(database.password()),
                                        database.host(),
                                        database.port(),
                                        encoded(database.database())));
        builder.environment().put("LYKTA_STAFF_TOKEN", TOKEN);
        return new SoakService(
                builder.redirectErrorStream(true)
                        .redirectOutput(directory.resolve(LOG).toFile())
                        .start(),
                directory);
    }

    /** Waits until it says where it is. */
    URI address() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && process.isAlive()) {
            Matcher ready = READY.matcher(log());
            if (ready.find()) {
                return URI.create(ready.group(1));
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("a service did not start: " + log());
    }

    /** What it has said. */
    String log() throws IOException {
        return Files.readString(log);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * What the collector said since the last call. It collects when it wants to: asking it for more would stop the world
     * that is being measured.
     */
    Collections collections() throws IOException {
        List<String> lines = Files.readAllLines(collections);
        double least = Double.NaN;
        double longest = 0;
        for (String line : lines.subList((int) told, lines.size())) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                double after = Double.parseDouble(pause.group(1));
                least = after >= least ? least : after;
                longest = Math.max(longest, Double.parseDouble(pause.group(2)));
            }
        }
        told = lines.size();
        return new Collections(least, longest);
    }

    /**
     * Some collections.
     *
     * @param leastMegabytes in use after the one that left least, an upper bound of what is alive; NaN without any
     * @param longestPauseMillis for which the service stood still at once
     */
    record Collections(double leastMegabytes, double longestPauseMillis) {}

    /** What the flight recorder of the service holds by now. */
    Path recording() throws IOException, InterruptedException {
        Path file = collections.resolveSibling(RECORDING);
        jcmd("JFR.dump", "name=soak", "filename=" + file);
        return file;
    }

    /** Megabytes in use after a full collection, which this asks for: only while nothing is measured. */
    double heapMegabytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        return used.find() ? Long.parseLong(used.group(1)) / 1024.0 : Double.NaN;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String jcmd(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(java("jcmd"), Long.toString(process.pid())));
        words.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
