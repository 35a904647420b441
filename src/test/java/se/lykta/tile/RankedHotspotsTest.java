package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.export.ExportRoutes;
import se.lykta.export.Exporter;
import se.lykta.geo.Bbox;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.geo.WebMercator;
import se.lykta.hotspot.HotspotBoard;
import se.lykta.hotspot.HotspotFinder;
import se.lykta.hotspot.HotspotRoutes;
import se.lykta.hotspot.Streets;
import se.lykta.http.JsonAnswer;
import se.lykta.http.ProblemMapper;
import se.lykta.http.Routes;
import se.lykta.index.Filters;
import se.lykta.index.Indexes;
import se.lykta.index.SnapshotBuilder;
import se.lykta.layer.HotspotsLayer;
import se.lykta.layer.Layers;
import se.lykta.layer.ReportsLayer;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/**
 * The list, the file and the tiles of hotspots, asked with the same parameters.
 *
 * <p>Three places half a kilometre apart: a path where twelve people feel uneasy for want of light (weight 6), a square with
 * ten reports of both light and speeding of which nobody said how unsafe (10), and a road where nine feel very unsafe for
 * speeding (18), a year before the others.
 */
class RankedHotspotsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final JsonAnswer JSON = new JsonAnswer();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final MetricCrs CRS = MetricCrs.of("EPSG:3006");
    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final int ZOOM = 10;

    private final SnapshotBuilder town = new SnapshotBuilder();
    private int reports;
    private Javalin server = Javalin.create();

    @BeforeEach
    void start() {
        add(12, 0, "2026-06-01", Severity.UNEASY, "A11");
        add(10, 500, "2026-06-01", Severity.UNKNOWN, "A11", "B11");
        add(9, 1000, "2025-06-01", Severity.VERY_UNSAFE, "B11");
        var indexes = new Indexes();
        indexes.replace(Audience.STAFF, town.build(7));
        var finder = new HotspotFinder(TAXONOMY, () -> CRS, ZONE, at -> Optional.empty(), Streets.NONE);
        var board = new HotspotBoard(indexes, finder, Clock.systemUTC());
        var layers = new Layers(List.of(new HotspotsLayer(board, ZONE), new ReportsLayer(indexes, TAXONOMY, ZONE)));
        server = Javalin.create(config -> {
                    new ProblemMapper(JSON.mapper()).register(config.routes);
                    routes(indexes, board, layers).forEach(routes -> routes.register(config.routes));
                })
                .start("127.0.0.1", 0);
    }

    private static List<Routes> routes(Indexes indexes, HotspotBoard board, Layers layers) {
        var audiences = new Audiences(Optional.empty(), true);
        var filters = new Filters(TAXONOMY, ZONE, List::of);
        var cache = new TileCache(1 << 20);
        List<TileSource> sources = List.of(
                new PolygonTileSource(layers.find("hotspots").orElseThrow(), Map.of("rank", "1 is the best"), cache),
                ReportTileSource.clusters(indexes, TAXONOMY, ZONE, cache));
        var tileJson = new TileJson(() -> "Ljusbro", () -> new Bbox(14.9, 56.2, 15.1, 56.4));
        return List.of(
                new HotspotRoutes(board, audiences, filters, ZONE, () -> "Ljusbro"),
                new ExportRoutes(new Exporter(layers, () -> "Ljusbro"), audiences, filters),
                new TileRoutes(sources, audiences, filters, tileJson, JSON));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** By number of reports 12, 10, 9; half of a place of two groups is a hotspot of each. */
    @Test
    void theFileIsOfEachGroupIfTheListIs() throws Exception {
        assertThat(told("/export/hotspots.geojson", "group", "reports", "weight"))
                .containsExactly("null 12 null", "null 10 null", "null 9 null");
        assertThat(told("/export/hotspots.geojson?by=group", "group", "reports", "weight"))
                .containsExactly("\"A\" 12 null", "\"A\" 10 null", "\"B\" 10 null", "\"B\" 9 null");
    }

    @Test
    void theFileIsRankedBySeverityIfTheListIs() throws Exception {
        assertThat(told("/export/hotspots.geojson?weight=severity", "rank", "reports", "weight"))
                .containsExactly("1 9 18.0", "2 10 10.0", "3 12 6.0");
    }

    /** The square's reports are of the last day and weigh 10, the path's 6, and after four half-lives the road's 18 about 1. */
    @Test
    void anOldPlaceComesLastByRecencyHoweverGraveItWas() throws Exception {
        assertThat(told("/export/hotspots.geojson?weight=recency,severity&halfLife=90", "reports"))
                .containsExactly("10", "12", "9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "by=group",
                "weight=severity",
                "weight=recency&halfLife=30",
                "by=group&weight=recency,severity&halfLife=400",
                "by=group&cause=B&minReports=10",
                "eps=600&limit=1",
                "minReports=10&minReporters=11"
            })
    void listFileAndTileTellTheSame(String query) throws Exception {
        Map<String, JsonNode> listed = byId(features("/api/hotspots?" + query));
        List<JsonNode> written = features("/export/hotspots.geojson?" + query);

        assertThat(listed).isNotEmpty();
        assertThat(written).extracting(RankedHotspotsTest::id).containsExactlyElementsOf(ids("/api/hotspots?" + query));
        assertThat(byId(written)).isEqualTo(listed);
        List<DecodedTile.Item> drawn = tile(query);
        assertThat(drawn).hasSameSizeAs(listed.keySet());
        for (DecodedTile.Item item : drawn) {
            String id = String.valueOf(item.properties().get("id"));
            JsonNode told = Objects.requireNonNull(listed.get(id)).path("properties");
            assertThat(item.properties().get("rank"))
                    .isEqualTo(told.path("rank").asLong());
            assertThat(item.properties().get("group"))
                    .isEqualTo(told.path("group").textValue());
            assertThat(item.properties().get("weight"))
                    .isEqualTo(
                            told.path("weight").isNull()
                                    ? null
                                    : told.path("weight").asDouble());
        }
    }

    @Test
    void theFileSaysHowItsHotspotsWereFound() throws Exception {
        String query = "eps=60&minReports=9&minReporters=4&by=group&weight=severity,recency&halfLife=90";
        JsonNode listed = JSON.mapper().readTree(get("/api/hotspots?" + query).body());
        JsonNode file =
                JSON.mapper().readTree(get("/export/hotspots.geojson?" + query).body());

        assertThat(file.path("method").toString())
                .isEqualTo("{\"name\":\"dbscan\",\"eps\":60.0,\"minReports\":9,\"minReporters\":4,\"by\":\"group\","
                        + "\"weights\":{\"severity\":{\"0\":1.0,\"1\":0.5,\"2\":1.0,\"3\":2.0},\"halfLife\":90},"
                        + "\"crs\":\"EPSG:3006\",\"paper\":\"Ester, Kriegel, Sander, Xu 1996\"}");
        for (String name : List.of("method", "from", "to", "total", "snapshotVersion", "attribution")) {
            assertThat(file.get(name)).as(name).isNotNull().isEqualTo(listed.get(name));
        }
    }

    @Test
    void eachParameterHasATagOfItsOwnAndTheUsualOnesHaveThatOfNone() throws Exception {
        List<String> others = List.of(
                "",
                "eps=40",
                "minReports=9",
                "minReporters=4",
                "limit=2",
                "by=group",
                "weight=severity",
                "weight=recency",
                "weight=recency&halfLife=90",
                "weight=recency,severity");
        String usual = "eps=50&minReports=8&minReporters=3&limit=100&by=all&weight=";

        for (String path : List.of("/export/hotspots.geojson?", tilePath(""))) {
            Map<String, String> tags = new HashMap<>();
            for (String query : others) {
                tags.put(query, tag(path + query));
            }
            assertThat(tags.values()).doesNotHaveDuplicates();
            assertThat(tag(path + usual)).isEqualTo(tags.get(""));
            assertThat(tag(path + "weight=severity,recency&halfLife=180"))
                    .isEqualTo(tags.get("weight=recency,severity"));
        }
    }

    @Test
    void whatTheCallerHasOfTheSameRankIsNotSentAgain() throws Exception {
        for (String path : List.of("/export/hotspots.geojson?by=group", tilePath("by=group"))) {
            String known = tag(path);

            assertThat(get(path, "If-None-Match", known).statusCode()).isEqualTo(304);
            assertThat(get(path + "&weight=severity", "If-None-Match", known).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void allFaultsAreToldAtOnce() throws Exception {
        String query = "eps=1&minReports=1&minReporters=0&limit=0&by=street&weight=anger&halfLife=30&weigth=severity";

        for (String path : List.of("/export/hotspots.geojson?", tilePath(""), "/tiles/hotspots.json?")) {
            HttpResponse<byte[]> answer = get(path + query);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(JSON.mapper().readTree(answer.body()).path("errors"))
                    .extracting(fault -> fault.path("field").asText())
                    .containsExactlyInAnyOrder(
                            "eps", "minReports", "minReporters", "limit", "by", "weight", "halfLife", "weigth");
        }
    }

    @Test
    void layersWithoutRankRefuseOne() throws Exception {
        for (String path : List.of("/export/reports.geojson?by=group", "/tiles/reports/0/0/0.mvt?by=group")) {
            HttpResponse<byte[]> answer = get(path);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("unknown parameter");
        }
    }

    @Test
    void tileJsonLeadsToTheTilesOfTheSameRank() throws Exception {
        JsonNode json = JSON.mapper()
                .readTree(get("/tiles/hotspots.json?by=group&weight=severity").body());

        assertThat(json.path("tiles").get(0).asText())
                .endsWith("/tiles/hotspots/{z}/{x}/{y}.mvt?by=group&weight=severity");
    }

    /** Reports of different people on one spot at noon. */
    private void add(int n, double eastMetres, String day, Severity severity, String... causes) {
        LonLat at = CRS.unproject(500_000 + eastMetres, 6_240_000);
        int noon = (int) (Instant.parse(day + "T10:00:00Z").getEpochSecond() / 60);
        var when = new ReportPoint.When(noon, ReportPoint.When.NO_HOUR, Light.UNKNOWN);
        for (int i = 0; i < n; i++) {
            reports++;
            long mask = TAXONOMY.mask(List.of(causes));
            town.add(new ReportPoint(
                    reports,
                    at.lonDeg(),
                    at.latDeg(),
                    mask,
                    when,
                    Source.RESIDENT,
                    ReportState.PUBLISHED,
                    severity,
                    1000 + reports));
        }
    }

    /** Some values of each feature, in the order of the answer. */
    private List<String> told(String path, String... names) throws IOException, InterruptedException {
        return features(path).stream()
                .map(feature -> String.join(
                        " ",
                        Stream.of(names)
                                .map(name ->
                                        feature.path("properties").path(name).toString())
                                .toList()))
                .toList();
    }

    private List<String> ids(String path) throws IOException, InterruptedException {
        return features(path).stream().map(RankedHotspotsTest::id).toList();
    }

    private List<JsonNode> features(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        JsonNode list = JSON.mapper().readTree(answer.body()).path("features");
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static Map<String, JsonNode> byId(List<JsonNode> features) {
        Map<String, JsonNode> byId = new HashMap<>();
        features.forEach(feature -> byId.put(id(feature), feature));
        return byId;
    }

    private static String id(JsonNode feature) {
        return feature.path("id").asText();
    }

    private List<DecodedTile.Item> tile(String query) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(tilePath(query), "Accept-Encoding", "gzip");
        assertThat(answer.statusCode()).isIn(200, 204);
        return answer.statusCode() == 204
                ? List.of()
                : DecodedTile.of(Gzip.expand(answer.body()), "hotspots").items();
    }

    /** The tile that holds the town. */
    private static String tilePath(String query) {
        LonLat middle = CRS.unproject(500_500, 6_240_000);
        int x = WebMercator.cellX(middle.lonDeg()) >>> (31 - ZOOM);
        int y = WebMercator.cellY(middle.latDeg()) >>> (31 - ZOOM);
        return "/tiles/hotspots/%d/%d/%d.mvt?%s".formatted(ZOOM, x, y, query);
    }

    private String tag(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
