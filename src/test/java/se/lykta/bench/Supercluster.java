package se.lykta.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;

/**
 * The npm package supercluster in a process of Node, on the same points and tiles.
 *
 * <p>Installed once, at exactly this version, into a folder for such things. Its clusters are as far apart as ours
 * (radius 64 at extent 256); with a filter it has to build its index anew, which is measured, too.
 */
final class Supercluster {

    /** The newest; 8.0.1 is the one that most maps have. */
    static final String VERSION = "9.1.0";

    private static final int RECORD = 32;
    private static final String SCRIPT = "supercluster.mjs";

    private final Path folder;

    private Supercluster(Path folder) {
        this.folder = folder;
    }

    /**
     * What it answered for one set of points.
     *
     * @param loadSeconds CPU of building the index
     * @param megabytes all memory after it
     * @param costs time of getTile, the median of calls among those of other tiles; sizes in features
     */
    record Answer(int points, double loadSeconds, double megabytes, Costs costs) {}

    /** All answers; the last one only if there are not too many points. */
    record Answers(Answer plain, Answer filtered, Optional<Answer> mainCause) {}

    /** Installs it; empty if Node or npm is missing or the package can not be had. */
    static Optional<Supercluster> install(String version, Output output) throws IOException, InterruptedException {
        if (!Programs.isThere("node") || !Programs.isThere("npm")) {
            output.step("supercluster: not installed (no node and npm)");
            return Optional.empty();
        }
        Path folder = Files.createDirectories(
                Path.of(System.getProperty("lykta.bench.cache", System.getProperty("java.io.tmpdir")))
                        .resolve("supercluster-" + version));
        if (!Files.exists(folder.resolve("node_modules/supercluster"))) {
            List<String> command = List.of(
                    "npm",
                    "install",
                    "--silent",
                    "--no-audit",
                    "--no-fund",
                    "--ignore-scripts",
                    "--prefix",
                    folder.toString(),
                    "supercluster@" + version);
            if (Programs.run(command, folder.resolve("npm.log")) != 0) {
                output.step("supercluster: not installed (npm: see %s)", folder.resolve("npm.log"));
                return Optional.empty();
            }
        }
        try (InputStream script =
                Objects.requireNonNull(Supercluster.class.getResourceAsStream("/bench/" + SCRIPT), SCRIPT)) {
            Files.copy(script, folder.resolve(SCRIPT), StandardCopyOption.REPLACE_EXISTING);
        }
        return Optional.of(new Supercluster(folder));
    }

    /** Measures; empty, with a line that says why, if it does not get through. */
    Optional<Answers> measure(Snapshot snapshot, List<TileId> tiles, Question question, Output output)
            throws IOException, InterruptedException {
        Path points = folder.resolve("points.bin");
        Path answer = folder.resolve("answer.json");
        Path list = folder.resolve("tiles.json");
        Files.deleteIfExists(answer);
        writePoints(snapshot, points);
        Files.writeString(
                list,
                new ObjectMapper()
                        .writeValueAsString(tiles.stream()
                                .map(tile -> List.of(tile.zoom(), tile.x(), tile.y()))
                                .toList()));
        Path log = folder.resolve("node.log");
        int code = Programs.run(
                List.of(
                        "node",
                        "--expose-gc",
                        "--max-old-space-size=8192",
                        folder.resolve(SCRIPT).toString(),
                        points.toString(),
                        list.toString(),
                        answer.toString(),
                        String.valueOf(question.causes()),
                        String.valueOf(question.filter().fromMinute().orElse(0)),
                        String.valueOf(question.filter().endMinute().orElse(Integer.MAX_VALUE))),
                log);
        Files.deleteIfExists(points);
        if (code != 0 || !Files.exists(answer)) {
            output.step("supercluster: gave up on %d reports (exit %d, see %s)", snapshot.size(), code, log);
            return Optional.empty();
        }
        JsonNode json = new ObjectMapper().readTree(answer.toFile());
        Optional<Answer> mainCause =
                json.has("mainCause") ? Optional.of(answer(json.get("mainCause"), tiles)) : Optional.empty();
        return Optional.of(
                new Answers(answer(json.get("plain"), tiles), answer(json.get("filtered"), tiles), mainCause));
    }

    private static Answer answer(JsonNode json, List<TileId> tiles) {
        var costs = new Costs(tiles);
        for (int i = 0; i < tiles.size(); i++) {
            JsonNode tile = json.get("tiles").get(i);
            double millis = tile.get(0).asDouble() / 1e3;
            costs.set(i, millis, millis, tile.get(1).asDouble());
        }
        return new Answer(
                json.get("points").asInt(),
                json.get("loadSeconds").asDouble(),
                json.get("megabytes").asDouble(),
                costs);
    }

    private static void writePoints(Snapshot snapshot, Path file) throws IOException {
        ByteBuffer row = ByteBuffer.allocate(RECORD).order(ByteOrder.LITTLE_ENDIAN);
        Filter counting = Filter.counting();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (int i = 0; i < snapshot.size(); i++) {
                if (counting.test(snapshot, i)) {
                    row.clear();
                    row.putDouble(snapshot.lonDeg(i))
                            .putDouble(snapshot.latDeg(i))
                            .putLong(snapshot.causes(i));
                    row.putInt(snapshot.minute(i)).putInt(Long.numberOfTrailingZeros(snapshot.causes(i)));
                    out.write(row.array());
                }
            }
        }
    }
}
