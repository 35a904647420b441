package se.lykta.report.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.db.TestDatabase;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.report.Drafts;
import se.lykta.report.Moderation;
import se.lykta.taxonomy.ReportState;

/** Files that go in, files that don't, and files that come again. */
class ReportImportTest {

    private static final String HEADER =
            "external_id,occurred_at,reported_at,lon,lat,causes,source,state,place_kind,reporter,text\n";
    private static final String ONE =
            "a1,2025-10-03T21:30,2025-10-04,15.1,56.1,A11 A31,police,published,park,anna,\"Mörkt, \"\"mycket\"\"\nmörkt\"\n";
    private static final String TWO = "a2,2025-10,,15.2,56.2,B11,resident,received,,,\n";
    private static final ImportOptions OPTIONS = ImportOptions.of("test", Drafts.ZONE);

    @TempDir
    private Path directory;

    private TestDatabase database;
    private Jdbi jdbi;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        jdbi = database.database().jdbi();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyColumnArrivesInItsPlace() throws IOException {
        ImportResult result = run(HEADER + ONE + TWO, OPTIONS);

        assertThat(result.written()).isTrue();
        assertThat(result.created()).isEqualTo(2);
        assertThat(strings("""
                        SELECT concat_ws('|', external_id, ST_AsText(geom), causes::text, source, state, place_kind,
                            occurred_at AT TIME ZONE 'UTC', occurred_precision, reported_at AT TIME ZONE 'UTC', light, text)
                        FROM report ORDER BY external_id
                        """))
                .containsExactly(
                        "a1|POINT(15.1 56.1)|{A11,A31}|police|published|park|2025-10-03 19:30:00|minute|2025-10-03 22:00:00"
                                + "|dark|Mörkt, \"mycket\"\nmörkt",
                        "a2|POINT(15.2 56.2)|{B11}|resident|received|2025-09-30 22:00:00|month|2025-09-30 22:00:00|unknown");
        assertThat(strings("SELECT reporter > 0 FROM report ORDER BY external_id"))
                .containsExactly("t", "f");
        assertThat(strings("SELECT concat(first_report_id, '-', last_report_id) FROM outbox"))
                .containsExactly("1-2");
        assertThat(strings("SELECT concat_ws('|', actor, action, details->>'created') FROM audit"))
                .containsExactly("import:test|reports-imported|2");
    }

    @Test
    void importingAgainChangesOnlyWhatHasChanged() throws IOException {
        run(HEADER + ONE + TWO, OPTIONS);

        ImportResult same = run(HEADER + ONE + TWO, OPTIONS);
        ImportResult other = run(HEADER + ONE + TWO.replace("56.2", "56.3") + TWO.replace("a2", "a3"), OPTIONS);

        assertThat(List.of(same.created(), same.changed(), same.unchanged())).containsExactly(0L, 0L, 2L);
        assertThat(List.of(other.created(), other.changed(), other.unchanged())).containsExactly(1L, 1L, 1L);
        assertThat(strings("SELECT concat_ws('|', id, ST_Y(geom)) FROM report ORDER BY id"))
                .containsExactly("1|56.1", "2|56.3", "3|56.2");
        assertThat(strings("SELECT concat(first_report_id, '-', last_report_id) FROM outbox ORDER BY number"))
                .containsExactly("1-2", "2-2", "3-3");
    }

    @Test
    void theBorderIsReadOnceForAFileAndNotForEveryLine() throws IOException {
        var reads = new AtomicInteger();
        var importer = new ReportImport(
                jdbi,
                Drafts.TAXONOMY,
                () -> {
                    reads.incrementAndGet();
                    return Drafts.SQUARE.get();
                },
                Drafts.CLOCK,
                new SecureRandom());
        Path file = Files.writeString(directory.resolve("border.csv"), HEADER + ONE + TWO);

        ImportResult result = importer.run(file, OPTIONS, ImportProgress.SILENT);

        assertThat(result.created()).isEqualTo(2);
        assertThat(reads).hasValue(1);
    }

    @Test
    void theSameKeyInAnotherOriginIsAnotherReport() throws IOException {
        run(HEADER + TWO, OPTIONS);

        ImportResult other = run(HEADER + TWO, ImportOptions.of("elsewhere", Drafts.ZONE));

        assertThat(other.created()).isEqualTo(1);
        assertThat(strings("SELECT origin FROM report ORDER BY id")).containsExactly("test", "elsewhere");
    }

