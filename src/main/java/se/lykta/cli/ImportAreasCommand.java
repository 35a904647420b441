package se.lykta.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.lykta.app.Workspace;
import se.lykta.place.Municipality;
import se.lykta.place.area.AreaImport;

/** {@code lykta import-areas}: the municipality and its areas from a file. */
@Command(
        name = "import-areas",
        description = "Import the municipality's border and its areas. Replaces what was there.",
        mixinStandardHelpOptions = true)
final class ImportAreasCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "GeoJSON, GeoPackage, or shapefile (.shp or .zip), in any coordinate reference system")
    private Path file;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "the municipality's name, if the file does not tell it")
    private @Nullable String name;

    @Override
    public Integer call() {
        try (Workspace workspace = Workspace.open(CommandSettings.of(spec))) {
            var options = new AreaImport.Options(name, workspace.settings().timeZone());
            Municipality municipality = new AreaImport(workspace.places()).run(file, options);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s with %d areas%n",
                            municipality.name(), workspace.places().listAreas().size());
            return 0;
        }
    }
}
