package se.lykta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.app.RunningService;

/** {@code lykta hotspots} on the reports of a database that a service is running on. */
class HotspotsCommandTest {

    private static final long SEED = 20_261_129;

    private static RunningService town;

    @TempDir
    Path directory;

    private final StringWriter told = new StringWriter();

    @BeforeAll
    static void start() {
        town = RunningService.demo();
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void theDatabaseGivesTheSameAnswerAsTheApi() throws IOException {
        for (String ending : List.of(".csv", ".tif")) {
            Path file = directory.resolve("density" + ending);

            int code = run(
                    "--method",
                    "kde",
                    "--radius",
                    "300",
                    "--filter",
                    "cause=B",
                    "--filter",
                    "from=2025-01-01",
                    "--out",
                    file.toString());

            assertThat(code).as(told.toString()).isZero();
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .isEqualTo(fromApi("method=kde&radius=300&cause=B&from=2025-01-01", ending));
        }
        assertThat(told.toString()).contains("kde: ").contains("EPSG:3006").contains("cell: 100.0");
    }

    @Test
    void geoJsonTellsHowItWasMade() throws IOException {
        Path file = directory.resolve("cells.geojson");

        int code = run("--method", "gi", "--filter", "cause=A", "--out", file.toString());

        JsonNode facts = new JsonMapper().readTree(file.toFile()).path("facts");
        assertThat(code).as(told.toString()).isZero();
        assertThat(facts.path("method").asText()).isEqualTo("gi");
        assertThat(facts.at("/filter/cause").asText()).isEqualTo("A");
        assertThat(facts.path("background").asText()).isEqualTo("streets");
        assertThat(facts.path("snapshotVersion").asLong()).isPositive();
    }

    @Test
    void optionsOfFilesMeanNothingForTheDatabase() {
        int code = run("--method", "gi", "--crs", "EPSG:3006", "--skip-bad");

        assertThat(code).isEqualTo(2);
        assertThat(told.toString()).contains("--crs, --skip-bad is for --input FILE.csv");
    }

    @Test
    void filtersMeanNothingForAFile() throws IOException {
        Path points = Files.writeString(directory.resolve("points.csv"), "x,y\n1,1\n");

        int code = run("--method", "dbscan", "--input", points.toString(), "--filter", "cause=A");

        assertThat(code).isEqualTo(2);
        assertThat(told.toString()).contains("--filter is for the reports of the database");
    }

    @Test
    void theInputIsNotReplacedByTheResult() throws IOException {
        Path points = Files.writeString(directory.resolve("points.csv"), "x,y\n1,1\n");
        String same = directory.resolve("nowhere/../points.csv").toString();
        Files.createDirectory(directory.resolve("nowhere"));

        int code = run("--method", "dbscan", "--input", points.toString(), "--out", same);

        assertThat(code).isEqualTo(2);
        assertThat(told.toString()).contains("--out would replace").contains("points.csv, which is read");
        assertThat(points).hasContent("x,y\n1,1\n");
    }

    @Test
    void faultsTellTheirParameterAndTheDirectoryThatIsMissing() throws IOException {
        Path points = Files.writeString(directory.resolve("points.csv"), "x,y\n1,1\n");
        Path nowhere = directory.resolve("nowhere");

        int eps = run("--method", "dbscan", "--input", points.toString(), "--eps", "0");
        int out = run(
                "--method",
                "dbscan",
                "--input",
                points.toString(),
                "--out",
                nowhere.resolve("o.csv").toString());

        assertThat(eps).isEqualTo(1);
        assertThat(out).isEqualTo(1);
        assertThat(told.toString()).contains("lykta: eps: '0' is not a number");
        assertThat(told.toString()).contains("there is no file or directory " + nowhere + " ");
    }

    @Test
    void aParameterWithoutAValueIsNotTheDefault() throws IOException {
        Path points = Files.writeString(directory.resolve("points.csv"), "x,y\n1,1\n");

        int code = run("--method", "dbscan", "--input", points.toString(), "--eps", "");

        assertThat(code).isEqualTo(2);
        assertThat(told.toString()).contains("--eps has no value");
    }

    @Test
    void aFullStandardOutputIsAnError() throws IOException {
        Path points = Files.writeString(directory.resolve("points.csv"), "x,y\n1,1\n");
        PrintStream before = System.out;
        System.setOut(new PrintStream(new FullDisk(), false, StandardCharsets.UTF_8));
        try {
            assertThat(run("--method", "dbscan", "--input", points.toString())).isEqualTo(1);
        } finally {
            System.setOut(before);
        }
        assertThat(told.toString()).contains("standard output took only a part of it");
    }

    private static final class FullDisk extends OutputStream {

        @Override
        public void write(int value) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    /** Goal G10 for files. */
    @Test
    void withoutTheDefaultGeocodeAFileGivesWhatTheCleanFileGives() throws IOException {
        var random = new Random(SEED);
        var clean = new StringBuilder("id,x,y\n");
        for (int i = 0; i < 3000; i++) {
            double spread = i % 3 == 0 ? 300 : 4000;
            clean.append("%d,%.2f,%.2f%n"
                    .formatted(i, 600_000 + spread * random.nextDouble(), 6_500_000 + spread * random.nextDouble()));
        }
        String hall = IntStream.range(3000, 3600)
                .mapToObj(i -> i + ",602000.5,6502000.5\n")
                .collect(Collectors.joining());
        Path cleanFile = Files.writeString(directory.resolve("clean.csv"), clean);
        Path dirtyFile = Files.writeString(directory.resolve("dirty.csv"), clean + hall);

        for (String method : List.of("dbscan", "hdbscan")) {
            Path expected = directory.resolve(method + "-clean.csv");
            Path found = directory.resolve(method + "-dirty.csv");
            int first = run("--method", method, "--input", cleanFile.toString(), "--out", expected.toString());
            int second = run(
                    "--method",
                    method,
                    "--input",
                    dirtyFile.toString(),
                    "--exclude",
                    "default-geocode",
                    "--out",
                    found.toString());

            assertThat(first + second).as(told.toString()).isZero();
            assertThat(Files.readString(found)).as("%s, seed %d", method, SEED).isEqualTo(Files.readString(expected));
        }
        assertThat(told.toString()).contains("excluded: 600 points (default-geocode)");
    }

    @Test
    void anUnknownFindingIsToldWithThoseThatThereAre() throws IOException {
        Path points = Files.writeString(directory.resolve("points.csv"), "x,y\n1,1\n");

        int code = run("--method", "dbscan", "--input", points.toString(), "--exclude", "geocode");

        assertThat(code).isEqualTo(2);
        assertThat(told.toString())
                .contains("no kind of finding: geocode")
                .contains("default-geocode, missing-position");
    }

    @Test
    void aWrongFilterIsTold() {
        int code = run("--method", "gi", "--filter", "cause=Q");

        assertThat(code).isEqualTo(1);
        assertThat(told.toString()).contains("'Q' is not a cause or group");
    }

    private static String fromApi(String question, String ending) throws IOException {
        HttpResponse<String> asked =
                town.send(town.request("/api/analyses?" + question).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        JsonNode analysis = new JsonMapper().readTree(asked.body());
        return town.get(analysis.at("/files/" + ending.substring(1)).asText()).body();
    }

    private int run(String... arguments) {
        return new CommandCall(town.databaseSettings(), directory).run(told, "hotspots", arguments);
    }
}
