package se.lykta.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.db.TestDatabase;
import se.lykta.report.Drafts;

/**
 * Random files against a naive oracle: a map from key to line. Values come from a small set of good and bad ones, quoted at
 * random, with any separator and encoding; several files follow one another into the same database.
 */
class ImportOracleTest {

    private static final String[] TIMES = {"2025-07-01T23:30", "2025-07-01", "2025-07", "2027-01-01", "x", ""};
    private static final String[] LONS = {"15", "15.123456", "14.5", "16", "abc", "NaN"};
    private static final String[] CAUSES = {"A11", "A11 B11", "F11", "A00", "", "Z99"};
    private static final String[] TEXTS = {"", "åäö", "a \"b\" c", "two\nlines", "sep,;\tarators", "bell\u0007"};
    private static final int GOOD_TIMES = 3;
    private static final int GOOD_LONS = 3;
    private static final int GOOD_CAUSES = 3;
    private static final int GOOD_TEXTS = 5;
    private static final String[] SEVERITIES = {"", "1", "3", "4", "x"};
    private static final int GOOD_SEVERITIES = 3;

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomFilesLeaveWhatTheOracleSays(int seed) throws IOException {
        var random = new Random(seed);
        Map<String, String> oracle = new LinkedHashMap<>();
        try (TestDatabase database = TestDatabase.create()) {
            for (int file = 0; file < 4; file++) {
                step(database.database().jdbi(), random, oracle, "seed %d file %d".formatted(seed, file));
            }
        }
    }

    private void step(Jdbi jdbi, Random random, Map<String, String> oracle, String name) throws IOException {
        boolean clean = random.nextInt(3) == 0;
        boolean skip = random.nextBoolean();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add(line(random, i, clean));
        }
        Map<String, String> expected = new LinkedHashMap<>();
        long faulty = 0;
        for (Line line : lines) {
            boolean taken = line.good() && !expected.containsKey(line.key());
            faulty += taken ? 0 : 1;
            if (taken) {
                expected.put(line.key(), line.row());
            }
        }
        boolean written = faulty == 0 || skip;
        long created = expected.keySet().stream()
                .filter(key -> !oracle.containsKey(key))
                .count();
        long unchanged = expected.entrySet().stream()
                .filter(entry -> entry.getValue().equals(oracle.get(entry.getKey())))
                .count();

        ImportResult result = ReportImportTest.importer(jdbi)
                .run(
                        write(lines, random),
                        ImportOptions.of("oracle", Drafts.ZONE).withMode(false, skip),
                        ImportProgress.SILENT);

        assertThat(result.faulty()).as(name).isEqualTo(faulty);
        assertThat(result.written()).as(name).isEqualTo(written);
        if (written) {
            assertThat(result.created()).as(name).isEqualTo(created);
            assertThat(result.unchanged()).as(name).isEqualTo(unchanged);
            assertThat(result.changed()).as(name).isEqualTo(expected.size() - created - unchanged);
            oracle.putAll(expected);
        }
        assertThat(rows(jdbi)).as(name).containsExactlyInAnyOrderElementsOf(oracle.values());
    }

    private static Line line(Random random, int number, boolean clean) {
        int time = pick(random, TIMES.length, GOOD_TIMES, clean);
        int lon = pick(random, LONS.length, GOOD_LONS, clean);
        int cause = pick(random, CAUSES.length, GOOD_CAUSES, clean);
        int text = pick(random, TEXTS.length, GOOD_TEXTS, clean);
        int severity = pick(random, SEVERITIES.length, GOOD_SEVERITIES, clean);
        String key = "k" + (clean ? number : random.nextInt(60));
        boolean good = time < GOOD_TIMES
                && lon < GOOD_LONS
                && cause < GOOD_CAUSES
                && text < GOOD_TEXTS
                && severity < GOOD_SEVERITIES;
        List<String> fields =
                List.of(key, TIMES[time], LONS[lon], "56", CAUSES[cause], TEXTS[text], SEVERITIES[severity]);
        return new Line(key, fields, good);
    }

    /** Bad values are rare, or no file would ever be good. */
    private static int pick(Random random, int all, int good, boolean clean) {
        return clean || random.nextInt(20) > 0 ? random.nextInt(good) : random.nextInt(all);
    }

    private Path write(List<Line> lines, Random random) throws IOException {
        String separator = List.of(",", ";", "\t").get(random.nextInt(3));
        Charset charset = random.nextBoolean() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
        var file = new StringBuilder(
                String.join(separator, "external_id", "occurred_at", "lon", "lat", "causes", "text", "severity")
                        + lineEnd);
        for (Line line : lines) {
            List<String> fields = new ArrayList<>();
            for (String field : line.fields()) {
                boolean quoted = random.nextBoolean() || field.matches("(?s).*[\",;\t\n].*");
                fields.add(quoted ? '"' + field.replace("\"", "\"\"") + '"' : field);
            }
            file.append(String.join(separator, fields)).append(lineEnd);
        }
        return Files.write(directory.resolve("random.csv"), file.toString().getBytes(charset));
    }

    private static List<String> rows(Jdbi jdbi) {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT concat_ws('|', external_id, occurred_precision, ST_X(geom), array_to_string(causes, ' '),
                            coalesce(text, ''), coalesce(severity::text, ''))
                        FROM report
                        """).mapTo(String.class).list());
    }

    @Test
    void theOracleKnowsGoodFromBad() {
        assertThat(line(new Random(1), 0, true).good()).isTrue();
    }

    private record Line(String key, List<String> fields, boolean good) {

        String row() {
            String precision = switch (fields.get(1).length()) {
                case 7 -> "month";
                case 10 -> "day";
                default -> "minute";
            };
            return String.join("|", key, precision, fields.get(2), fields.get(4), fields.get(5), fields.get(6));
        }
    }
}
