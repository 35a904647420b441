package se.lykta.place.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tileverse.pmtiles.PMTilesReader;
import io.tileverse.tiling.pyramid.TileIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.db.TestDatabase;
import se.lykta.geo.TileId;
import se.lykta.place.osm.OsmImport;

/** The demo town's archive: whole, valid, small, the same every time, and replaced with the map. */
class BaseBuildTest {

    private static final Path TOWN = Path.of("data", "demo", "ljusbro.osm");

    @TempDir
    static Path kept;

    private static TestDatabase database;
    private static Path archive;

    @BeforeAll
    static void build() throws IOException {
        database = TestDatabase.create();
        new OsmImport(database.database().jdbi(), kept).run(TOWN, share -> {});
        try (BaseTiles tiles = tiles(kept)) {
            archive = tiles.build(share -> {}).orElseThrow();
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void everyTileIsValidAndSmall() throws IOException {
        try (var reader = new PMTilesReader(archive);
                var opened = BaseArchive.open(archive)) {
            List<TileIndex> all = reader.getTileIndices().toList();
            assertThat(all).hasSize((int) reader.getHeader().addressedTilesCount());
            assertThat(all).extracting(TileIndex::z).contains(7, 12, 15);
            for (TileIndex index : all) {
                byte[] tile = opened.tile(new TileId(index.z(), (int) index.x(), (int) index.y()))
                        .orElseThrow();
                assertThat(tile.length).as("%s", index).isBetween(1, BaseBuild.LARGEST_BYTES);
                BaseTileChecks.assertWellFormed(index.toString(), tile);
            }
        }
    }

    @Test
    void archiveTellsLayersBoundsAndWhomToThank() throws IOException {
        try (var reader = new PMTilesReader(archive)) {
            assertThat(reader.getMetadataAsString())
                    .contains("\"attribution\":\"© OpenStreetMap contributors\"")
                    .contains("\"id\":\"buildings\"", "\"addr_housenumber\"", "\"maxzoom\":15");
            assertThat(reader.getHeader().clustered()).isTrue();
            assertThat(reader.getHeader().maxZoom()).isEqualTo((byte) BaseTiles.MAX_ZOOM);
            var box = reader.getHeader();
            assertThat(box.minLon()).isLessThan(box.maxLon());
            assertThat(Tiles.at(12, box.centerLon(), box.centerLat())).isIn(townAt(12));
        }
    }

    @Test
    void sameMapMakesTheSameBytes(@TempDir Path other) throws IOException {
        try (BaseTiles again = tiles(other)) {
            Path second = again.build(share -> {}).orElseThrow();

            assertThat(Files.mismatch(archive, second)).isEqualTo(-1);
        }
    }

    @Test
    void tilesDrawnOnDemandShowWhatTheArchiveShows(@TempDir Path empty) throws IOException {
        try (BaseTiles built = tiles(kept);
                BaseTiles drawn = tiles(empty)) {
            assertThat(built.edition().version()).isNotEqualTo(drawn.edition().version());
            for (int zoom : new int[] {9, 12, 13, 14, 15}) {
                TileId tile = townAt(zoom).get(0);
                byte[] fromArchive = built.edition().tile(tile).orElseThrow();
                byte[] fromDatabase = drawn.edition().tile(tile).orElseThrow();
                for (var layer : BaseSchema.layers()) {
                    assertThat(tagsOf(fromDatabase, layer.id()))
                            .as("%s %s", tile, layer.id())
                            .isEqualTo(tagsOf(fromArchive, layer.id()));
                }
            }
        }
    }

    @Test
    void progressGrowsToTheEnd(@TempDir Path other) throws IOException {
        List<Double> shares = new ArrayList<>();
        try (BaseTiles tiles = tiles(other)) {
            tiles.build(shares::add);
        }

        assertThat(shares).isSorted();
        assertThat(shares.get(shares.size() - 1)).isEqualTo(1);
    }

    @Test
    void interruptedBuildLeavesNothing(@TempDir Path other) throws IOException {
        try (BaseTiles tiles = tiles(other)) {
            assertThatThrownBy(() -> tiles.build(share -> Thread.currentThread().interrupt()))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void oldArchiveServesUntilTheNewOneIsThereAndThenIsGone(@TempDir Path own) throws IOException {
        try (var town = TestDatabase.create()) {
            var jdbi = town.database().jdbi();
            var osm = new OsmImport(jdbi, own);
            osm.run(TOWN, share -> {});
            try (var tiles = new BaseTiles(jdbi, own, () -> "nobody")) {
                Path first = tiles.build(share -> {}).orElseThrow();
                String before = tiles.edition().version();
                osm.run(written(own, 11, 61), share -> {});
                tiles.refresh();
                assertThat(tiles.edition().version()).isEqualTo(before);
                assertThat(tiles.edition().tile(townAt(15).get(0))).isPresent();

                Path second = tiles.build(share -> {}).orElseThrow();

                assertThat(tiles.edition().version()).isNotEqualTo(before);
                assertThat(tiles.edition().tile(townAt(15).get(0))).isEmpty();
                assertThat(tiles.edition().tile(Tiles.at(15, 11.0005, 61.0005))).isPresent();
                assertThat(first).doesNotExist();
                assertThat(second).exists();
            }
        }
    }

    @Test
    void emptyDatabaseHasNoArchiveAndNoTiles(@TempDir Path own) throws IOException {
        try (var nothing = TestDatabase.create();
                var tiles = new BaseTiles(nothing.database().jdbi(), own, () -> "nobody")) {
            assertThat(tiles.build(share -> {})).isEmpty();
            assertThat(tiles.edition().tile(new TileId(0, 0, 0))).isEmpty();
        }
        assertThat(own).isEmptyDirectory();
    }

    private static BaseTiles tiles(Path directory) {
        return new BaseTiles(database.database().jdbi(), directory, () -> "© OpenStreetMap contributors");
    }

    /** Tiles in the middle of the town, whose box the archive knows. */
    private static List<TileId> townAt(int zoom) throws IOException {
        try (var reader = new PMTilesReader(archive)) {
            var header = reader.getHeader();
            return List.of(Tiles.at(zoom, header.centerLon(), header.centerLat()));
        }
    }

    private static List<String> tagsOf(byte[] tile, String layer) {
        return Tiles.layer(tile, layer).stream()
                .map(Tiles::tags)
                .map(String::valueOf)
                .sorted()
                .toList();
    }

    /** Another town: one road. */
    private static Path written(Path directory, int lon, int lat) throws IOException {
        String osm = """
                <osm version="0.6"><node id="1" version="1" timestamp="2026-07-01T00:00:00Z" changeset="1" lon="%1$d.000" lat="%2$d.000"/>
                <node id="2" version="1" timestamp="2026-07-01T00:00:00Z" changeset="1" lon="%1$d.001" lat="%2$d.001"/>
                <way id="3" version="1" timestamp="2026-07-01T00:00:00Z" changeset="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/><tag k="name" v="Nygatan"/></way>
                </osm>""".formatted(lon, lat);
        return Files.writeString(directory.resolve("other.osm"), osm);
    }
}
