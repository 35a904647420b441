package se.lykta.place.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import se.lykta.db.TestDatabase;
import se.lykta.geo.TileId;

/**
 * What is drawn at which zoom, from rows put by hand.
 *
 * <p>All lies around the corner of four z1 tiles, Mercator 0 0, so places are metres from there; a pixel of zoom 15 is
 * 4.78 m wide, of zoom 13 four times as much.
 */
class BaseDrawingTest {

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void touchingLandOfOneKindBecomesOneArea() {
        area("landuse", "park", 10, "POLYGON((100 100, 300 100, 300 300, 100 300, 100 100))");
        area("landuse", "park", 10, "POLYGON((300 100, 500 100, 500 300, 300 300, 300 100))");
        area("landuse", "pitch", 10, "POLYGON((500 100, 700 100, 700 300, 500 300, 500 100))");

        List<Geometry> land = Tiles.layer(north(15), "landuse");

        assertThat(land).hasSize(2).allMatch(area -> area.getNumGeometries() == 1);
        Geometry park = kind(land, "park");
        // 400 m by 200 m at 4096 units for 1222.99 m
        assertThat(park.getEnvelopeInternal().getWidth()).isBetween(1339.0, 1341.0);
        assertThat(park.getArea()).isBetween(1339.0 * 669, 1341.0 * 671);
    }

    @Test
    void holesStayHoles() {
        area(
                "water",
                "lake",
                6,
                "POLYGON((100 100, 1100 100, 1100 1100, 100 1100, 100 100), (400 400, 800 400, 800 800, 400 800, 400 400))");

        Geometry lake = Tiles.layer(north(15), "water").get(0);

        assertThat(lake.isValid()).isTrue();
        assertThat(lake.getArea()).isBetween(3349.0 * 3349 - 1341 * 1341, 3350.0 * 3350 - 1339 * 1339);
    }

    @Test
    void areaThatCrossesItselfIsDrawnValid() {
        area("landuse", "park", 10, "POLYGON((100 100, 500 500, 500 100, 100 500, 100 100))");
        area("buildings", "building", 13, "POLYGON((600 100, 1000 500, 1000 100, 600 500, 600 100))");

        for (int zoom = 13; zoom <= 15; zoom++) {
            byte[] tile = north(zoom);
            for (String layer : List.of("landuse", "buildings")) { // two triangles, as one area or two
                assertThat(Tiles.layer(tile, layer)).isNotEmpty().allMatch(Geometry::isValid);
                double units = 4096 / 1222.99 / (1 << (15 - zoom));
                assertThat(Tiles.layer(tile, layer).stream()
                                .mapToDouble(Geometry::getArea)
                                .sum())
                        .isCloseTo(80_000 * units * units, withinPercentage(1));
            }
        }
    }

    @Test
    void whatIsSmallerThanAPixelIsLeftOut() {
        area("buildings", "building", 13, "POLYGON((100 100, 108 100, 108 108, 100 108, 100 100))");
        area("buildings", "building", 13, "POLYGON((300 300, 400 300, 400 400, 300 400, 300 300))");

        assertThat(Tiles.layer(north(15), "buildings")).hasSize(2);
        assertThat(Tiles.layer(north(13), "buildings"))
                .singleElement()
                .satisfies(left -> assertThat(left.getNumGeometries()).isEqualTo(1));
        assertThat(Tiles.layer(north(12), "buildings")).isEmpty();
    }

    @Test
    void roadThatGoesOnIsOneLine() {
        road("minor_road", "residential", "Storgatan", 12, "LINESTRING(100 100, 300 100)");
        road("minor_road", "residential", "Storgatan", 12, "LINESTRING(300 100, 500 100)");
        road("minor_road", "residential", "Lillgatan", 12, "LINESTRING(500 100, 700 100)");

        List<Geometry> named = Tiles.layer(north(15), "roads");
        List<Geometry> unnamed = Tiles.layer(north(13), "roads");

        assertThat(named).hasSize(2);
        assertThat(named).extracting(Geometry::getNumPoints).containsOnly(2);
        assertThat(unnamed).singleElement().satisfies(road -> {
            assertThat(Tiles.tags(road)).doesNotContainKey("name");
            assertThat(road.getNumPoints()).isEqualTo(2);
        });
    }

    @Test
    void shortPiecesOfALongRoadStayAtLowZooms() {
        // 400 pieces of 25 m: each is a twentieth of a pixel at zoom 8, together they are 16 pixels
        execute("""
                INSERT INTO base_feature (layer, kind, detail, name, steps, tunnel, bridge, min_zoom, extent_metres, geom)
                SELECT 'roads', 'highway', 'motorway', 'E 6', false, false, false, 5, 25,
                       ST_SetSRID(ST_MakeLine(ST_Point(25 * i + 100, 100), ST_Point(25 * i + 125, 100)), 3857)
                FROM generate_series(0, 399) AS i""");

        Geometry road = Tiles.layer(north(8), "roads").get(0);

        assertThat(road.getNumPoints()).isEqualTo(2);
        assertThat(road.getLength()).isBetween(260.0, 264.0); // 10 000 m at 4096 units for 156 543 m
    }

