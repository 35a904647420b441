package se.lykta.place.osm.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import se.lykta.http.ApiException;
import se.lykta.place.OsmFormat;

/**
 * The way of an order's file into the directory of maps: downloaded or copied, then cut.
 *
 * <p>Each step writes beside its result and moves it there when it is whole, under a name made of everything the result
 * depends on. So a run that was killed leaves nothing half, and the next run with the same order goes on with the first
 * step that is not done. Used by one thread.
 */
public final class OsmStage {

    private static final String PREFIX = "staged-";

    private final Path directory;
    private final DoubleConsumer progress;

    /**
     * The directory of one installation.
     *
     * @param progress hears the share that is done, 0..1
     */
    public OsmStage(Path directory, DoubleConsumer progress) {
        this.directory = directory;
        this.progress = progress;
    }

    /**
     * A file that is ready to be imported.
     *
     * @param file where it lies
     * @param name what people call it; its ending tells the format
     * @param cut the area that it was cut along, if it was
     */
    public record Staged(Path file, String name, Optional<Geometry> cut) {}

    /**
     * Makes it ready.
     *
     * @throws ApiException if it can't be had or cut
     */
    public Staged prepare(OsmOrder order) throws IOException {
        Optional<URI> url = order.url();
        Staged whole = url.isPresent() ? downloaded(order, url.get()) : copied(order, Path.of(order.source()));
        Optional<Path> clip = order.clip();
        return clip.isPresent() ? cut(whole, clip.get(), order.marginMetres()) : whole;
    }

    /** Removes all files of this and earlier orders. */
    public void clear() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Staged downloaded(OsmOrder order, URI url) throws IOException {
        Path target = staged(Digests.keyOf(url.toString()));
        if (!Files.exists(target)) {
            var limits = new OsmDownload.Limits(order.mostBytes(), order.patience());
            new OsmDownload(limits, progress).fetch(url, target);
        }
        return named(target, order.fileName());
    }

    private Staged copied(OsmOrder order, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ApiException(
                    ApiException.Kind.NOT_FOUND, "osm-file-missing", "there is no file " + file, List.of());
        }
        String state = "%s|%d|%s".formatted(file.toRealPath(), Files.size(file), Files.getLastModifiedTime(file));
        Path target = staged(Digests.keyOf(state));
        if (!Files.exists(target)) {
            Path part = part(target);
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return named(target, order.fileName());
    }

    private Staged cut(Staged whole, Path clip, double marginMetres) throws IOException {
        ClipArea area = ClipArea.read(clip, marginMetres);
        String state = "%s|%s|%s".formatted(whole.file().getFileName(), Digests.of("SHA-256", clip), marginMetres);
        Path target = staged(Digests.keyOf(state));
        if (!Files.exists(target)) {
            Path part = part(target);
            new OsmClip(area).cut(new OsmReader(whole.file(), whole.name()), part, progress);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
        String stem = whole.name().replaceFirst("\\.osm(\\.pbf|\\.gz)?$", "");
        return new Staged(target, stem + OsmFormat.PBF.ending(), Optional.of(area.geometry()));
    }

    /** A name that lies about the format gets the right ending, as the foot network goes by it. */
    private static Staged named(Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            OsmFormat format = OsmFormat.sniff(in.readNBytes(32), name);
            return new Staged(file, format == OsmFormat.of(name) ? name : name + format.ending(), Optional.empty());
        }
    }

    private Path staged(String key) {
        return directory.resolve(PREFIX + key);
    }

    private static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }
}
