package se.lykta.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.analysis.Analysis;
import se.lykta.hotspot.analysis.DescribedTable;
import se.lykta.hotspot.analysis.Result;
import se.lykta.hotspot.audit.Code;
import se.lykta.hotspot.file.AuditedInput;
import se.lykta.hotspot.file.Input;
import se.lykta.hotspot.file.Method;
import se.lykta.hotspot.file.Methods;
import se.lykta.hotspot.file.Parameter;
import se.lykta.hotspot.file.PointsFile;
import se.lykta.hotspot.file.StudyArea;
import se.lykta.hotspot.file.Table;
import se.lykta.hotspot.file.TableFile;

/** {@code lykta hotspots}: any method on any file of points, without a server. */
@Command(
        name = "hotspots",
        description = {
            "Run a method of hotspot analysis on a CSV file of points, without a server or database, or without --input",
            "on the reports of the database, with filters as in the API, for the same answer as /api/analyses.",
            "Columns: x and y in metres of --crs, or lon and lat; id and time, if there are any. Examples:",
            "lykta hotspots --input robberies.csv --crs EPSG:32615 --method dbscan --eps 500 --min-pts 15 --out clusters.csv",
            "lykta hotspots --method kde --filter cause=B --out speeding.tif"
        },
        mixinStandardHelpOptions = true,
        modelTransformer = HotspotsCommand.MethodOptions.class)