    @Test
    void lightSurfaceAndBridgesAreToldWhereTheyAreSeen() {
        execute("""
                INSERT INTO base_feature (layer, kind, detail, name, ref, lit, surface, steps, tunnel, bridge, min_zoom,
                                          extent_metres, geom)
                VALUES ('roads', 'major_road', 'primary_link', 'Ringvägen', '108', 'no', 'asphalt', false, false, true, 10, 500,
                        ST_GeomFromText('LINESTRING(100 100, 1000 100)', 3857))""");

        assertThat(tags(north(15), "roads"))
                .isEqualTo(Map.of(
                        "kind",
                        "major_road",
                        "kind_detail",
                        "primary_link",
                        "name",
                        "Ringvägen",
                        "ref",
                        "108",
                        "is_link",
                        true,
                        "is_bridge",
                        true,
                        "lit",
                        "no",
                        "surface",
                        "asphalt"));
        assertThat(tags(north(13), "roads"))
                .doesNotContainKeys("lit", "surface")
                .containsKeys("name", "is_bridge");
        assertThat(tags(north(10), "roads"))
                .isEqualTo(Map.of("kind", "major_road", "kind_detail", "primary_link", "is_link", true));
        assertThat(Tiles.layer(north(9), "roads")).isEmpty();
    }

    @Test
    void lakeIsNamedByAPointFromWhereItIsWide() {
        // its box is 1414 m from corner to corner: 32 pixels of 38 m at zoom 12
        execute("""
                INSERT INTO base_feature (layer, kind, detail, name, steps, tunnel, bridge, min_zoom, extent_metres, geom)
                VALUES ('water', 'lake', '', 'Lillsjön', false, false, false, 6, 1414,
                        ST_GeomFromText('POLYGON((100 100, 1100 100, 1100 1100, 100 1100, 100 100))', 3857))""");

        assertThat(Tiles.layer(north(11), "water"))
                .extracting(Geometry::getGeometryType)
                .containsExactly("Polygon");
        assertThat(Tiles.layer(north(12), "water"))
                .extracting(Geometry::getGeometryType)
                .containsExactly("Polygon", "Point");
        Geometry name = Tiles.layer(north(15), "water").get(1);
        assertThat(Tiles.tags(name)).isEqualTo(Map.of("kind", "lake", "name", "Lillsjön", "min_zoom", 12L));
        assertThat(Tiles.tags(Tiles.layer(north(15), "water").get(0))).isEqualTo(Map.of("kind", "lake"));
    }

    @Test
    void greatParkIsNamedBeforeASmallOneAndTheLastZoomHoldsAll() {
        // 48 pixels wide: 10 km from zoom 10 on, but at most two zooms early; 100 m only at 17, but at most one late
        poi("park", 14, 10_000);
        poi("square", 14, 100);
        poi("street_lamp", 16, 0);

        assertThat(Tiles.layer(north(11), "pois")).isEmpty();
        assertThat(Tiles.layer(north(12), "pois"))
                .extracting(poi -> Tiles.tags(poi).get("kind"))
                .containsExactly("park");
        assertThat(Tiles.layer(north(14), "pois")).hasSize(1);
        assertThat(Tiles.layer(north(15), "pois"))
                .extracting(poi -> Tiles.tags(poi).get("min_zoom"))
                .containsExactly(12L, 15L, 16L);
    }

    @Test
    void greaterPlaceComesFirst() {
        place("village", 10, "Byn", "NULL");
        place("town", 7, "Staden", "12000");
        place("town", 7, "Storstaden", "90000");

        List<Geometry> places = Tiles.layer(north(15), "places");

        assertThat(places)
                .extracting(place -> Tiles.tags(place).get("name"))
                .containsExactly("Storstaden", "Staden", "Byn");
        assertThat(Tiles.tags(places.get(0)))
                .containsEntry("population", 90_000L)
                .containsEntry("population_rank", 7L);
        assertThat(Tiles.tags(places.get(2))).doesNotContainKey("population").containsEntry("population_rank", 0L);
    }

    /** Two municipalities of one county: its border is drawn once, what parts them too. */
    @Test
    void borderIsDrawnOnceAsTheGreatestItIs() {
        execute("""
                INSERT INTO osm_boundary (osm_id, name, admin_level, geom)
                SELECT id, 'Kommun', level, ST_Transform(ST_SetSRID(ST_Multi(ST_MakeEnvelope(west, 100, east, 300)), 3857), 4326)
                FROM (VALUES (1, 4, 100, 500), (2, 7, 100, 300), (3, 7, 300, 500)) AS area (id, level, west, east)""");

        List<Geometry> borders = Tiles.layer(north(15), "boundaries");

        double unitsPerMetre = 4096 / 1222.99;
        assertThat(kind(borders, "region").getLength()).isBetween(1198 * unitsPerMetre, 1202 * unitsPerMetre);
        assertThat(kind(borders, "locality").getLength()).isBetween(198 * unitsPerMetre, 202 * unitsPerMetre);
        assertThat(borders).hasSize(2);
    }

