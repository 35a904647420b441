package se.lykta.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A script beside the benches that works on the same numbers as we do, in Python or R.
 *
 * <p>It reads rows of doubles from a file, writes its answer into another, and prints what it cost: CPU seconds of the work
 * alone, without starting and reading, the most memory of the process in MB, and more numbers if it likes.
 */
final class PeerScript {

    private static final int NOT_INSTALLED = 3;
    private static final int PRINTED = 2;

    private final String name;
    private final String program;
    private final String script;

    /**
     * A peer.
     *
     * @param name how tables call it
     * @param script its file below {@code bench}
     */
    PeerScript(String name, String program, String script) {
        this.name = name;
        this.program = program;
        this.script = script;
    }

    /**
     * What it said.
     *
     * @param bytes its answer, little endian
     * @param others what it printed after the memory
     */
    record Answer(ByteBuffer bytes, double cpuSeconds, double megabytes, List<Double> others) {}

    String name() {
        return name;
    }

    /** Runs it on rows made of these columns; empty, with a line that says why, if it is not installed. */
    Optional<Answer> run(List<double[]> columns, List<String> arguments, Output output)
            throws IOException, InterruptedException {
        if (!Programs.isThere(program)) {
            output.step("%s: not installed (no %s)", name, program);
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("lykta-bench-peer-");
        try {
            return run(folder, columns, arguments, output);
        } finally {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private Optional<Answer> run(Path folder, List<double[]> columns, List<String> arguments, Output output)
            throws IOException, InterruptedException {
        try (InputStream text =
                Objects.requireNonNull(PeerScript.class.getResourceAsStream("/bench/" + script), script)) {
            Files.copy(text, folder.resolve(script), StandardCopyOption.REPLACE_EXISTING);
        }
        write(columns, folder.resolve("points.bin"));
        List<String> command = new ArrayList<>(List.of(
                program,
                folder.resolve(script).toString(),
                folder.resolve("points.bin").toString(),
                folder.resolve("answer.bin").toString()));
        command.addAll(arguments);
        Path log = folder.resolve("log");
        int code = Programs.run(command, log);
        if (code == NOT_INSTALLED) {
            output.step("%s: not installed for %s", name, program);
            return Optional.empty();
        }
        String said = Files.readString(log);
        if (code != 0) {
            throw new IllegalStateException("%s ended with %d: %s".formatted(name, code, said));
        }
        double[] numbers = Arrays.stream(said.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        ByteBuffer answer = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("answer.bin")))
                .order(ByteOrder.LITTLE_ENDIAN);
        List<Double> others = Arrays.stream(numbers).skip(PRINTED).boxed().toList();
        return Optional.of(new Answer(answer, numbers[0], numbers[1], others));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void write(List<double[]> columns, Path file) throws IOException {
        ByteBuffer row = ByteBuffer.allocate(Double.BYTES * columns.size()).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (int i = 0; i < columns.get(0).length; i++) {
                row.clear();
                for (double[] column : columns) {
                    row.putDouble(column[i]);
                }
                out.write(row.array());
            }
        }
    }
}
