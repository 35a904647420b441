package se.lykta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.lykta.app.Workspace;
import se.lykta.place.AreaImport;
import se.lykta.place.Municipality;

/** {@code lykta import-areas}: the municipality and its areas from GeoJSON. */
@Command(
        name = "import-areas",
        description = "Import the municipality's border and its areas from GeoJSON. Replaces what was there.",
        mixinStandardHelpOptions = true)
final class ImportAreasCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "a feature collection of polygons")
    private Path file;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "the municipality's name, if the file does not tell it")
    private @Nullable String name;

    @Override
    public Integer call() throws IOException {
        byte[] content = Files.readAllBytes(file);
        try (Workspace workspace = Workspace.open(CommandSettings.of(spec))) {
            var options = new AreaImport.Options(name, workspace.settings().timeZone());
            Municipality municipality = new AreaImport(workspace.places()).run(content, options);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s with %d areas%n",
                            municipality.name(), workspace.places().listAreas().size());
            return 0;
        }
    }
}