    @Test
    void moderationHasTheLastWordOnStates() throws IOException {
        String three = TWO.replace("a2", "a3");
        run(HEADER + TWO + three, OPTIONS);
        new Moderation(jdbi, Drafts.CLOCK).move(1, ReportState.REJECTED, "hör inte hit", "eva");

        ImportResult result = run((HEADER + TWO + three).replace("received", "done"), OPTIONS);

        assertThat(result.changed()).isEqualTo(1);
        assertThat(strings("SELECT state FROM report ORDER BY id")).containsExactly("rejected", "done");
        assertThat(strings("SELECT concat_ws('|', report_id, state, actor) FROM report_state ORDER BY id"))
                .containsExactly("1|rejected|eva", "2|done|import:test");
    }

    @Test
    void oneBadLineRefusesTheFileUnlessBadLinesAreSkipped() throws IOException {
        String file = HEADER + ONE + "a2,igår,,15.2,x,Z99,martian,gone,moon,,bell \u0007\n" + TWO.replace("a2", "a3")
                + "a4,2025-10-03,,20,60,A11,police,,,,\n,2025-10-03,,15,56,A11,police,,,,\na5,2025\n"
                + TWO.replace("a2", "a3");

        ImportResult refused = run(file, OPTIONS);

        assertThat(refused.written()).isFalse();
        assertThat(refused.faulty()).isEqualTo(5);
        assertThat(refused.faultsByCode())
                .isEqualTo(Map.ofEntries(
                        Map.entry("invalid-coordinate", 1L),
                        Map.entry("unknown-cause", 1L),
                        Map.entry("unknown-source", 1L),
                        Map.entry("unknown-state", 1L),
                        Map.entry("unknown-place-kind", 1L),
                        Map.entry("invalid-time", 1L),
                        Map.entry("invalid-text", 1L),
                        Map.entry("outside-municipality", 1L),
                        Map.entry("missing-external-id", 1L),
                        Map.entry("wrong-number-of-fields", 1L),
                        Map.entry("duplicate-external-id", 1L)));
        // the first report takes two lines, so the second begins in line 4
        assertThat(refused.faults())
                .extracting(ImportResult.LineFault::line)
                .containsExactly(4L, 4L, 4L, 4L, 4L, 4L, 4L, 6L, 7L, 8L, 9L);
        assertThat(strings("SELECT id FROM report")).isEmpty();
        assertThat(strings("SELECT number FROM outbox")).isEmpty();
        assertThat(strings("SELECT number FROM audit")).isEmpty();

        ImportResult skipped = run(file, OPTIONS.withMode(false, true));

        assertThat(skipped.written()).isTrue();
        assertThat(List.of(skipped.rows(), skipped.created(), skipped.faulty())).containsExactly(7L, 2L, 5L);
        assertThat(strings("SELECT external_id FROM report ORDER BY id")).containsExactly("a1", "a3");
    }

    @Test
    void severitiesAreTakenFromOneToThreeAndNothingElse() throws IOException {
        String header = "external_id,occurred_at,lon,lat,causes,severity\n";
        String line = "%s,2025-10-03,15.2,56.2,B11,%s\n";
        String good = header + line.formatted("a1", "3") + line.formatted("a2", "") + line.formatted("a3", " 1 ");

        assertThat(run(good, OPTIONS).created()).isEqualTo(3);
        assertThat(run(good, OPTIONS).unchanged()).isEqualTo(3);
        assertThat(run(good.replace(",3\n", ",2\n"), OPTIONS).changed()).isEqualTo(1);
        assertThat(strings("SELECT concat(external_id, severity) FROM report ORDER BY external_id"))
                .containsExactly("a12", "a2", "a31");

        var faulty = new StringBuilder(header);
        List.of("0", "4", "-1", "2.0", "hög", "22").forEach(value -> faulty.append(line.formatted("b" + value, value)));
        ImportResult refused = run(faulty.toString(), OPTIONS);
        assertThat(refused.faultsByCode()).isEqualTo(Map.of("unknown-severity", 6L));
        assertThat(refused.faults()).extracting(ImportResult.LineFault::line).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(refused.faults().get(4).message()).contains("hög").contains("/api/taxonomy");
    }

    @Test
    void aConstantSeverityIsCheckedBeforeTheFile() throws IOException {
        assertThat(problem(HEADER + TWO, OPTIONS.withConstants(Map.of("severity", "4")))
                        .faults())
                .extracting(Fault::field)
                .containsExactly("severity");

        run(HEADER + TWO, OPTIONS.withConstants(Map.of("severity", "2")));
        assertThat(strings("SELECT severity FROM report")).containsExactly("2");
    }

