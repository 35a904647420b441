package se.lykta.bench;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lykta.db.DatabaseSettings;
import se.lykta.db.TestDatabase;
import se.lykta.report.ImportOptions;
import se.lykta.report.ImportProgress;
import se.lykta.report.ImportResult;
import se.lykta.report.ReportImport;
import se.lykta.taxonomy.Taxonomy;

/**
 * A million reports: our import from CSV against {@code psql \copy} of the same finished rows into the same table with the
 * same indexes, on the same server, alternately.
 *
 * <p>psql gets the better part: its rows have causes, light, reporter and geometry already. Rows: seeded, a minute in
 * 2020..2025, a tenth with a text, one in three with a reporter. Needs {@code psql}. Prints the median of the ratios.
 */
@Tag("bench")
class ImportBench {

    private static final Logger LOG = LoggerFactory.getLogger(ImportBench.class);
    private static final int ROWS = Integer.getInteger("lykta.bench.rows", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("lykta.bench.rounds", 3);
    private static final long SEED = 20_260_115;
    private static final String[] CAUSES = {
        "A11", "A11 A31", "A12", "A42", "B11", "B12 B21", "C12", "D11", "E19", "A61 A11"
    };
    private static final String COLUMNS = "geom, causes, source, state, place_kind, occurred_at, occurred_precision,"
            + " recurring, reported_at, light, reporter, text, origin, external_id";

    @TempDir
    private Path directory;

    @Test
    void importIsAtLeastHalfAsFastAsCopy() throws Exception {
        Path csv = write("reports.csv", ROWS);
        Path rows = directory.resolve("rows.tsv");
        warmUp();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
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
            ratios.add(copySeconds / importSeconds);
            LOG.info("round {}: import {} s, psql copy {} s", round, importSeconds, copySeconds);
        }
        Collections.sort(ratios);
        double median = ratios.get(ratios.size() / 2);

        LOG.info("figure import-vs-copy {}", String.format(Locale.ROOT, "%.2f", median));
        assertThat(median).isGreaterThanOrEqualTo(0.5);
    }

    private void warmUp() throws IOException {
        try (TestDatabase database = TestDatabase.create()) {
            importSeconds(database, write("warm.csv", Math.min(ROWS, 100_000)));
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

        assertThat(result.faults()).isEmpty();
        assertThat(result.created()).isEqualTo(result.rows());
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
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return (System.nanoTime() - start) / 1e9;
    }

    private Path write(String name, int rows) throws IOException {
        var random = new Random(SEED);
        Path file = directory.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("external_id,occurred_at,lon,lat,causes,source,place_kind,reporter,text\n");
            for (int i = 0; i < rows; i++) {
                out.write(line(i, random));
            }
        }
        return file;
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
