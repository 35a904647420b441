package se.lykta.place.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tileverse.pmtiles.PMTilesReader;
import io.tileverse.tiling.pyramid.TileIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import se.lykta.db.TestDatabase;
import se.lykta.geo.TileId;
import se.lykta.place.OsmSource;
import se.lykta.place.osm.CoastalTown;
import se.lykta.place.osm.OsmImport;

/** The sea of an invented town with 600 islands, from file to tile: read by GDAL and by an independent decoder. */
class SeaTilesTest {

    private static final Envelope TILE = new Envelope(0, 4096, 0, 4096);

    @TempDir
    static Path kept;

    private static TestDatabase database;
    private static BaseTiles tiles;
    private static Path archive;
    private static OsmSource source;

    @BeforeAll
    static void build() {
        database = TestDatabase.create();
        var jdbi = database.database().jdbi();
        source = new OsmImport(jdbi, kept).run(CoastalTown.write(kept, 600), share -> {});
        tiles = new BaseTiles(jdbi, kept, () -> "nobody");
        archive = tiles.build(share -> {}).orElseThrow();
    }

    @AfterAll
    static void close() throws IOException {
        tiles.close();
        database.close();
    }

    @Test
    void everyTileIsValidAndSmall() throws IOException {
        try (var reader = new PMTilesReader(archive)) {
            List<TileIndex> all = reader.getTileIndices().toList();
            assertThat(all).extracting(TileIndex::z).contains(6, 9, 12, 15);
            for (TileIndex index : all) {
                byte[] tile = tile(index);
                assertThat(tile.length).as("%s", index).isBetween(1, BaseBuild.LARGEST_BYTES);
                BaseTileChecks.assertWellFormed(index.toString(), tile);
            }
        }
    }

    /** But for what a tile rounds to its units, along all shores. */
    @Test
    void seaAndEarthFillEachTileWithoutOverlap() {
        for (int zoom = 10; zoom <= 15; zoom++) {
            TileId id = Tiles.at(zoom, CoastalTown.HARBOUR_LON, CoastalTown.HARBOUR_LAT);
            byte[] tile = tiles.edition().tile(id).orElseThrow();
            Geometry sea = seen(tile, "water");
            Geometry earth = seen(tile, "earth");

            assertThat(sea.getArea()).as("z%d", zoom).isPositive();
            assertThat(earth.getArea()).as("z%d", zoom).isPositive();
            double shore = 4 * (sea.getLength() + earth.getLength());
            assertThat(overlay(sea, earth, OverlayNG.INTERSECTION).getArea())
                    .as("z%d", zoom)
                    .isLessThan(shore);
            double both = overlay(sea, earth, OverlayNG.UNION).getArea();
            assertThat(both).as("z%d", zoom).isLessThanOrEqualTo(TILE.getArea());
            if (zoom >= 12) { // all of the tile lies within the border
                assertThat(both).as("z%d", zoom).isCloseTo(TILE.getArea(), within(shore));
            }
        }
    }

    @Test
    void seaIsOnePieceHoweverItWasCut() {
        TileId id = Tiles.at(11, CoastalTown.HARBOUR_LON - 0.1, CoastalTown.HARBOUR_LAT);

        List<Geometry> water = Tiles.layer(tiles.edition().tile(id).orElseThrow(), "water").stream()
                .filter(feature -> "ocean".equals(Tiles.tags(feature).get("kind")))
                .toList();

        assertThat(water).singleElement().satisfies(sea -> {
            assertThat(Tiles.tags(sea)).containsOnlyKeys("kind");
            assertThat(sea.getNumGeometries()).isEqualTo(1);
        });
    }

    @Test
    void seaIsStoredInHandyValidPieces() {
        String sql = """
                SELECT count(*) FILTER (WHERE NOT ST_IsValid(geom) OR ST_NPoints(geom) > 2100),
                       count(*) FILTER (WHERE kind = 'ocean'), min(extent_metres) FILTER (WHERE kind = 'ocean')
                FROM base_feature WHERE layer IN ('water', 'earth')""";
        database.database()
                .jdbi()
                .useHandle(handle -> handle.createQuery(sql)
                        .map((row, context) -> {
                            assertThat(row.getInt(1)).isZero();
                            assertThat(row.getInt(2)).isGreaterThan(1);
                            assertThat(row.getDouble(3)).isGreaterThan(30_000); // of the whole sea
                            return true;
                        })
                        .one());
        assertThat(source.counts().faults().coast().gaps()).isZero();
        assertThat(source.counts().faults().coast().wrong()).isZero();
    }

    @Test
    void gdalReadsTheSea() throws Exception {
        for (int zoom : new int[] {7, 9, 11, 13, 15}) {
            TileId id = Tiles.at(zoom, CoastalTown.HARBOUR_LON, CoastalTown.HARBOUR_LAT);
            Path file = Files.write(
                    kept.resolve("tile.mvt"),
                    Tiles.expanded(tiles.edition().tile(id).orElseThrow()));
            Process process = new ProcessBuilder("ogrinfo", "-ro", "-al", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(told).isZero();
            assertThat(told)
                    .as("z%d", zoom)
                    .doesNotContain("Warning", "ERROR")
                    .contains("Layer name: earth", "Layer name: water", "kind (String) = ocean");
        }
    }

    private static byte[] tile(TileIndex index) {
        return tiles.edition()
                .tile(new TileId(index.z(), (int) index.x(), (int) index.y()))
                .orElseThrow();
    }

    /** Sea or earth within the tile, without what is around it. */
    private static Geometry seen(byte[] tile, String layer) {
        var factory = new GeometryFactory();
        List<Geometry> ground = Tiles.layer(tile, layer).stream()
                .filter(feature -> List.of("ocean", "earth")
                        .contains(String.valueOf(Tiles.tags(feature).get("kind"))))
                .toList();
        return overlay(OverlayNGRobust.union(ground, factory), factory.toGeometry(TILE), OverlayNG.INTERSECTION);
    }

    private static Geometry overlay(Geometry a, Geometry b, int operation) {
        return OverlayNGRobust.overlay(a, b, operation);
    }
}
