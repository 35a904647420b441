package se.lykta.place.base;

import io.tileverse.pmtiles.PMTilesHeader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.lykta.geo.Bbox;

/**
 * Writes a PMTiles archive (version 3 specification) in one go: room for header and root, tiles as they come, then what is
 * known only at the end.
 *
 * <p>Exists because no kept library for Java writes one tile after the other. Tiles come in order of their number, so the
 * archive is clustered; bytes that were there before are not written again. Used by one thread.
 */
final class ArchiveWriter implements Closeable {

    private static final int HEADER_BYTES = 127;
    private static final int TILES_START = 16_384; // the root has to lie before it
    private static final int VERSION_DIGITS = 16;

    /** Longer tiles differ; not remembering them keeps the archive of a country in little memory. */
    private static final int SHARED_BYTES = 2048;

    private final FileChannel file;
    private final List<ArchiveEntry> entries = new ArrayList<>();
    private final Map<ByteBuffer, ArchiveEntry> shared = new HashMap<>();
    private final MessageDigest digest = sha256();
    private long tileBytes;
    private long tiles;
    private long contents;

    /** A writer of a new file, which replaces what was there. */
    ArchiveWriter(Path path) throws IOException {
        file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Adds a gzipped tile, whose number has to be greater than that of the one before. */
    void add(long number, byte[] tile) throws IOException {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
        digest.update(tile);
        tiles++;
        ArchiveEntry stored = stored(tile);
        ArchiveEntry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        if (last != null && last.offset() == stored.offset() && last.tile() + last.run() == number) {
            entries.set(entries.size() - 1, last.longer());
        } else {
            entries.add(new ArchiveEntry(number, stored.offset(), stored.length(), 1));
        }
    }

    private ArchiveEntry stored(byte[] tile) throws IOException {
        ArchiveEntry known = tile.length > SHARED_BYTES ? null : shared.get(ByteBuffer.wrap(tile));
        if (known != null) {
            return known;
        }
        var entry = new ArchiveEntry(0, tileBytes, tile.length, 1);
        if (tile.length <= SHARED_BYTES) {
            shared.put(ByteBuffer.wrap(tile), entry);
        }
        write(ByteBuffer.wrap(tile), TILES_START + tileBytes);
        tileBytes += tile.length;
        contents++;
        return entry;
    }

    /**
     * Ends the archive.
     *
     * @param metadata makes the JSON document that describes it, from a name of its content: the same tiles, the same name
     */
    void finish(Bbox bounds, int maxZoom, Function<String, String> metadata) throws IOException {
        String version = HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
        byte[] json = Gzipped.of(metadata.apply(version).getBytes(StandardCharsets.UTF_8));
        ArchiveDirectory directory = ArchiveDirectory.of(entries, TILES_START - HEADER_BYTES);
        long jsonStart = TILES_START + tileBytes;
        write(ByteBuffer.wrap(json), jsonStart);
        write(ByteBuffer.wrap(directory.leaves()), jsonStart + json.length);
        write(ByteBuffer.wrap(directory.root()), HEADER_BYTES);
        PMTilesHeader.Builder header = PMTilesHeader.builder()
                .rootDirOffset(HEADER_BYTES)
                .rootDirBytes(directory.root().length)
                .jsonMetadataOffset(jsonStart)
                .jsonMetadataBytes(json.length)
                .leafDirsOffset(jsonStart + json.length)
                .leafDirsBytes(directory.leaves().length)
                .tileDataOffset(TILES_START)
                .tileDataBytes(tileBytes);
        write(ByteBuffer.wrap(described(header, bounds, maxZoom).serialize()), 0);
        file.force(true);
    }

    private PMTilesHeader described(PMTilesHeader.Builder header, Bbox bounds, int maxZoom) {
        return header.addressedTilesCount(tiles)
                .tileEntriesCount(entries.size())
                .tileContentsCount(contents)
                .clustered(true)
                .internalCompression(PMTilesHeader.COMPRESSION_GZIP)
                .tileCompression(PMTilesHeader.COMPRESSION_GZIP)
                .tileType(PMTilesHeader.TILETYPE_MVT)
                .minZoom((byte) 0)
                .maxZoom((byte) maxZoom)
                .minLonE7(e7(bounds.westDeg()))
                .minLatE7(e7(bounds.southDeg()))
                .maxLonE7(e7(bounds.eastDeg()))
                .maxLatE7(e7(bounds.northDeg()))
                .centerZoom((byte) Math.min(maxZoom, 12))
                .centerLonE7(e7(bounds.centre().lonDeg()))
                .centerLatE7(e7(bounds.centre().latDeg()))
                .build();
    }

    /** How many tiles there are. */
    long tiles() {
        return tiles;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void write(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }

    private static int e7(double degrees) {
        return (int) Math.round(degrees * 1e7);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
