package se.lykta.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the system's node, which the browser tests need anyway, on a script of the repository. */
final class NodeRun {

    private static final long MOST_SECONDS = 180;

    private NodeRun() {}

    /** What a run printed, and how it ended. */
    record Result(int status, String output) {}

    static Result of(List<String> arguments) throws IOException, InterruptedException {
        Path output = java.nio.file.Files.createTempFile("node", ".log");
        var command = new java.util.ArrayList<String>();
        command.add(System.getenv().getOrDefault("PLAYWRIGHT_NODEJS_PATH", "node"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        String text = java.nio.file.Files.readString(output, StandardCharsets.UTF_8);
        java.nio.file.Files.delete(output);
        return new Result(ended ? process.exitValue() : -1, text);
    }
}