    @Test
    void onlyTheFirstFiftyFaultsAreToldInFull() throws IOException {
        ImportResult result = run(HEADER + "x,2025-10-03,,0,0,A11,police,,,,\n".repeat(70), OPTIONS);

        assertThat(result.faults()).hasSize(50);
        assertThat(result.faultsByCode()).containsEntry("outside-municipality", 70L);
    }

    @Test
    void aDryRunTellsTheSameAndWritesNothing() throws IOException {
        run(HEADER + ONE, OPTIONS);

        ImportResult dry = run(HEADER + ONE + TWO, OPTIONS.withMode(true, false));

        assertThat(dry.written()).isFalse();
        assertThat(List.of(dry.created(), dry.changed(), dry.unchanged())).containsExactly(1L, 0L, 1L);
        assertThat(strings("SELECT external_id FROM report")).containsExactly("a1");
        assertThat(strings("SELECT count(*) FROM outbox")).containsExactly("1");
    }

    @Test
    void aForeignFileIsReadByItsMapping() throws IOException {
        var options = new ImportOptions(
                "police",
                Map.of("external_id", "Nr", "occurred_at", "När", "x", "E", "y", "N", "causes", "Typ"),
                Map.of("source", "police", "state", "in_review"),
                Map.of("Personrån", "D14", "Klotter och skräp", "A42 A41"),
                Optional.of("E19"),
                "EPSG:3006",
                Drafts.ZONE,
                false,
                false);
        // 500 000 east is the central meridian, 15° east; decimal commas; Windows letters
        String file = """
                Nr;När;N;E;Typ
                7;2025-07-01 23:00;6206000,5;500000,0;Personrån
                8;2025-07-01;6206000;500000;Klotter och skräp
                9;2025-07-01;6206000;500000;Övrigt
                """;

        ImportResult result = run(file.getBytes(Charset.forName("windows-1252")), options);

        assertThat(result.encoding()).isEqualTo("windows-1252");
        assertThat(strings("SELECT concat_ws('|', external_id, causes::text, source, state) FROM report ORDER BY id"))
                .containsExactly(
                        "7|{D14}|police|in_review", "8|{A42,A41}|police|in_review", "9|{E19}|police|in_review");
        assertThat(strings("SELECT round(ST_X(geom)::numeric, 6) FROM report LIMIT 1"))
                .containsExactly("15.000000");
        // PROJ 9: (500000, 6206000.5) in EPSG:3006 is 55.998 north; 6 degrees of meridian are 111 km each
        assertThat(Double.parseDouble(
                        strings("SELECT ST_Y(geom) FROM report LIMIT 1").get(0)))
                .isBetween(55.99, 56.01);
    }

