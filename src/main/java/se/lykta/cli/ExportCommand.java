package se.lykta.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import se.lykta.export.Exporter;
import se.lykta.http.ApiException;
import se.lykta.http.QueryParameters;
import se.lykta.index.Filters;
import se.lykta.layer.Layer;
import se.lykta.layer.View;
import se.lykta.place.base.BaseTiles;

/** {@code lykta export}: a layer as a GeoJSON file, with the same filters as the API, or the base map as an archive. */
@Command(
        name = "export",
        description = {
            "Export a layer: hotspots.geojson, reports.geojson, snap-points.geojson (where the public sees reports),",
            "hot-cells, density, density-contours, concentration or emerging-cells.geojson (lykta hotspots has more",
            "to choose), or the base map: base.pmtiles. The file appears when it is whole.",
            "Filters as in the API: --filter cause=A11,B --filter from=2025-01-01, of snap points --filter scale=quarter,",
            "of hotspots also what makes and ranks them: --filter by=group --filter weight=severity,recency"
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private static final String ENDING = ".geojson";
    private static final String BASE = "base.pmtiles";

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
            if (layer.equals(BASE)) {
                writeBase(workspace);
                return 0;
            }
            var readings = Readings.of(workspace);
            String id = layer.endsWith(ENDING) ? layer.substring(0, layer.length() - ENDING.length()) : layer;
            Layer wanted = readings.exporter().layer(id);
            View view = view(workspace, wanted);
            readings.load();
            write(readings.exporter(), wanted, view);
            return 0;
        }
    }

    private View view(Workspace workspace, Layer wanted) {
        Map<String, List<String>> given = new HashMap<>();
        filters.forEach((name, value) -> given.put(name, List.of(value)));
        QueryParameters query = QueryParameters.of(given, wanted.parameters().toArray(String[]::new));
        View view = View.parse(
                query,
                new Filters(workspace.taxonomy(), workspace.settings().timeZone(), workspace.places()::listAreas));
        query.check();
        return view.as(released ? Audience.PUBLIC : Audience.STAFF);
    }

    private void write(Exporter exporter, Layer wanted, View view) throws IOException {
        String target = out.orElse(wanted.id() + ENDING);
        if (target.equals("-")) {
            StandardOutput.write(stream -> exporter.write(wanted, view, stream));
            return;
        }
        long[] features = {0};
        WholeFile.write(target, part -> {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part))) {
                features[0] = exporter.write(wanted, view, stream);
            }
        });
        spec.commandLine().getOut().printf("%d features in %s%n", features[0], target);
    }

    /** The archive as the service has it; it is built here if there is none of the map in use. */
    private void writeBase(Workspace workspace) throws IOException {
        if (released || !filters.isEmpty()) {
            throw new ApiException(
                    ApiException.Kind.INVALID,
                    "no-filter",
                    "the base map is the same for everybody: no filter, no --public",
                    List.of());
        }
        try (BaseTiles tiles = workspace.baseTiles();
                var progress = new Progress("Drawing", spec.commandLine().getErr())) {
            Path archive = tiles.build(progress::share)
                    .orElseThrow(
                            () -> ApiException.notFound("no-map", "there is no map yet: run ./lykta import-osm FILE"));
            String target = out.orElse(BASE);
            if (target.equals("-")) {
                StandardOutput.write(stream -> Files.copy(archive, stream));
                return;
            }
            WholeFile.write(target, part -> Files.copy(archive, part, StandardCopyOption.REPLACE_EXISTING));
            spec.commandLine().getOut().printf("%d kB in %s%n", Files.size(archive) >> 10, target);
        }
    }
}
