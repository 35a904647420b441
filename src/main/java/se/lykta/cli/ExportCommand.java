package se.lykta.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.lykta.account.Audience;
import se.lykta.app.Readings;
import se.lykta.app.Workspace;
import se.lykta.http.QueryParameters;
import se.lykta.index.Filter;
import se.lykta.index.Filters;
import se.lykta.layer.View;

/** {@code lykta export}: a layer as a GeoJSON file, with the same filters as the API. */
@Command(
        name = "export",
        description = {
            "Export a layer: hotspots.geojson or reports.geojson. The file appears when it is whole.",
            "Filters as in the API: --filter cause=A11,B --filter from=2025-01-01"
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private static final String ENDING = ".geojson";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LAYER.geojson", description = "which layer")
    private String layer;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "where to write; else LAYER.geojson here, - for standard output")
    private Optional<String> out = Optional.empty();

    @Option(names = "--filter", paramLabel = "NAME=VALUE", description = "only some reports")
    private Map<String, String> filters = new HashMap<>();

    @Option(names = "--public", description = "what the public may see instead of the exact reports")
    private boolean released;

    @Override
    public Integer call() throws IOException {
        try (Workspace workspace = Workspace.open(CommandSettings.of(spec))) {
            Map<String, List<String>> given = new HashMap<>();
            filters.forEach((name, value) -> given.put(name, List.of(value)));
            QueryParameters query = QueryParameters.of(given, Filter.PARAMETERS.toArray(String[]::new));
            var filters =
                    new Filters(workspace.taxonomy(), workspace.settings().timeZone(), workspace.places()::listAreas);
            Filter filter = filters.parse(query);
            query.check();
            write(Readings.load(workspace), new View(released ? Audience.PUBLIC : Audience.STAFF, filter));
            return 0;
        }
    }

    private void write(Readings readings, View view) throws IOException {
        String id = layer.endsWith(ENDING) ? layer.substring(0, layer.length() - ENDING.length()) : layer;
        String target = out.orElse(id + ENDING);
        if (target.equals("-")) {
            readings.exporter().write(id, view, System.out);
            return;
        }
        Path file = Path.of(target).toAbsolutePath();
        if (Files.isDirectory(file)) { // an empty one would be replaced
            throw new FileSystemException(target, null, "is a directory");
        }
        Path part = Files.createTempFile(file.getParent(), "." + id, ".part");
        try {
            long features;
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part))) {
                features = readings.exporter().write(id, view, stream);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            spec.commandLine().getOut().printf("%d features in %s%n", features, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