    @Test
    void everyFaultOfTheMappingIsToldAtOnce() throws IOException {
        var options = OPTIONS.withColumns(Map.of("external_id", "nummer", "colour", "lon"))
                .withConstants(Map.of("source", "martian", "external_id", "1"))
                .withCauses(Map.of("x", "Z1"), Optional.of("A00"));

        var problem = problem("lon,lat,occurred_at\n", options);

        assertThat(problem.code()).isEqualTo("invalid-mapping");
        assertThat(problem.faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("external_id", "external_id", "source", "colour", "causes", "default-cause");
        assertThat(problem("a,b\n", OPTIONS).faults())
                .extracting(Fault::field)
                .containsExactly("external_id", "x", "y", "occurred_at", "causes");
    }

    @Test
    void wrongReferenceSystemsAreSeen() throws IOException {
        assertThat(problem(HEADER + TWO, OPTIONS.withCrs("EPSG:999999")).code()).isEqualTo("unknown-crs");
        assertThat(problem(HEADER + TWO, OPTIONS.withCrs("SWEREF")).code()).isEqualTo("unknown-crs");

        // degrees read as metres would be a point south of Ghana
        ImportResult metres = run(HEADER + TWO, OPTIONS.withCrs("EPSG:3006"));
        assertThat(metres.faultsByCode()).containsEntry("not-in-crs", 1L);
        assertThat(metres.written()).isFalse();

        // metres read as degrees
        ImportResult degrees = run(HEADER + TWO.replace("15.2,56.2", "500000,6206000"), OPTIONS);
        assertThat(degrees.faultsByCode()).containsOnlyKeys("not-on-earth");
    }

    @Test
    void halfWrittenFilesAreRefused() throws IOException {
        assertThat(problem(HEADER + ONE + "a2,2025-10-03,,15,56,A11,police,,,,\"Mör", OPTIONS)
                        .code())
                .isEqualTo("half-written-line");
        assertThat(problem(HEADER + ONE.replace("\"\"mycket\"\"", "\"mycket\""), OPTIONS)
                        .code())
                .isEqualTo("broken-quotes");

        ImportResult cut = run(HEADER + ONE + "a2,2025-10-03,,15", OPTIONS);
        assertThat(cut.faultsByCode()).isEqualTo(Map.of("half-written-line", 1L));
        assertThat(cut.written()).isFalse();

        ImportResult unended = run(HEADER + ONE + TWO.strip(), OPTIONS);
        assertThat(unended.created()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNotThereOrHasNoLinesIsTold() throws IOException {
        var missing = catchThrowableOfType(
                ApiException.class,
                () -> importer(jdbi).run(directory.resolve("none.csv"), OPTIONS, ImportProgress.SILENT));
        assertThat(missing.code()).isEqualTo("unreadable-file");
        assertThat(problem("\n\n", OPTIONS).code()).isEqualTo("empty-file");
        assertThat(run(HEADER, OPTIONS).rows()).isZero();
    }

    @Test
    void twoImportsOfOneOriginExcludeEachOther() throws IOException {
        try (Handle running = jdbi.open()) {
            running.begin();
            new ImportStore().begin(running, "test");

            assertThat(problem(HEADER + TWO, OPTIONS).code()).isEqualTo("import-running");
            assertThat(run(HEADER + TWO, ImportOptions.of("other", Drafts.ZONE)).created())
                    .isEqualTo(1);
            running.rollback();
        }
    }

    @Test
    void aLargeFileGoesThroughInChunksAndTellsItsProgress() throws IOException {
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < 20_000; i++) {
            file.append("k%d,2025-06-%02dT12:00,,15.%05d,56,A11,police,,,,text %d\n"
                    .formatted(i, 1 + i % 30, i % 40_000, i));
        }
        List<Long> told = new ArrayList<>();
        Path path = write(file.toString().getBytes(StandardCharsets.UTF_8));

        ImportResult result = importer(jdbi).run(path, OPTIONS, (bytes, of) -> told.add(bytes));

        assertThat(result.created()).isEqualTo(20_000);
        assertThat(told).isSorted().endsWith(Files.size(path)).hasSizeGreaterThan(10);
        assertThat(strings("SELECT count(*) FROM report WHERE text = 'text ' || substr(external_id, 2)"))
                .containsExactly("20000");
    }

    /** The connection dies between COPY and commit, as at kill -9: the server takes everything back. */
    @Test
    void whatBreaksOffLeavesNothing() throws IOException {
        jdbi.useHandle(handle -> handle.execute("ALTER TABLE outbox ADD CONSTRAINT never CHECK (false)"));
        Path path = write((HEADER + ONE + TWO).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> importer(jdbi).run(path, OPTIONS, ImportProgress.SILENT))
                .isInstanceOf(RuntimeException.class);

        assertThat(strings("SELECT id FROM report")).isEmpty();
        assertThat(strings("SELECT number FROM audit")).isEmpty();
        assertThat(strings("SELECT relname FROM pg_class WHERE relname = 'import_row'"))
                .isEmpty();
    }

    private ApiException problem(String file, ImportOptions options) throws IOException {
        Path path = write(file.getBytes(StandardCharsets.UTF_8));
        var problem = catchThrowableOfType(
                ApiException.class, () -> importer(jdbi).run(path, options, ImportProgress.SILENT));
        assertThat(problem).isNotNull();
        return problem;
    }

    static ReportImport importer(Jdbi jdbi) {
        return new ReportImport(jdbi, Drafts.TAXONOMY, Drafts.SQUARE, Drafts.CLOCK, new SecureRandom());
    }

    private ImportResult run(String file, ImportOptions options) throws IOException {
        return run(file.getBytes(StandardCharsets.UTF_8), options);
    }

    private ImportResult run(byte[] file, ImportOptions options) throws IOException {
        return importer(jdbi).run(write(file), options, ImportProgress.SILENT);
    }

    private Path write(byte[] file) throws IOException {
        return Files.write(directory.resolve("reports.csv"), file);
    }

    private List<String> strings(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
