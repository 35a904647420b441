package se.lykta.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.lykta.app.Workspace;
import se.lykta.place.OsmCounts;
import se.lykta.place.osm.file.OsmOrder;
import se.lykta.place.osm.file.OsmProgress;

/** {@code lykta import-osm}: base map, names and foot network from an OpenStreetMap file. */
@Command(
        name = "import-osm",
        description = "Import an OpenStreetMap extract: base map, names, foot network. Replaces the one before.",
        mixinStandardHelpOptions = true)
final class ImportOsmCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE|URL",
            description = {
                ".osm, .osm.gz or .osm.pbf; a URL of one; or overpass:NAME for the municipality of that name.",
                "After an interruption the same command goes on."
            })
    private String source;

    @Option(names = "--clip", paramLabel = "FILE", description = "Only what lies in the polygons of this GeoJSON file.")
    private @Nullable Path clip;

    @Option(
            names = "--margin",
            paramLabel = "METRES",
            defaultValue = "1000",
            description = "How much around them is kept too (default ${DEFAULT-VALUE}).")
    private double marginMetres;

    @Option(names = "--overpass", paramLabel = "URL", description = "The Overpass interpreter to ask.")
    private URI overpass = OsmOrder.PUBLIC_OVERPASS;

    @Option(
            names = "--max-mb",
            paramLabel = "MB",
            defaultValue = "5120",
            description = "The largest file to download (default ${DEFAULT-VALUE}).")
    private long mostMegabytes;

    @Override
    public Integer call() {
        try (Workspace workspace = Workspace.open(CommandSettings.of(spec))) {
            tell(run(workspace));
            return 0;
        }
    }

    private OsmCounts run(Workspace workspace) {
        var order =
                new OsmOrder(source, Optional.ofNullable(clip), marginMetres, overpass, mostMegabytes << 20, PATIENCE);
        PrintWriter err = spec.commandLine().getErr();
        try (var fetching = new Progress("Fetching", err);
                var reading = new Progress("Reading", err)) {
            return workspace
                    .osmImport()
                    .run(order, (step, share) -> (step == OsmProgress.Step.FETCH ? fetching : reading).share(share))
                    .counts();
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
