package se.lykta.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import se.lykta.db.DatabaseSettings;
import se.lykta.db.TestDatabase;
import se.lykta.report.csv.ImportOptions;
import se.lykta.report.csv.ImportProgress;
import se.lykta.report.csv.ImportResult;
import se.lykta.report.csv.ReportImport;
import se.lykta.taxonomy.Taxonomy;

/**
 * Our import from CSV against {@code psql \copy} of the same finished rows into the same table with the same indexes, on
 * the same server, alternately.
 *
 * <p>psql gets the better part: its rows have causes, light, reporter and geometry already. Rows: seeded, a minute in
 * 2020..2025, a tenth with a text, one in three with a reporter. Needs {@code psql}. Prints the median of the ratios; the
 * goal is at least a half.
 */
final class ImportBench implements Benchmark {

    private static final String[] CAUSES = {
        "A11", "A11 A31", "A12", "A42", "B11", "B12 B21", "C12", "D11", "E19", "A61 A11"
    };
    private static final String COLUMNS = "geom, causes, source, state, place_kind, occurred_at, occurred_precision,"
            + " recurring, reported_at, light, reporter, text, origin, external_id";

    @Override
    public String summary() {
        return "import of a CSV file against psql \\copy of the same rows";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("reports", "1000000", "seed", "20260115", "rounds", "3");
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        Path directory = Files.createTempDirectory("lykta-bench-import-");
        Path csv = directory.resolve("reports.csv");
        Path rows = directory.resolve("rows.tsv");
        try {
            measure(options, output, csv, rows);
        } finally {
            Files.deleteIfExists(csv);
            Files.deleteIfExists(rows);
            Files.deleteIfExists(directory);
        }
    }

    private static void measure(BenchOptions options, Output output, Path csv, Path rows) throws Exception {
        warmUp(csv, Math.min(options.number("reports"), 100_000), options.seed());
        write(csv, options.number("reports"), options.seed());
        double[] ratios = new double[options.number("rounds")];
        var table =
                new Table("import of " + options.number("reports") + " reports, s", "round", "lykta", "psql", "ratio");
        for (int round = 0; round < ratios.length; round++) {
            double importSeconds;
            try (TestDatabase database = TestDatabase.create()) {
                importSeconds = importSeconds(database, csv);
                if (round == 0) {
                    psql(database, "\\copy report (" + COLUMNS + ") to '" + rows + "'");
                }
            }
            double copySeconds;
            try (TestDatabase database = TestDatabase.create()) {
                copySeconds = psql(database, "\\copy report (" + COLUMNS + ") from '" + rows + "'");
            }
            ratios[round] = copySeconds / importSeconds;
            table.row(round + 1, importSeconds, copySeconds, ratios[round]);
            output.step("round %d of %d", round + 1, ratios.length);
        }
        output.table(table);
        output.figure("import-vs-copy", Sample.of(ratios).median());
    }

    private static void warmUp(Path csv, int rows, long seed) throws IOException {
        write(csv, rows, seed);
        try (TestDatabase database = TestDatabase.create()) {
            importSeconds(database, csv);
        }
    }

    private static double importSeconds(TestDatabase database, Path csv) {
        var clock = Clock.fixed(Instant.parse("2026-01-15T12:00:00Z"), ZoneOffset.UTC);
        var reportImport = new ReportImport(
                database.database().jdbi(), Taxonomy.load(), Optional::empty, clock, new SecureRandom());
        ImportOptions options = ImportOptions.of("bench", ZoneId.of("Europe/Stockholm"));

        long start = System.nanoTime();
        ImportResult result = reportImport.run(csv, options, ImportProgress.SILENT);
        double seconds = (System.nanoTime() - start) / 1e9;

        if (!result.faults().isEmpty() || result.created() != result.rows()) {
            throw new IllegalStateException("the import is not complete: " + result);
        }
        return seconds;
    }

    private static double psql(TestDatabase database, String command) throws IOException, InterruptedException {
        DatabaseSettings where = database.settings();
        var builder = new ProcessBuilder("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", command)
                .redirectErrorStream(true);
        builder.environment().put("PGHOST", where.host());
        builder.environment().put("PGPORT", String.valueOf(where.port()));
        builder.environment().put("PGUSER", where.user());
        builder.environment().put("PGPASSWORD", where.password());
        builder.environment().put("PGDATABASE", where.database());
        long start = System.nanoTime();
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException("psql: " + said);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void write(Path file, int rows, long seed) throws IOException {
        var random = new Random(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("external_id,occurred_at,lon,lat,causes,source,place_kind,reporter,text\n");
            for (int i = 0; i < rows; i++) {
                out.write(line(i, random));
            }
        }
    }

    private static String line(int number, Random random) {
        String text = random.nextInt(10) == 0 ? "\"Mörkt vid gångvägen, särskilt på hösten\"" : "";
        String reporter = random.nextInt(3) == 0 ? "person-" + random.nextInt(50_000) : "";
        return String.format(
                Locale.ROOT,
                "case-%d,%d-%02d-%02dT%02d:%02d,%.6f,%.6f,%s,police,park,%s,%s%n",
                number,
                2020 + random.nextInt(6),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                random.nextInt(24),
                random.nextInt(60),
                11 + random.nextDouble() * 13,
                55 + random.nextDouble() * 14,
                CAUSES[random.nextInt(CAUSES.length)],
                reporter,
                text);
    }
}
