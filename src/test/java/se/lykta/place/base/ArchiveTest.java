package se.lykta.place.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.tileverse.pmtiles.PMTilesHeader;
import io.tileverse.pmtiles.PMTilesReader;
import io.tileverse.tiling.pyramid.TileIndex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.geo.Bbox;
import se.lykta.geo.TileId;

/** What the writer writes, the reader of tileverse-pmtiles reads; it unpacks tiles, so it proves the gzip as well. */
class ArchiveTest {

    private static final Bbox TOWN = new Bbox(14.9, 59.2, 15.1, 59.3);

    @TempDir
    Path directory;

    /** The numbers of the specification's own example, section 4.1. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0",
        "1, 0, 0, 1",
        "1, 0, 1, 2",
        "1, 1, 1, 3",
        "1, 1, 0, 4",
        "2, 0, 0, 5",
        "12, 3423, 1763, 19078479"
    })
    void tilesAreNumberedAsInTheSpecification(int zoom, int x, int y, long number) {
        assertThat(TileOrder.number(new TileId(zoom, x, y))).isEqualTo(number);
        assertThat(TileOrder.tile(zoom, number)).isEqualTo(new TileId(zoom, x, y));
    }

    @Test
    void curveGoesThroughEveryTileOnceFromNeighbourToNeighbour() {
        for (int zoom = 1; zoom <= 6; zoom++) {
            long first = ((1L << (2 * zoom)) - 1) / 3;
            Set<TileId> seen = new HashSet<>(List.of(TileOrder.tile(zoom, first)));
            for (long number = first + 1; number < first + (1L << (2 * zoom)); number++) {
                TileId before = TileOrder.tile(zoom, number - 1);
                TileId tile = TileOrder.tile(zoom, number);
                assertThat(Math.abs(tile.x() - before.x()) + Math.abs(tile.y() - before.y()))
                        .as("%s after %s", tile, before)
                        .isEqualTo(1);
                assertThat(seen.add(tile)).isTrue();
            }
        }
    }

    @Test
    void tilesComeBackAsTheyWentIn() throws IOException {
        var tiles = new TreeMap<Long, byte[]>();
        tiles.put(TileOrder.number(new TileId(0, 0, 0)), text("world"));
        tiles.put(TileOrder.number(new TileId(3, 4, 2)), text("north"));
        tiles.put(TileOrder.number(new TileId(15, 17_754, 9704)), text("town"));
        Path file = write(tiles);

        try (var reader = new PMTilesReader(file);
                var archive = BaseArchive.open(file)) {
            assertThat(unpacked(reader, new TileId(0, 0, 0))).contains("world");
            assertThat(unpacked(reader, new TileId(3, 4, 2))).contains("north");
            assertThat(unpacked(reader, new TileId(15, 17_754, 9704))).contains("town");
            assertThat(unpacked(reader, new TileId(3, 4, 3))).isEmpty();
            assertThat(archive.tile(new TileId(3, 4, 2))).contains(Gzipped.of(text("north")));
            assertThat(archive.tile(new TileId(3, 4, 3))).isEmpty();
            assertThat(archive.tile(new TileId(16, 0, 0))).isEmpty();
        }
    }

    @Test
    void headerTellsWhatIsInside() throws IOException {
        var tiles = new TreeMap<Long, byte[]>();
        for (long number = 0; number < 5; number++) {
            tiles.put(number, text(number < 3 ? "same" : "tile " + number));
        }

        try (var reader = new PMTilesReader(write(tiles))) {
            PMTilesHeader header = reader.getHeader();
            assertThat(header.addressedTilesCount()).isEqualTo(5);
            assertThat(header.tileEntriesCount()).isEqualTo(3); // the three that are alike are one run
            assertThat(header.tileContentsCount()).isEqualTo(3);
            assertThat(header.clustered()).isTrue();
            assertThat(header.tileType()).isEqualTo(PMTilesHeader.TILETYPE_MVT);
            assertThat(header.tileCompression()).isEqualTo(PMTilesHeader.COMPRESSION_GZIP);
            assertThat(header.minZoom()).isZero();
            assertThat(header.maxZoom()).isEqualTo((byte) 15);
            assertThat(header.minLon()).isEqualTo(14.9);
            assertThat(header.maxLat()).isEqualTo(59.3);
            assertThat(reader.getMetadataAsString()).startsWith("{\"version\":\"");
        }
    }

    /** One entry a tile takes about five bytes: 200 000 do not fit into the first 16 kB, nor do 20 000. */
    @ParameterizedTest
    @ValueSource(ints = {1, 20_000, 200_000})
    void anyNumberOfTilesIsFound(int count) throws IOException {
        var random = new Random(417);
        var tiles = new TreeMap<Long, byte[]>();
        long number = 0;
        for (int i = 0; i < count; i++) {
            number += 1 + random.nextInt(3);
            tiles.put(number, ByteBuffer.allocate(Integer.BYTES).putInt(0, i).array());
        }
        Path file = directory.resolve("many.pmtiles");
        try (var writer = new ArchiveWriter(file)) {
            for (var tile : tiles.entrySet()) {
                writer.add(tile.getKey(), tile.getValue()); // not gzipped: only found, not unpacked
            }
            writer.finish(TOWN, 15, version -> "{\"version\":\"" + version + "\"}");
        }

        try (var archive = BaseArchive.open(file)) {
            for (long some = 0; some <= number; some += 1 + random.nextInt(50)) {
                assertThat(archive.tile(tile(some)).orElse(null))
                        .as("tile %d, seed 417", some)
                        .isEqualTo(tiles.get(some));
            }
        }
    }

