package se.lykta.place.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.geo.TileId;
import se.lykta.geo.WebMercator;
import se.lykta.place.Gazetteer;
import se.lykta.place.Municipality;
import se.lykta.place.OsmSource;
import se.lykta.place.PlaceStore;
import se.lykta.place.area.AreaImport;
import se.lykta.place.base.BaseTiles;

/** Real data from the shared directory beside the repository; fails if it is not there. */
@Tag("reference")
class RealExtractsTest {

    private static final Path SHARED = Path.of("..", "shared", "data");

    @TempDir
    Path kept;

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "malmo-2013.osm.pbf, 14463, 13.0285, 55.601, 900, 40",
        "stockholm-2020.osm.pbf, 9240, 18.0705, 59.3382, 700, 100"
    })
    void extractBecomesMapAndNames(String file, long nodes, double lon, double lat, int roads, int names)
            throws IOException {
        var jdbi = database.database().jdbi();

        OsmSource source = new OsmImport(jdbi, kept).run(SHARED.resolve("osm").resolve(file), share -> {});

        assertThat(source.counts().nodes()).isEqualTo(nodes);
        assertThat(source.counts().names()).isGreaterThan(names);
        int drawn =
                jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM base_feature WHERE layer = 'roads'")
                        .mapTo(Integer.class)
                        .one());
        assertThat(drawn).isGreaterThan(roads);
        // neither file has any coast, so nothing of it may be under water
        int drowned =
                jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM base_feature WHERE kind = 'ocean'")
                        .mapTo(Integer.class)
                        .one());
        assertThat(drowned).isZero();
        int invalid = jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM base_feature WHERE NOT ST_IsValid(geom)")
                        .mapTo(Integer.class)
                        .one());
        assertThat(invalid).isZero();
        assertThat(new Gazetteer(new PlaceStore(jdbi)).nearest(new LonLat(lon, lat)))
                .isPresent();
        assertTilesStaySmall(new BaseTiles(jdbi, kept, () -> "nobody"), new LonLat(lon, lat));
    }

    @Test
    void precinctsBecomeAMunicipality() throws IOException {
        byte[] file = Files.readAllBytes(SHARED.resolve("hotspots").resolve("memphis_precincts.geojson"));

        Municipality memphis = new AreaImport(database.database().jdbi())
                .run(file, new AreaImport.Options("Memphis", ZoneId.of("America/Chicago")));

        assertThat(memphis.contains(new LonLat(-90.0490, 35.1495))).isTrue();
        assertThat(memphis.contains(new LonLat(-86.78, 36.16))).isFalse();
        // the town lies on both sides of 90° west, its middle east of it: zone 16
        assertThat(memphis.start().lonDeg()).isGreaterThan(-90);
        assertThat(memphis.crs().name()).isEqualTo("EPSG:32616");
    }

    private static void assertTilesStaySmall(BaseTiles tiles, LonLat centre) throws IOException {
        for (int zoom = 8; zoom <= BaseTiles.MAX_ZOOM; zoom++) {
            int shift = WebMercator.BITS - zoom;
            var tile = new TileId(
                    zoom, WebMercator.cellX(centre.lonDeg()) >> shift, WebMercator.cellY(centre.latDeg()) >> shift);
            byte[] gzipped = tiles.edition().tile(tile).orElseThrow();
            byte[] plain = new GZIPInputStream(new ByteArrayInputStream(gzipped)).readAllBytes();
            assertThat(gzipped.length).as(tile.toString()).isLessThan(300_000);
            assertThat(plain.length).as(tile.toString()).isPositive();
        }
    }
}
