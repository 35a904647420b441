package se.lykta.place.osm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Jdbi;
import se.lykta.geo.Bbox;
import se.lykta.http.ApiException;
import se.lykta.place.Municipality;
import se.lykta.place.OsmCounts;
import se.lykta.place.OsmSource;
import se.lykta.place.PlaceStore;
import se.lykta.place.osm.file.Digests;
import se.lykta.place.osm.file.OsmOrder;
import se.lykta.place.osm.file.OsmProgress;
import se.lykta.place.osm.file.OsmReader;
import se.lykta.place.osm.file.OsmStage;

/**
 * Makes base map, names and addresses from an OSM extract ({@code .osm}, {@code .osm.gz}, {@code .osm.pbf}).
 *
 * <p>The file is copied first and read from the copy, which stays for the foot network, so that map and walks are always
 * made from the same bytes. All or nothing: until the import is complete the old map serves. Faults of single elements
 * are counted ({@link OsmCounts}), not fatal. Safe for use by many threads; imports wait for one another.
 */
public final class OsmImport {

    private final OsmStore store;
    private final PlaceStore places;
    private final Path keptDirectory;

    /**
     * An import into one database.
     *
     * @param keptDirectory where the copy of the file in use is kept, see {@link OsmSource#keptIn}
     */
    public OsmImport(Jdbi jdbi, Path keptDirectory) {
        this.store = new OsmStore(jdbi);
        this.places = new PlaceStore(jdbi);
        this.keptDirectory = keptDirectory;
    }

    /**
     * Imports a file.
     *
     * @param progress hears the share that is done, 0..1, growing
     * @throws ApiException {@code osm-file-missing}, {@code osm-truncated}, {@code osm-unreadable}, {@code osm-empty},
     *     {@code osm-elsewhere}
     */
    public OsmSource run(Path file, DoubleConsumer progress) {
        return run(OsmOrder.of(file.toString()), (step, share) -> progress.accept(share));
    }

    /**
     * Imports what is ordered. After an interruption the same order goes on with what was done: a finished download, copy
     * or cut is not repeated, and a download continues in its middle.
     *
     * @throws ApiException also {@code osm-outside-clip}, {@code clip-unreadable} and those of a download
     */
    public OsmSource run(OsmOrder order, OsmProgress progress) {
        try {
            Files.createDirectories(keptDirectory);
            var stage = new OsmStage(keptDirectory, share -> progress.at(OsmProgress.Step.FETCH, share));
            try {
                OsmSource made = replace(stage.prepare(order), share -> progress.at(OsmProgress.Step.READ, share));
                stage.clear();
                return made;
            } catch (ApiException e) {
                if (e.kind() != ApiException.Kind.UNAVAILABLE) {
                    stage.clear();
                }
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OsmSource replace(OsmStage.Staged staged, DoubleConsumer progress) throws IOException {
        String sha256 = Digests.of("SHA-256", staged.file());
        OsmSource made = store.replace(staged.name(), sha256, rows -> build(staged, rows, progress));
        Files.move(staged.file(), made.keptIn(keptDirectory), StandardCopyOption.REPLACE_EXISTING);
        removeOthers(made);
        progress.accept(1);
        return made;
    }

    private OsmCounts build(OsmStage.Staged staged, OsmRows rows, DoubleConsumer progress) {
        Path file = staged.file();
        var builder = new OsmBuilder(rows, staged.cut());
        var reader = new OsmReader(file, staged.name());
        reader.read(builder.firstPass(), share(file, 0, progress));
        refuseUseless(staged.name(), builder);
        progress.accept(0.5);
        reader.read(builder.secondPass(), share(file, 0.5, progress));
        builder.finish();
        return builder.counts();
    }

    private void refuseUseless(String fileName, OsmBuilder builder) {
        if (builder.nodeCount() == 0 || builder.wayCount() == 0) {
            throw refused(
                    "osm-empty",
                    "%s has nothing to draw: %d nodes, %d ways"
                            .formatted(fileName, builder.nodeCount(), builder.wayCount()));
        }
        Optional<Municipality> home = places.findMunicipality();
        if (home.isPresent() && !builder.anyNode(home.get()::contains)) {
            Bbox there = builder.extent();
            throw refused(
                    "osm-elsewhere",
                    "none of the %d nodes of %s lies in %s: the file covers longitude %.2f to %.2f, latitude %.2f to %.2f; import the right file, or the areas of that place first"
                            .formatted(
                                    builder.nodeCount(),
                                    fileName,
                                    home.get().name(),
                                    there.westDeg(),
                                    there.eastDeg(),
                                    there.southDeg(),
                                    there.northDeg()));
        }
    }

    private static ApiException refused(String code, String detail) {
        return new ApiException(ApiException.Kind.UNPROCESSABLE, code, detail, List.of());
    }

    private static LongConsumer share(Path file, double start, DoubleConsumer progress) {
        double size = Math.max(1, file.toFile().length());
        return bytes -> progress.accept(start + 0.5 * Math.min(1, bytes / size));
    }

    /** Copies of earlier extracts are of no use any more. */
    private void removeOthers(OsmSource inUse) throws IOException {
        Path kept = inUse.keptIn(keptDirectory);
        boolean current = places.version() == inUse.version();
        try (var files = Files.list(keptDirectory)) {
            for (Path other : files.filter(path -> path.getFileName().toString().matches("[0-9a-f]{16}\\.osm.*"))
                    .toList()) {
                if (current && !other.equals(kept)) {
                    Files.delete(other);
                }
            }
        }
    }
}
