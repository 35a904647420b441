package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.app.RunningService;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.geo.WebMercator;
import se.lykta.place.area.AreaImport;
import se.lykta.place.osm.OsmImport;
import se.lykta.place.snap.SnapPoint;
import se.lykta.place.snap.SnapPointStore;
import se.lykta.place.snap.SnapScale;

/** Snap points of the demo municipality as files and tiles of a service in which staff sign in. */
class SnapPointRoutesTest {

    private static final Path DATA = Path.of("data", "demo");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EXPORT = "/export/snap-points.geojson";
    private static final int DEEPEST = 16;

    @TempDir
    static Path directory;

    private static TestDatabase database;
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        database = TestDatabase.create();
        importAreas();
        new OsmImport(database.database().jdbi(), directory).run(DATA.resolve("ljusbro.osm"), share -> {});
        service = RunningService.on(database);
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void theFileHoldsTheStoredPointsOfTheScale(SnapScale scale) throws IOException {
        HttpResponse<String> answer = service.getAsStaff(EXPORT + "?scale=" + scale.code());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/geo+json");
        List<String> expected =
                stored(scale).stream().map(SnapPointRoutesTest::described).toList();
        assertThat(features(answer)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theFinestScaleIsWhatNoParameterMeans() throws IOException {
        assertThat(features(service.getAsStaff(EXPORT)))
                .containsExactlyElementsOf(features(service.getAsStaff(EXPORT + "?scale=street&audience=staff")));
    }

    @Test
    void theDeepestTilesTogetherHoldEveryStoredPointWhereItIs() {
        List<String> found = new ArrayList<>();
        for (TileId tile : tiles(DEEPEST)) {
            for (DecodedTile.Item item : items(tile)) {
                found.add(described(item, tile));
            }
        }

        List<String> expected = stored(SnapScale.STREET).stream()
                .map(SnapPointRoutesTest::inTile)
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void thinnedTilesTellOfEveryPoint() {
        for (int zoom = 11; zoom < DEEPEST; zoom++) {
            int sum = 0;
            for (TileId tile : tiles(zoom)) {
                for (DecodedTile.Item item : items(tile)) {
                    sum += item.properties().containsKey("stands_for") ? item.number("stands_for") : 1;
                }
            }

            assertThat(sum)
                    .as("zoom %d", zoom)
                    .isEqualTo(stored(SnapScale.STREET).size());
        }
    }

    @Test
    void tileJsonTellsTheZoomsAndTheFields() throws IOException {
        JsonNode json = JSON.readTree(text(service.getAsStaff("/tiles/snap-points.json?scale=quarter")));

        assertThat(json.path("minzoom").asInt()).isEqualTo(11);
        assertThat(json.path("maxzoom").asInt()).isEqualTo(DEEPEST);
        assertThat(json.at("/tiles/0").asText()).endsWith("/tiles/snap-points/{z}/{x}/{y}.mvt?scale=quarter");
        Set<String> fields = new HashSet<>();
        for (TileId tile : tiles(11)) {
            items(tile).forEach(item -> fields.addAll(item.properties().keySet()));
        }
        fields.remove(DecodedTile.FEATURE_ID);
        json.at("/vector_layers/0/fields")
                .fieldNames()
                .forEachRemaining(field -> assertThat(fields.remove(field)).isTrue());
        assertThat(fields).isEmpty();
        assertThat(service.getAsStaff(path(tiles(10).iterator().next())).statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "tiles", "tileJson"})
    void onlyStaffGetThemAndNobodyElseMayKeepACopy(String kind) {
        String path = address(kind);
        HttpResponse<String> staff = service.getAsStaff(path);
        String tag = staff.headers().firstValue("ETag").orElseThrow();

        List<HttpResponse<String>> refused = List.of(
                service.get(path),
                service.get(path + "?audience=staff"),
                service.getAsStaff(path + "?audience=public"),
                service.send(service.request(path).header("If-None-Match", tag)),
                service.send(service.request(path).header("Cookie", "lykta_session=guessed")));

        assertThat(staff.statusCode()).isEqualTo(200);
        assertThat(staff.headers().firstValue("Cache-Control")).contains("private, no-cache");
        for (HttpResponse<String> answer : refused) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("\"code\":\"sign-in-required\"").doesNotContain("Idrottshallen");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
        }
        assertThat(service.send(service.request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(service.send(service.request(path).header("Authorization", "Bearer guessed"))
                        .body())
                .contains("wrong-token");
    }

    @ParameterizedTest
    @CsvSource({
        "export, cause=A11, cause",
        "export, cause=Z99, cause",
        "export, bbox=1, bbox",
        "export, scale=city, scale",
        "export, scale=STREET, scale",
        "export, scale=street&scale=quarter, scale",
        "export, limit=3, limit",
        "tiles, light=dark, light",
        "tiles, size=512, size",
        "tiles, scale=8, scale",
        "tiles, audience=king, audience",
        "tileJson, colour=red, colour"
    })
    void whatTheLayerDoesNotKnowIsRefusedOnce(String kind, String query, String field) throws IOException {
        HttpResponse<String> answer = service.getAsStaff(address(kind) + "?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = JSON.readTree(text(answer));
        assertThat(problem.path("code").asText()).isEqualTo("invalid-parameter");
        assertThat(problem.path("errors"))
                .extracting(fault -> fault.path("field").asText())
                .containsExactly(field);
    }

    @Test
    void reportsHaveNoScale() {
        for (String path : List.of("/export/reports.geojson", "/export/hotspots.geojson", "/tiles/points.json")) {
            assertThat(service.getAsStaff(path + "?scale=street").statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
    }

    @Test
    void theTagTellsWhatThePointsWereMadeOf() throws Exception {
        for (String kind : List.of("export", "tiles")) {
            String path = address(kind);
            String tag = tag(path);

            HttpResponse<String> known = staff(path, tag);

            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(known.headers().firstValue("Cache-Control")).contains("private, no-cache");
            assertThat(known.headers().firstValue("Vary").orElseThrow()).contains("Authorization", "Cookie");
            assertThat(tag(path + "?scale=quarter")).isNotEqualTo(tag);
            importAreas();
            long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (tag(path).equals(tag)) {
                assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
                Thread.sleep(50);
            }
            assertThat(staff(path, tag).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void gdalReadsTheFileAndATile() throws Exception {
        Path file = directory.resolve("snap-points.geojson");
        Files.writeString(file, text(service.getAsStaff(EXPORT)));
        byte[] drawn = bytes(service.getAsStaff(address("tiles")));
        Path tile = Files.write(directory.resolve("tile.mvt"), drawn);
        int shown = DecodedTile.of(drawn, "snap-points").items().size();

        assertThat(ogrinfo(file))
                .contains(
                        "Geometry: Point",
                        "WGS 84",
                        "Feature Count: " + stored(SnapScale.STREET).size())
                .contains("kind: String", "name: String", "area: String", "addresses: Integer", "scale: String")
                .contains("least_addresses: Integer");
        assertThat(ogrinfo(tile))
                .contains("Layer name: snap-points", "Geometry: Point", "Feature Count: " + shown)
                .contains("kind: String", "addresses: Integer");
    }

    private static String ogrinfo(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("ogrinfo", "-ro", "-al", "-so", file.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        assertThat(told).doesNotContainIgnoringCase("warning", "error");
        return told;
    }

    /** A path to something that is not empty. */
    private static String address(String kind) {
        return switch (kind) {
            case "export" -> EXPORT;
            case "tiles" -> path(tiles(13).iterator().next());
            default -> "/tiles/snap-points.json";
        };
    }

    private static String path(TileId tile) {
        return "/tiles/snap-points/%d/%d/%d.mvt".formatted(tile.zoom(), tile.x(), tile.y());
    }

    private static List<DecodedTile.Item> items(TileId tile) {
        HttpResponse<String> answer = service.getAsStaff(path(tile));
        assertThat(answer.statusCode()).isEqualTo(200);
        return DecodedTile.of(bytes(answer), "snap-points").items();
    }

    private static Set<TileId> tiles(int zoom) {
        Set<TileId> tiles = new HashSet<>();
        stored(SnapScale.STREET).forEach(point -> tiles.add(tile(point.position(), zoom)));
        return tiles;
    }

    private static TileId tile(LonLat position, int zoom) {
        long code = Morton.encode(position.lonDeg(), position.latDeg());
        return new TileId(
                zoom, Morton.x(code) >> (WebMercator.BITS - zoom), Morton.y(code) >> (WebMercator.BITS - zoom));
    }

    private static List<SnapPoint> stored(SnapScale scale) {
        return new SnapPointStore(database.database().jdbi())
                .list().stream().filter(point -> point.scale() == scale).toList();
    }

    private static String described(SnapPoint point) {
        return "%s '%s' %d %s %d at %.6f %.6f"
                .formatted(
                        point.kind().code(),
                        point.name(),
                        point.addresses(),
                        point.scale().code(),
                        point.scale().leastAddresses(),
                        point.position().lonDeg(),
                        point.position().latDeg());
    }

    private static List<String> features(HttpResponse<String> answer) throws IOException {
        return StreamSupport.stream(JSON.readTree(text(answer)).path("features").spliterator(), false)
                .map(feature -> "%s '%s' %d %s %d at %.6f %.6f"
                        .formatted(
                                feature.at("/properties/kind").asText(),
                                feature.at("/properties/name").asText("").replace("null", ""),
                                feature.at("/properties/addresses").asInt(),
                                feature.at("/properties/scale").asText(),
                                feature.at("/properties/least_addresses").asInt(),
                                feature.at("/geometry/coordinates/0").asDouble(),
                                feature.at("/geometry/coordinates/1").asDouble()))
                .toList();
    }

    /** With the unit of the deepest tile that it falls in, by the formula of EPSG Guidance Note 7-2. */
    private static String inTile(SnapPoint point) {
        double units = 4096 * Math.pow(2, DEEPEST);
        double lat = Math.toRadians(point.position().latDeg());
        double y = 0.5 - Math.log(Math.tan(Math.PI / 4 + lat / 2)) / (2 * Math.PI);
        return "%s '%s' %d at %d %d"
                .formatted(
                        point.kind().code(),
                        point.name(),
                        point.addresses(),
                        (long) ((point.position().lonDeg() / 360 + 0.5) * units),
                        (long) (y * units));
    }

    private static String described(DecodedTile.Item item, TileId tile) {
        return "%s '%s' %d at %d %d"
                .formatted(
                        item.text("kind"),
                        item.properties().getOrDefault("name", ""),
                        item.number("addresses"),
                        tile.x() * 4096L + (long) item.geometry().getCoordinate().x,
                        tile.y() * 4096L + (long) item.geometry().getCoordinate().y);
    }

    private static String tag(String path) {
        return service.getAsStaff(path).headers().firstValue("ETag").orElseThrow();
    }

    private static HttpResponse<String> staff(String path, String tag) {
        return service.send(service.request(path)
                .header("Authorization", "Bearer " + RunningService.TOKEN)
                .header("If-None-Match", tag));
    }

    private static byte[] bytes(HttpResponse<String> answer) {
        return answer.body().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(HttpResponse<String> answer) {
        return new String(bytes(answer), StandardCharsets.UTF_8);
    }

    private static void importAreas() throws IOException {
        new AreaImport(database.database().jdbi())
                .run(
                        Files.readAllBytes(DATA.resolve("areas.geojson")),
                        new AreaImport.Options(null, ZoneId.of("Europe/Stockholm")));
    }
}
