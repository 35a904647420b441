package se.lykta.place.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.tileverse.pmtiles.PMTilesReader;
import io.tileverse.tiling.pyramid.TileIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.db.TestDatabase;
import se.lykta.geo.TileId;
import se.lykta.place.osm.OsmImport;

/** Every tile of real extracts: read by GDAL and by an independent decoder, valid, small. */
@Tag("reference")
class BaseReferenceTest {

    private static final Path EXTRACTS = Path.of("..", "shared", "data", "osm");

    private static final Pattern FEATURES = Pattern.compile("Layer name: (\\w+)\\R(?:.*\\R)*?Feature Count: (\\d+)");

    @TempDir
    Path kept;

    @ParameterizedTest
    @ValueSource(strings = {"malmo-2013.osm.pbf", "stockholm-2020.osm.pbf"})
    void everyTileDecodesAndIsValid(String extract) throws Exception {
        try (var database = TestDatabase.create()) {
            var jdbi = database.database().jdbi();
            new OsmImport(jdbi, kept).run(EXTRACTS.resolve(extract), share -> {});
            try (var tiles = new BaseTiles(jdbi, kept, () -> "© OpenStreetMap contributors");
                    var reader = new PMTilesReader(tiles.build(share -> {}).orElseThrow())) {
                List<TileIndex> all = reader.getTileIndices().toList();
                assertThat(all).extracting(TileIndex::z).contains(8, 12, 15);
                for (TileIndex index : all) {
                    byte[] tile = tiles.edition()
                            .tile(new TileId(index.z(), (int) index.x(), (int) index.y()))
                            .orElseThrow();
                    assertThat(tile.length).as("%s", index).isBetween(1, BaseBuild.LARGEST_BYTES);
                    BaseTileChecks.assertWellFormed(index.toString(), tile);
                    assertGdalReads(tile, index);
                }
            }
        }
    }

    private void assertGdalReads(byte[] tile, TileIndex index) throws IOException, InterruptedException {
        Path file = Files.write(kept.resolve("tile.mvt"), Tiles.expanded(tile));
        Process process = new ProcessBuilder("ogrinfo", "-ro", "-al", file.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", index, told).isZero();
        assertThat(told).as("%s", index).doesNotContain("Warning", "ERROR").contains("Layer name: earth");
        Map<String, Integer> counted = new TreeMap<>();
        FEATURES.matcher(told)
                .results()
                .forEach(layer -> counted.put(layer.group(1), Integer.parseInt(layer.group(2))));
        assertThat(counted)
                .as("%s: features by GDAL and by the decoder", index)
                .isEqualTo(Tiles.decoded(tile).getLayers().stream()
                        .collect(Collectors.toMap(
                                JtsLayer::getName,
                                layer -> layer.getGeometries().size())));
    }
}
