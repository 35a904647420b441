package se.lykta.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import se.lykta.http.ApiException;
import se.lykta.place.Municipality;
import se.lykta.place.area.AreaImport;
import se.lykta.report.Changes;
import se.lykta.report.csv.ImportOptions;
import se.lykta.report.csv.ImportProgress;
import se.lykta.report.csv.ImportResult;

/**
 * Loads the fictional municipality Ljusbro into an empty database, once.
 *
 * <p>Each of its three steps is all or nothing and is left out once it is done, so a start that was interrupted is finished
 * by the next one. A database that holds another municipality is refused.
 */
final class DemoLoader {

    private static final String FOLDER = "/data/demo/";
    private static final String NAME = "Ljusbro";

    private final Workspace workspace;
    private final Consumer<String> tell;

    DemoLoader(Workspace workspace, Consumer<String> tell) {
        this.workspace = workspace;
        this.tell = tell;
    }

    /** Loads what is missing. */
    void loadOnce() {
        Optional<Municipality> there = workspace.places().findMunicipality();
        if (there.isPresent() && !there.get().name().equals(NAME)) {
            throw new ApiException(
                    ApiException.Kind.CONFLICT,
                    "not-a-demo-database",
                    "this database holds " + there.get().name() + "; the demonstration needs an empty one",
                    List.of());
        }
        if (there.isEmpty()) {
            tell.accept("Loading the fictional municipality " + NAME);
            var options = new AreaImport.Options(null, workspace.settings().timeZone());
            new AreaImport(workspace.database().jdbi()).run(bytes("areas.geojson"), options);
        }
        if (workspace.places().findOsmSource().isEmpty()) {
            withFile("ljusbro.osm", file -> workspace.osmImport().run(file, share -> {}));
        }
        if (!hasReports()) {
            withFile("reports.csv", this::loadReports);
        }
    }

    /** Whether reports have ever been written: then they are left alone, deleted ones too. */
    private boolean hasReports() {
        Changes changes = workspace.changes().since(0, 1);
        return changes.gap() || changes.number() > 0;
    }

    private void loadReports(Path file) {
        var options = ImportOptions.of("demo", workspace.settings().timeZone());
        ImportResult result = workspace.reportImport().run(file, options, ImportProgress.SILENT);
        if (!result.written()) {
            throw new IllegalStateException("the demo reports are faulty: " + result.faultsByCode());
        }
        if (result.created() > 0) {
            tell.accept("%d invented reports".formatted(result.created()));
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void withFile(String name, Consumer<Path> use) {
        try (InputStream in = open(name)) {
            Path folder = Files.createTempDirectory("lykta-demo");
            Path file = folder.resolve(name);
            try {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                use.accept(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = DemoLoader.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException(FOLDER + name + " is missing from the program");
        }
        return in;
    }
}
