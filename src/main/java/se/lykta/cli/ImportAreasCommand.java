package se.lykta.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.lykta.app.Workspace;
import se.lykta.place.Municipality;
import se.lykta.place.area.AreaImport;

/** {@code lykta import-areas}: the municipality and its areas from a file, or from the boundaries of the OSM extract. */
@Command(
        name = "import-areas",
        description = "Import the municipality's border and its areas. Replaces what was there.",
        mixinStandardHelpOptions = true)
final class ImportAreasCommand implements Callable<Integer> {

    private static final int FIRST_LEVEL = 8;
    private static final int LAST_LEVEL = 12;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "GeoJSON, GeoPackage, or shapefile (.shp or .zip), in any coordinate reference system")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--from-osm",
            description = "instead of a FILE: the boundaries of the extract that import-osm has read")
    private boolean fromOsm;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "admin_level of the areas, with --from-osm; else the first of 9, 10 and 8 that has any")
    private Optional<Integer> level = Optional.empty();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "the municipality's name, if the file does not tell it; with --from-osm which one is meant")
    private @Nullable String name;

    @Override
    public Integer call() {
        checkCall();
        try (Workspace workspace = Workspace.open(CommandSettings.of(spec))) {
            var options = new AreaImport.Options(name, workspace.settings().timeZone());
            var areas = new AreaImport(workspace.database().jdbi());
            OptionalInt chosen = level.stream().mapToInt(number -> number).findFirst();
            Municipality municipality =
                    file.map(path -> areas.run(path, options)).orElseGet(() -> areas.runFromOsm(chosen, options));
            tell(municipality, workspace.places().listAreas().size());
            return 0;
        }
    }

    private void checkCall() {
        if (file.isPresent() == fromOsm) {
            throw wrong(fromOsm ? "FILE and --from-osm exclude each other: give one" : "give a FILE or --from-osm");
        }
        if (level.isPresent() && !fromOsm) {
            throw wrong("--level goes with --from-osm: a FILE has no levels");
        }
        level.filter(number -> number < FIRST_LEVEL || number > LAST_LEVEL).ifPresent(number -> {
            throw wrong(
                    "--level %d is no level of areas, allowed are %d to %d".formatted(number, FIRST_LEVEL, LAST_LEVEL));
        });
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void tell(Municipality municipality, int areas) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s with %d areas%n", municipality.name(), areas);
        if (fromOsm && areas == 0) {
            out.println(
                    "no boundary of admin_level 9, 10 or 8 lies in it: draw areas on the map, or import them from a file");
        }
    }
}