    @Test
    void housesHaveTheirNumbersAtTheLastZoom() {
        execute("""
                INSERT INTO address (street, number, geom)
                SELECT 'Storgatan', number, ST_Transform(ST_SetSRID(ST_Point(x, 200), 3857), 4326)
                FROM (VALUES ('12A', 100), ('12B', 100), ('14', 200)) AS house (number, x)""");

        assertThat(Tiles.layer(north(15), "buildings"))
                .extracting(Tiles::tags)
                .containsExactlyInAnyOrder(
                        Map.of("kind", "address", "addr_housenumber", "12A"),
                        Map.of("kind", "address", "addr_housenumber", "14"));
        assertThat(Tiles.layer(north(14), "buildings")).isEmpty();
    }

    /** 30 000 houses of random shape with random numbers in a square kilometre: ten times the densest town. */
    @Test
    void tileThatWouldBeTooLargeLosesDetail() {
        execute("""
                SELECT setseed(0.42);
                INSERT INTO base_feature (layer, kind, detail, steps, tunnel, bridge, min_zoom, extent_metres, geom)
                SELECT 'buildings', 'building', '', false, false, false, 13, 20,
                       ST_ConvexHull(ST_Collect(ARRAY[ST_SetSRID(ST_Point(x, y), 3857),
                           ST_SetSRID(ST_Point(x + 4 + 16 * random(), y + 3 * random()), 3857),
                           ST_SetSRID(ST_Point(x + 4 + 16 * random(), y + 4 + 9 * random()), 3857),
                           ST_SetSRID(ST_Point(x + 3 * random(), y + 4 + 9 * random()), 3857)]))
                FROM (SELECT 1200 * random() AS x, 1200 * random() AS y FROM generate_series(1, 30000)) AS corner;
                INSERT INTO address (street, number, geom)
                SELECT 'Gatan', (random() * 1e9)::int::text, ST_Transform(ST_Centroid(geom), 4326) FROM base_feature""");

        byte[] tile = north(15);

        assertThat(tile.length).isLessThanOrEqualTo(BaseBuild.LARGEST_BYTES);
        assertThat(Tiles.layer(tile, "buildings")).hasSizeGreaterThan(1000).allMatch(Geometry::isValid);
    }

    /** The tile just north-east of 0 0. */
    private byte[] north(int zoom) {
        int middle = 1 << (zoom - 1);
        return new DrawnTiles(database.database().jdbi(), "test")
                .tile(new TileId(zoom, middle, middle - 1))
                .orElse(Gzipped.of(new byte[0]));
    }

    private static Map<String, Object> tags(byte[] tile, String layer) {
        return Tiles.tags(Tiles.layer(tile, layer).get(0));
    }

    private static Geometry kind(List<Geometry> features, String kind) {
        return features.stream()
                .filter(feature -> kind.equals(Tiles.tags(feature).get("kind")))
                .findFirst()
                .orElseThrow();
    }

    private void area(String layer, String kind, int minZoom, String wkt) {
        insert(layer, kind, minZoom, wkt, "ST_Length(ST_BoundingDiagonal(geom))");
    }

    private void poi(String kind, int minZoom, int extent) {
        insert("pois", kind, minZoom, "POINT(" + (100 + minZoom + extent / 100) + " 100)", String.valueOf(extent));
    }

    private void insert(String layer, String kind, int minZoom, String wkt, String extent) {
        execute("""
                INSERT INTO base_feature (layer, kind, detail, steps, tunnel, bridge, min_zoom, extent_metres, geom)
                SELECT '%s', '%s', '', false, false, false, %d, %s, geom
                FROM (SELECT ST_GeomFromText('%s', 3857) AS geom) AS given""".formatted(layer, kind, minZoom, extent, wkt));
    }

    private void road(String kind, String detail, String name, int minZoom, String wkt) {
        execute("""
                INSERT INTO base_feature (layer, kind, detail, name, steps, tunnel, bridge, min_zoom, extent_metres, geom)
                VALUES ('roads', '%s', '%s', '%s', false, false, false, %d, 200, ST_GeomFromText('%s', 3857))""".formatted(kind, detail, name, minZoom, wkt));
    }

    private void place(String detail, int minZoom, String name, String population) {
        execute("""
                INSERT INTO base_feature (layer, kind, detail, name, population, steps, tunnel, bridge, min_zoom, extent_metres, geom)
                VALUES ('places', 'locality', '%s', '%s', %s, false, false, false, %d, 0, ST_SetSRID(ST_Point(500, 500), 3857))""".formatted(detail, name, population, minZoom));
    }

    private void execute(String sql) {
        database.database().jdbi().useHandle(handle -> handle.createScript(sql).execute());
    }
}