final class HotspotsCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--input",
            paramLabel = "FILE.csv",
            description = "the points, with a header line; else the reports of the database")
    private Optional<Path> input = Optional.empty();

    @Option(names = "--filter", paramLabel = "NAME=VALUE", description = "only some reports of the database")
    private Map<String, String> filters = new LinkedHashMap<>();

    @Option(
            names = "--crs",
            paramLabel = "EPSG:CODE",
            description = "metric system of x and y, or into which lon and lat are projected; else one that suits")
    private Optional<String> crs = Optional.empty();

    @Option(
            names = "--map",
            split = ",",
            paramLabel = "COLUMN=NAME",
            description = "the file's names of id, x, y, lon, lat, time")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--area", paramLabel = "FILE.geojson", description = "the study area, longitude and latitude")
    private Optional<Path> area = Optional.empty();

    @Option(
            names = "--method",
            required = true,
            paramLabel = "NAME",
            description = "one of: ${COMPLETION-CANDIDATES}",
            completionCandidates = MethodNames.class)
    private String method;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "where to write, .csv or .geojson; else CSV to standard output")
    private String out = STANDARD_OUTPUT;

    @Option(
            names = "--exclude",
            split = ",",
            paramLabel = "CODE",
            description = "leave out the points of these findings of the audit, such as default-geocode, burst")
    private Set<String> excluded = new LinkedHashSet<>();

    @Option(names = "--skip-bad", description = "leave out lines without a usable position")
    private boolean skipBad;

    private static String help(Method method, String name) {
        Parameter parameter = parameter(method, name);
        String otherwise = parameter.otherwise().isEmpty() ? "" : " (" + parameter.otherwise() + ")";
        return method.name() + ": " + parameter.help() + otherwise;
    }

    private static Parameter parameter(Method method, String name) {
        return method.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Integer call() throws IOException {
        Method wanted = Methods.get(method);
        refuse(input.isPresent() ? onlyOfTheDatabase() : onlyOfFiles());
        keepInput();
        if (input.isPresent()) {
            ofFile(wanted, input.get());
        } else {
            Analysis analysis = ofDatabase();
            Result result = analysis.result();
            write(DescribedTable.of(analysis), result.crs());
            tell(result.table(), result.crs(), result.reports(), 0);
        }
        return 0;
    }

    private Analysis ofDatabase() {
        try (var progress = new Progress("Computing", spec.commandLine().getErr())) {
            return DatabaseRun.of(CommandSettings.of(spec), method, given(), filters, progress::share);
        }
    }

    private void ofFile(Method wanted, Path file) throws IOException {
        var reader = new PointsFile(new PointsFile.Options(crs, columns, skipBad, wanted.takesBadPoints()));
        Input points = reader.read(file);
        Input whole = area.isPresent()
                ? new Input(points.points(), Optional.of(StudyArea.read(area.get(), points.crs())), points.crs())
                : points;
        Input kept = excluded.isEmpty() ? whole : AuditedInput.without(whole, codes());
        Table table = run(wanted, kept);
        write(table, kept.crs());
        tell(table, kept.crs(), kept.points().size(), reader.bad());
        if (!excluded.isEmpty()) {
            int left = whole.points().size() - kept.points().size();
            teller().printf("excluded: %d points (%s)%n", left, String.join(", ", excluded));
        }
    }

    private Set<Code> codes() {
        try {
            return excluded.stream().map(Code::of).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            String known = Arrays.stream(Code.values()).map(Code::id).collect(Collectors.joining(", "));
            throw new ParameterException(
                    spec.commandLine(), "--exclude: %s; allowed are %s".formatted(e.getMessage(), known), e);
        }
    }

    private List<String> onlyOfTheDatabase() {
        return filters.isEmpty() ? List.of() : List.of("--filter");
    }

    private List<String> onlyOfFiles() {
        ParseResult call = spec.commandLine().getParseResult();
        return Stream.of("--crs", "--map", "--area", "--exclude", "--skip-bad")
                .filter(call::hasMatchedOption)
                .toList();
    }

    private void keepInput() throws IOException {
        Path target = Path.of(out);
        Stream<Path> background = Stream.ofNullable(given().get("background")).map(Path::of);
        for (Path read : Stream.of(input.stream(), area.stream(), background)
                .flatMap(paths -> paths)
                .toList()) {
            if (Files.exists(target) && Files.exists(read) && Files.isSameFile(target, read)) {
                throw new ParameterException(spec.commandLine(), "--out would replace " + read + ", which is read");
            }
        }
    }

    private void refuse(List<String> options) {
        if (!options.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    String.join(", ", options)
                            + (input.isPresent() ? " is for the reports of the database" : " is for --input FILE.csv"));
        }
    }

    private Table run(Method wanted, Input whole) {
        try (var progress = new Progress("Computing", spec.commandLine().getErr())) {
            return Methods.run(wanted, whole, given(), progress::share);
        }
    }

    private Map<String, String> given() {
        ParseResult call = spec.commandLine().getParseResult();
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : Methods.byParameter().keySet()) {
            if (call.hasMatchedOption("--" + name)) {
                String value = call.matchedOptionValue("--" + name, "");
                if (value.isBlank()) {
                    throw new ParameterException(spec.commandLine(), "--" + name + " has no value");
                }
                given.put(name, value);
            }
        }
        return given;
    }

    private void write(Table table, MetricCrs metres) throws IOException {
        var file = new TableFile(table, metres);
        if (out.equals(STANDARD_OUTPUT)) {
            StandardOutput.write(stream -> file.write(".csv", stream));
            return;
        }
        WholeFile.write(out, part -> {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part))) {
                file.write(out, stream);
            }
        });
    }

    private void tell(Table table, MetricCrs metres, int points, long bad) {
        boolean piped = out.equals(STANDARD_OUTPUT);
        PrintWriter writer = teller();
        writer.printf(
                "%s: %d points in %s%s, %d rows%s%n",
                method,
                points,
                metres.name(),
                bad == 0 ? "" : " (" + bad + " bad lines)",
                table.rows(),
                piped ? "" : " in " + out);
        table.facts().forEach((name, value) -> writer.printf("%s: %s%n", name, value));
    }

    /** Where to say something without mixing it with the rows. */
    private PrintWriter teller() {
        return out.equals(STANDARD_OUTPUT)
                ? spec.commandLine().getErr()
                : spec.commandLine().getOut();
    }

    /** Adds an option for each parameter of each method. */
    static final class MethodOptions implements IModelTransformer {

        @Override
        public CommandSpec transform(CommandSpec command) {
            Methods.byParameter().forEach((name, readers) -> {
                String help = readers.stream().map(reader -> help(reader, name)).collect(Collectors.joining("; "));
                command.addOption(OptionSpec.builder("--" + name)
                        .type(String.class)
                        .paramLabel(parameter(readers.get(0), name).label())
                        .description(help.replace("%", "%%"))
                        .build());
            });
            return command;
        }
    }

    /** The names of all methods, for the help. */
    static final class MethodNames implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            List<String> names = Methods.list().stream().map(Method::name).toList();
            return names.iterator();
        }
    }
}
