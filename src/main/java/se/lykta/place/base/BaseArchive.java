package se.lykta.place.base;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tileverse.pmtiles.PMTilesDirectory;
import io.tileverse.pmtiles.PMTilesEntry;
import io.tileverse.pmtiles.PMTilesReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import se.lykta.geo.TileId;

/**
 * An archive of the base map, open for reading.
 *
 * <p>The library finds a tile; its bytes are then read as they lie in the file, gzipped, where the library would unpack
 * them. The file may be deleted while it is open. Safe for use by many threads.
 */
final class BaseArchive implements Edition, Closeable {

    private final Path path;
    private final PMTilesReader reader;
    private final FileChannel file;
    private final String version;

    private BaseArchive(Path path, PMTilesReader reader, FileChannel file) throws IOException {
        this.path = path;
        this.reader = reader;
        this.file = file;
        this.version = new JsonMapper()
                .readTree(reader.getMetadataAsString())
                .path("version")
                .asText();
    }

    static BaseArchive open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new BaseArchive(path, new PMTilesReader(path), file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Where it lies. */
    Path path() {
        return path;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Optional<byte[]> tile(TileId tile) {
        try {
            return find(TileOrder.number(tile)).map(this::bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entry that covers a tile, from the root down. */
    private Optional<PMTilesEntry> find(long number) throws IOException {
        PMTilesDirectory directory = reader.getRootDirectory();
        while (true) {
            int index = lastUpTo(number, directory);
            if (index < 0) {
                return Optional.empty();
            }
            PMTilesEntry entry = directory.getEntry(index);
            if (!entry.isLeaf()) {
                return entry.contains(number) ? Optional.of(entry) : Optional.empty();
            }
            directory = reader.getDirectory(entry);
        }
    }

    /** The entry in which a tile is if it is in any; -1 before the first. The library's own search finds runs by their start only. */
    private static int lastUpTo(long number, PMTilesDirectory directory) {
        int from = 0;
        int to = directory.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (directory.getTileId(middle) <= number) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from - 1;
    }

    private byte[] bytes(PMTilesEntry entry) {
        ByteBuffer bytes = ByteBuffer.allocate(entry.length());
        long start = reader.getHeader().tileDataOffset() + entry.offset();
        try {
            while (bytes.hasRemaining()) {
                if (file.read(bytes, start + bytes.position()) < 0) {
                    throw new EOFException("the archive ends within a tile: " + path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        file.close();
    }
}
