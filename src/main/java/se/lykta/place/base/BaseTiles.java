package se.lykta.place.base;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lykta.place.OsmSource;
import se.lykta.place.PlaceStore;

/**
 * The base map as vector tiles, from an archive that is built once for each import.
 *
 * <p>Exists so that the map works without any tile server. While a new archive is built the old one serves; before
 * there is any, tiles are drawn from the database when asked for. {@link #refresh} looks for news, {@link #build} makes
 * them. Safe for use by many threads; builds wait for one another.
 */
public final class BaseTiles implements Closeable {

    /** The deepest zoom that is made; clients enlarge it beyond. */
    public static final int MAX_ZOOM = 15;

    /** Raised whenever other tiles are made of the same map. */
    private static final int REVISION = 2;

    private static final Logger LOG = LoggerFactory.getLogger(BaseTiles.class);
    private static final String PREFIX = "base-";
    private static final String ENDING = ".pmtiles";

    private final Jdbi jdbi;
    private final PlaceStore places;
    private final Path directory;
    private final Supplier<String> attribution;
    private final Object building = new Object();
    private volatile Edition edition = Edition.EMPTY;
    private @Nullable BaseArchive archive;
    private @Nullable BaseArchive retired;
    private long drawnVersion;

    /**
     * The base map of one database.
     *
     * @param directory where archives are kept
     * @param attribution whom to thank for the map, as an archive tells it
     */
    public BaseTiles(Jdbi jdbi, Path directory, Supplier<String> attribution) {
        this.jdbi = jdbi;
        this.places = new PlaceStore(jdbi);
        this.directory = directory;
        this.attribution = attribution;
        refresh();
    }

    /** The map as it is now; all its tiles belong together. */
    public Edition edition() {
        return edition;
    }

    /** Takes up the archive of the import in use, if it is there, and leaves what an older import left behind. */
    public synchronized void refresh() {
        Optional<OsmSource> source = places.findOsmSource();
        if (source.isEmpty()) {
            return;
        }
        Path file = archiveOf(source.get());
        if (archive != null && archive.path().equals(file)) {
            return;
        }
        if (Files.exists(file)) {
            take(file);
        } else if (archive == null && drawnVersion != source.get().version()) {
            drawnVersion = source.get().version();
            edition = new DrawnTiles(jdbi, "drawn-" + REVISION + "-" + drawnVersion);
        }
    }

    /**
     * Builds the archive of the import in use unless it is there.
     *
     * @param progress hears the share that is done, 0..1, growing
     * @return the archive; empty if there is no map
     */
    public Optional<Path> build(DoubleConsumer progress) {
        Optional<OsmSource> source = places.findOsmSource();
        if (source.isEmpty()) {
            return Optional.empty();
        }
        Path file = archiveOf(source.get());
        synchronized (building) {
            if (!Files.exists(file)) {
                write(file, progress);
            }
        }
        refresh();
        return Optional.of(file);
    }

    /** Renamed when it is whole, so that a reader never sees half of it. */
    private void write(Path file, DoubleConsumer progress) {
        try {
            Files.createDirectories(directory);
            Path part = Files.createTempFile(directory, PREFIX, ".part");
            try {
                long start = System.nanoTime();
                long tiles = new BaseBuild(jdbi, attribution.get(), progress).run(part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                LOG.info(
                        "base map: {} tiles, {} kB, in {} s",
                        tiles,
                        Files.size(file) >> 10,
                        (System.nanoTime() - start) / 1e9);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Named by the import, so that an older archive is never taken for a newer one. */
    private Path archiveOf(OsmSource source) {
        return directory.resolve("%s%d-%d-%s%s"
                .formatted(PREFIX, REVISION, source.version(), source.sha256().substring(0, 16), ENDING));
    }

    /** A reader of the archive before may still be at it, so that one is closed only with the next change. */
    private void take(Path file) {
        try {
            BaseArchive opened = BaseArchive.open(file);
            close(retired);
            retired = archive;
            archive = opened;
            edition = opened;
            removeOthers(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeOthers(Path inUse) throws IOException {
        List<Path> old;
        try (var files = Files.list(directory)) {
            old = files.filter(path -> !path.equals(inUse))
                    .filter(path -> path.getFileName().toString().matches(PREFIX + ".*\\" + ENDING))
                    .toList();
        }
        for (Path file : old) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        edition = Edition.EMPTY;
        close(retired);
        close(archive);
        retired = null;
        archive = null;
    }

    private static void close(@Nullable BaseArchive archive) throws IOException {
        if (archive != null) {
            archive.close();
        }
    }
}
