package se.lykta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.db.TestDatabase;

/** {@code lykta import} tells what was read, and at once what would spoil a map of it. */
class ImportCommandTest {

    private static final long SEED = 20_261_128;

    @TempDir
    Path directory;

    private final StringWriter told = new StringWriter();

    @Test
    void theDefaultGeocodeOfAFileIsToldFirstAndKeptForThePage() throws IOException {
        Path file = directory.resolve("reports.csv");
        Files.writeString(file, reports(700, 300));

        try (TestDatabase test = TestDatabase.create()) {
            assertThat(run(test, file)).as(told.toString()).isZero();

            List<String> lines = told.toString().lines().toList();
            assertThat(told.toString()).contains("1000 new", "audit of 1000 reports: 1 finding\n");
            assertThat(lines.get(lines.size() - 2))
                    .as("seed %d", SEED)
                    .contains("serious: 300 of 1,000 reports (30.0 %) lie on exactly the same coordinate", "lat 59.33");
            List<String> kept = test.database()
                    .jdbi()
                    .withHandle(handle -> handle.createQuery(
                                    "SELECT code, cardinality(report_ids) FROM data_audit_finding ORDER BY rank")
                            .map((row, context) -> row.getString(1) + " " + row.getInt(2))
                            .list());
            assertThat(kept).containsExactly("default-geocode 300");
        }
    }

    /** No projection of Sweden reaches the other side of the earth. */
    @Test
    void reportsThatCannotBeProjectedAreToldAndEndNothing() throws IOException {
        Path file = directory.resolve("reports.csv");
        String strays = """
                s1,2025-01-02T12:00,-75,0,A11,resident,published
                s2,2025-01-02T12:10,-162,-59.3,A11,resident,published
                s3,2025-01-02T12:20,105,0.5,A11,resident,published
                """;
        Files.writeString(file, reports(300, 0) + strays);

        try (TestDatabase test = TestDatabase.create()) {
            assertThat(run(test, file)).as(told.toString()).isZero();
        }

        assertThat(told.toString()).contains("303 new", "audit of 303 reports: ");
        assertThat(told.toString())
                .containsPattern("[123] of 303 reports \\([0-9.]+ %\\) (have no usable position|lie more than)");
    }

    @Test
    void aDryRunIsNotAudited() throws IOException {
        Path file = directory.resolve("reports.csv");
        Files.writeString(file, reports(10, 0));

        try (TestDatabase test = TestDatabase.create()) {
            assertThat(run(test, file, "--dry-run")).as(told.toString()).isZero();
        }

        assertThat(told.toString()).contains("dry run").doesNotContain("audit");
    }

    private int run(TestDatabase test, Path file, String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = file.toString();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new CommandCall(test.settings(), directory).run(told, "import", arguments);
    }

    private static String reports(int scattered, int atOne) {
        var random = new Random(SEED);
        var lines = new StringBuilder("external_id,occurred_at,lon,lat,causes,source,state\n");
        for (int i = 0; i < scattered + atOne; i++) {
            double lon = i < scattered ? 18 + 0.1 * random.nextDouble() : 18.05;
            double lat = i < scattered ? 59.3 + 0.1 * random.nextDouble() : 59.33;
            lines.append(String.format(
                    Locale.ROOT,
                    "%d,2025-%02d-%02dT%02d:%02d,%s,%s,A11,resident,published%n",
                    i,
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    random.nextInt(24),
                    random.nextInt(60),
                    lon,
                    lat));
        }
        return lines.toString();
    }
}
