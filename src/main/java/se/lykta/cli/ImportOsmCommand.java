package se.lykta.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.lykta.app.Workspace;
import se.lykta.place.OsmCounts;

/** {@code lykta import-osm}: base map, names and foot network from an OpenStreetMap file. */
@Command(
        name = "import-osm",
        description = "Import an OpenStreetMap extract: base map, names, foot network. Replaces the one before.",
        mixinStandardHelpOptions = true)
final class ImportOsmCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = ".osm, .osm.gz or .osm.pbf")
    private Path file;

    @Override
    public Integer call() {
        try (Workspace workspace = Workspace.open(CommandSettings.of(spec))) {
            tell(run(workspace));
            return 0;
        }
    }

    private OsmCounts run(Workspace workspace) {
        try (var progress = new Progress("Reading", spec.commandLine().getErr())) {
            return workspace.osmImport().run(file, progress::share).counts();
        }
    }

    private void tell(OsmCounts counts) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%d nodes, %d ways, %d relations: %d things on the map, %d names, %d addresses%n",
                counts.nodes(),
                counts.ways(),
                counts.relations(),
                counts.features(),
                counts.names(),
                counts.addresses());
        out.printf("%d boundaries, of which %d municipalities%n", counts.boundaries(), counts.municipalities());
        counts.notices().forEach(notice -> out.printf("%s: %s%n", notice.code(), notice.text()));
    }
}
