package se.lykta.walk.network;

import com.graphhopper.GraphHopper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lykta.http.ApiException;

/**
 * The graphs on disk: one directory for each content of an OSM file.
 *
 * <p>The name of a directory is made of the form's version and the file's size and SHA-256, and a graph gets its name by
 * a rename when it is complete. So a directory with the right name is always whole and up to date, an import that was
 * killed leaves nothing that counts, and two processes may import at once. Older directories are removed.
 */
final class FootGraphStore {

    private static final Logger LOG = LoggerFactory.getLogger(FootGraphStore.class);

    /** How the engine says so. */
    private static final String EMPTY_GRAPH = "Graph after reading OSM must not be empty";

    private static final String FINISHED = "foot-v";
    private static final String UNFINISHED = "unfinished-";

    private FootGraphStore() {}

    static GraphHopper open(Path osmFile, Path root) {
        if (!Files.isRegularFile(osmFile)) {
            throw fault("osm-file-missing", "there is no file " + osmFile.getFileName());
        }
        try {
            Path directory = root.resolve(nameFor(osmFile));
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(root);
                buildAlone(osmFile, root, directory);
            }
            GraphHopper engine = FootGraph.engine(directory);
            engine.setAllowWrites(false).importOrLoad();
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameFor(Path osmFile) throws IOException {
        try (InputStream file = Files.newInputStream(osmFile)) {
            var digest = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"));
            digest.transferTo(OutputStream.nullOutputStream());
            String hash = HexFormat.of().formatHex(digest.getMessageDigest().digest());
            return FINISHED + "%d-%d-%s".formatted(FootGraph.VERSION, Files.size(osmFile), hash.substring(0, 32));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** One import at a time: whoever waited finds the graph there; what an earlier import left behind is removed. */
    private static void buildAlone(Path osmFile, Path root, Path directory) throws IOException {
        try (var channel = FileChannel.open(
                        root.resolve("import.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(directory)) {
                deleteAll(root, UNFINISHED);
                Path unfinished = Files.createTempDirectory(root, UNFINISHED);
                build(osmFile, unfinished, directory);
                deleteOthers(root, directory);
            }
        }
    }

    private static void build(Path osmFile, Path unfinished, Path directory) throws IOException {
        try {
            importFile(osmFile, unfinished);
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(unfinished);
        }
    }

    /** The engine reports whatever is wrong with a file by runtime exceptions of any kind. */
    private static void importFile(Path osmFile, Path directory) {
        GraphHopper engine = FootGraph.engine(directory).setOSMFile(osmFile.toString());
        try {
            engine.importOrLoad();
            if (engine.getBaseGraph().getEdges() == 0) {
                throw new IllegalStateException(EMPTY_GRAPH);
            }
        } catch (RuntimeException e) {
            throw fault(osmFile, e);
        } finally {
            engine.close();
        }
    }

    private static void deleteOthers(Path root, Path kept) throws IOException {
        for (Path graph : listStartingWith(root, FINISHED)) {
            if (!graph.equals(kept)) {
                delete(graph);
            }
        }
    }

    private static void deleteAll(Path root, String prefix) throws IOException {
        for (Path path : listStartingWith(root, prefix)) {
            delete(path);
        }
    }

    private static List<Path> listStartingWith(Path root, String prefix) throws IOException {
        try (Stream<Path> list = Files.list(root)) {
            return list.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static ApiException fault(Path osmFile, RuntimeException cause) {
        if (String.valueOf(cause.getMessage()).contains(EMPTY_GRAPH)) {
            return fault("osm-without-paths", osmFile.getFileName() + " has no way that can be walked");
        }
        LOG.warn("{} cannot be imported: {}", osmFile.getFileName(), String.valueOf(cause.getCause()));
        return fault(
                "osm-file-unreadable",
                "%s is no OpenStreetMap file (.osm, .osm.gz, .osm.pbf), is damaged, or is not complete"
                        .formatted(osmFile.getFileName()));
    }

    private static ApiException fault(String code, String detail) {
        return new ApiException(ApiException.Kind.INVALID, code, detail, List.of());
    }
}
