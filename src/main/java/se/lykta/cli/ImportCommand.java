package se.lykta.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.lykta.app.Readings;
import se.lykta.app.Workspace;
import se.lykta.hotspot.findings.AuditRun;
import se.lykta.report.csv.ImportOptions;
import se.lykta.report.csv.ImportResult;

/** {@code lykta import}: reports from a CSV file. */
@Command(
        name = "import",
        description = {
            "Import reports from a CSV file, all or nothing; importing it again changes nothing.",
            "Columns: external_id, occurred_at, reported_at, lon, lat (or x, y), causes, source, state, place_kind,",
            "reporter, text, recurring. Example:",
            "lykta import robberies.csv --map external_id=id,occurred_at=timestamp,causes=category \\",
            "  --cause \"personal robbery=D14\" --set source=police"
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final int FINDINGS_TOLD = 5;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "CSV with a header line, UTF-8 or Windows-1252")
    private Path file;

    @Option(
            names = "--map",
            split = ",",
            paramLabel = "COLUMN=NAME",
            description = "which column of the file holds what")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--set", split = ",", paramLabel = "COLUMN=VALUE", description = "one value for all lines")
    private Map<String, String> constants = new LinkedHashMap<>();

    @Option(names = "--cause", paramLabel = "VALUE=CODES", description = "what a value of the cause column means")
    private Map<String, String> causes = new LinkedHashMap<>();

    @Option(names = "--default-cause", paramLabel = "CODE", description = "cause of lines whose value means none")
    private Optional<String> defaultCause = Optional.empty();

    @Option(
            names = "--crs",
            paramLabel = "EPSG:CODE",
            defaultValue = "EPSG:4326",
            description = "of the coordinates, ${DEFAULT-VALUE}")
    private String crs;

    @Option(names = "--origin", paramLabel = "NAME", description = "the system the file comes from; the file's name")
    private Optional<String> origin = Optional.empty();

    @Option(names = "--dry-run", description = "check everything, write nothing")
    private boolean dryRun;

    @Option(names = "--skip-bad", description = "import the good lines although others are bad")
    private boolean skipBad;

    @Override
    public Integer call() {
        try (Workspace workspace = Workspace.open(CommandSettings.of(spec))) {
            ImportOptions options = ImportOptions.of(
                            name(), workspace.settings().timeZone())
                    .withColumns(columns)
                    .withConstants(constants)
                    .withCauses(causes, defaultCause)
                    .withCrs(crs)
                    .withMode(dryRun, skipBad);
            ImportResult result = run(workspace, options);
            int status = tell(result);
            if (result.written()) {
                tell(Readings.of(workspace).auditAnew());
            }
            return status;
        }
    }

    private ImportResult run(Workspace workspace, ImportOptions options) {
        try (var progress = new Progress("Importing", spec.commandLine().getErr())) {
            return workspace.reportImport().run(file, options, progress::bytes);
        }
    }

    private void tell(AuditRun audit) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "audit of %d reports: %s%n",
                audit.reports(), count(audit.findings().size()));
        audit.findings().stream()
                .limit(FINDINGS_TOLD)
                .forEach(finding -> out.printf(
                        "  %s: %s%n",
                        finding.severity().name().toLowerCase(Locale.ROOT),
                        finding.sentence().en()));
        if (!audit.findings().isEmpty()) {
            out.println("Look at them, and exclude what spoils the map, under Datagranskning on the page.");
        }
    }

    private static String count(int findings) {
        return findings == 0 ? "nothing found" : findings + (findings == 1 ? " finding" : " findings");
    }

    private String name() {
        return origin.orElseGet(() -> String.valueOf(file.getFileName()));
    }

    private int tell(ImportResult result) {
        PrintWriter out = spec.commandLine().getOut();
        result.faults()
                .forEach(fault -> out.printf(
                        "line %d%s: %s (%s)%n",
                        fault.line(),
                        fault.column().isEmpty() ? "" : ", " + fault.column(),
                        fault.message(),
                        fault.code()));
        result.faultsByCode().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> out.printf("%d × %s%n", entry.getValue(), entry.getKey()));
        out.printf(
                "%d lines (%s): %d new, %d changed, %d unchanged, %d faulty%n",
                result.rows(),
                result.encoding(),
                result.created(),
                result.changed(),
                result.unchanged(),
                result.faulty());
        if (dryRun) {
            out.println("dry run: nothing was written");
        } else if (!result.written()) {
            out.println("nothing was written; mend the lines, or leave them out with --skip-bad");
        }
        return result.written() || (dryRun && result.faulty() == 0) ? 0 : 1;
    }
}
