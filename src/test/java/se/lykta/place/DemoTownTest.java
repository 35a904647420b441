package se.lykta.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.geo.TileId;
import se.lykta.geo.WebMercator;
import se.lykta.place.area.AreaImport;
import se.lykta.place.base.BaseTiles;
import se.lykta.place.osm.OsmImport;

/** The demo municipality as the service gets it: imported, named, drawn. */
class DemoTownTest {

    private static final Path DATA = Path.of("data", "demo");

    @TempDir
    static Path kept;

    private static TestDatabase database;
    private static OsmSource source;
    private static Municipality municipality;

    @BeforeAll
    static void importTown() throws IOException {
        database = TestDatabase.create();
        var jdbi = database.database().jdbi();
        municipality = new AreaImport(jdbi)
                .run(
                        Files.readAllBytes(DATA.resolve("areas.geojson")),
                        new AreaImport.Options(null, ZoneId.of("Europe/Stockholm")));
        source = new OsmImport(jdbi, kept).run(DATA.resolve("ljusbro.osm"), share -> {});
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void townIsWhole() {
        assertThat(municipality.name()).isEqualTo("Ljusbro");
        assertThat(municipality.fictional()).isTrue();
        assertThat(municipality.contains(municipality.start())).isTrue();
        assertThat(source.counts().faults().missingNodes()).isZero();
        assertThat(source.counts().faults().unclosedAreas()).isZero();
        assertThat(source.counts().addresses()).isGreaterThan(500);
        assertThat(new PlaceStore(database.database().jdbi()).listAreas()).hasSize(8);
    }

    @Test
    void plantedHotspotsAreCalledByTheirPlaces() throws IOException {
        var gazetteer = new Gazetteer(new PlaceStore(database.database().jdbi()));
        JsonNode truth = new JsonMapper().readTree(Files.readAllBytes(DATA.resolve("truth.json")));

        for (JsonNode hotspot : truth.path("hotspots")) {
            JsonNode centre = hotspot.path("centre");
            var position = new LonLat(centre.get(0).asDouble(), centre.get(1).asDouble());

            boolean speeding = hotspot.path("main_cause").asText().equals("B11");
            Optional<PlaceName> name = speeding ? gazetteer.nearestStreet(position) : gazetteer.nearest(position);

            assertThat(name.map(PlaceName::name).orElse("nothing"))
                    .as(hotspot.path("id").asText())
                    .contains(hotspot.path("place").asText());
        }
    }

    @Test
    void tilesHaveTheLayersAndAttributesOfTheMap() throws IOException {
        var tiles = new BaseTiles(database.database().jdbi(), kept, () -> "nobody");

        JtsMvt tile = decoded(tiles, 15);

        assertThat(tile.getLayersByName().keySet()).contains("earth", "landuse", "buildings", "roads", "pois");
        List<Map<String, Object>> roads = attributes(tile, "roads");
        assertThat(roads).extracting(road -> road.get("kind")).contains("minor_road", "path");
        assertThat(roads).extracting(road -> String.valueOf(road.get("lit"))).contains("yes");
        assertThat(roads).extracting(road -> road.get("name")).contains("Storgatan");
        assertThat(attributes(tile, "pois")).extracting(poi -> poi.get("name")).contains("Stortorget");
    }

    @Test
    void tilesOfEveryZoomHoldValidGeometryAndStaySmall() throws IOException {
        var tiles = new BaseTiles(database.database().jdbi(), kept, () -> "nobody");

        for (int zoom = 10; zoom <= BaseTiles.MAX_ZOOM; zoom++) {
            JtsMvt tile = decoded(tiles, zoom);
            assertThat(tile.getLayers()).as("zoom " + zoom).isNotEmpty();
            for (JtsLayer layer : tile.getLayers()) {
                assertThat(layer.getGeometries())
                        .as("zoom %d, %s", zoom, layer.getName())
                        .allMatch(Geometry::isValid);
            }
            assertThat(tiles.edition().tile(at(zoom)).orElseThrow().length).isLessThan(300_000);
        }
        assertThat(decoded(tiles, 10).getLayersByName()).doesNotContainKey("buildings");
    }

    @Test
    void tileFarAwayAndZoomTooDeepAreEmpty() {
        var tiles = new BaseTiles(database.database().jdbi(), kept, () -> "nobody");

        assertThat(tiles.edition().tile(new TileId(14, 0, 0))).isEmpty();
        assertThat(tiles.edition().tile(at(17))).isEmpty();
    }

    @Test
    void emptyDatabaseHasNoTilesAndNoNames() {
        try (var empty = TestDatabase.create()) {
            var store = new PlaceStore(empty.database().jdbi());

            assertThat(new BaseTiles(empty.database().jdbi(), kept, () -> "nobody")
                            .edition()
                            .tile(new TileId(0, 0, 0)))
                    .isEmpty();
            assertThat(new Gazetteer(store).nearest(new LonLat(15, 59))).isEmpty();
            assertThat(store.municipality().outline()).isEmpty();
            assertThat(store.version()).isZero();
        }
    }

    private static TileId at(int zoom) {
        LonLat start = municipality.start();
        int shift = WebMercator.BITS - zoom;
        return new TileId(zoom, WebMercator.cellX(start.lonDeg()) >> shift, WebMercator.cellY(start.latDeg()) >> shift);
    }

    private static JtsMvt decoded(BaseTiles tiles, int zoom) throws IOException {
        byte[] gzipped = tiles.edition().tile(at(zoom)).orElseThrow();
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(gzipped)).readAllBytes();
        return MvtReader.loadMvt(new ByteArrayInputStream(plain), new GeometryFactory(), new TagKeyValueMapConverter());
    }

    @SuppressWarnings("unchecked") // the converter puts a map there
    private static List<Map<String, Object>> attributes(JtsMvt tile, String layer) {
        return tile.getLayer(layer).getGeometries().stream()
                .map(geometry -> (Map<String, Object>) geometry.getUserData())
                .toList();
    }
}