    @Test
    void sameBytesAreStoredOnce() throws IOException {
        var random = new Random(99);
        byte[] noise = new byte[1000];
        random.nextBytes(noise);
        var tiles = new TreeMap<Long, byte[]>();
        for (long number = 0; number < 2000; number += 2) {
            tiles.put(number, noise);
        }

        assertThat(Files.size(write(tiles))).isLessThan(16_384 + 2 * noise.length);
    }

    @Test
    void versionNamesTheTilesAndNothingElse() throws IOException {
        var tiles = new TreeMap<Long, byte[]>();
        tiles.put(7L, text("seven"));
        String first = version(write(tiles));
        String second = version(write(tiles));
        tiles.put(8L, text("eight"));
        String more = version(write(tiles));

        assertThat(first).matches("[0-9a-f]{16}").isEqualTo(second).isNotEqualTo(more);
    }

    @Test
    void openArchiveOutlivesItsFile() throws IOException {
        var tiles = new TreeMap<Long, byte[]>();
        tiles.put(0L, text("still there"));
        Path file = write(tiles);

        try (var archive = BaseArchive.open(file)) {
            Files.delete(file);
            assertThat(archive.tile(new TileId(0, 0, 0))).contains(Gzipped.of(text("still there")));
        }
    }

    private Path write(SortedMap<Long, byte[]> tiles) throws IOException {
        Path file = Files.createTempFile(directory, "base", ".pmtiles");
        try (var writer = new ArchiveWriter(file)) {
            for (var tile : tiles.entrySet()) {
                writer.add(tile.getKey(), Gzipped.of(tile.getValue()));
            }
            writer.finish(TOWN, 15, version -> "{\"version\":\"" + version + "\"}");
        }
        return file;
    }

    private static String version(Path file) throws IOException {
        try (var archive = BaseArchive.open(file)) {
            return archive.version();
        }
    }

    private static Optional<String> unpacked(PMTilesReader reader, TileId tile) throws IOException {
        return reader.getTile(TileIndex.xyz(tile.x(), tile.y(), tile.zoom()))
                .map(bytes -> StandardCharsets.UTF_8.decode(bytes).toString());
    }

    private static TileId tile(long number) {
        int zoom = 0;
        while (number >= ((1L << (2 * (zoom + 1))) - 1) / 3) {
            zoom++;
        }
        return TileOrder.tile(zoom, number);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
