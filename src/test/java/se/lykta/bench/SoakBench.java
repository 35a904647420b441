package se.lykta.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./lykta bench soak}: two services in processes of their own on one database, read as fast as they answer, while
 * reports are sent and published.
 *
 * <p>Looked at: that no answer is an error; how long it takes from the answer to a write until the tiles of both processes
 * show it; that the heap after a full collection stays where it is (the median slope of its samples, which begin after a
 * tenth of the time); at the end that both processes have the same tiles and that their indexes equal the database.
 */
final class SoakBench implements Benchmark {

    @Override
    public String summary() {
        return "two services on one database: reads at saturation and writes for minutes";
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>(BenchDatabase.options("200000"));
        options.remove("keep"); // a soak leaves more reports than it found
        options.put("seconds", "600");
        options.put("writes", "50");
        options.put("readers", "8");
        return options;
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        Path directory = Files.createTempDirectory("lykta-soak-");
        try (BenchDatabase database = BenchDatabase.open(options, output);
                SoakService first = SoakService.start(database.settings(), directory.resolve("first"));
                SoakService second = SoakService.start(database.settings(), directory.resolve("second"))) {
            var client = new SoakClient(List.of(first.address(), second.address()));
            output.step("both services are ready");
            new SoakRun(options, output, database, List.of(first, second), client).run();
        } finally {
            remove(directory);
        }
    }

    private static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
