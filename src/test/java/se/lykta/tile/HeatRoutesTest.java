package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.geo.Bbox;
import se.lykta.http.JsonAnswer;
import se.lykta.http.ProblemMapper;
import se.lykta.index.Filter;
import se.lykta.index.Filters;
import se.lykta.index.Indexes;
import se.lykta.index.RandomReports;
import se.lykta.index.Snapshot;
import se.lykta.index.SnapshotBuilder;
import se.lykta.taxonomy.Taxonomy;
import se.lykta.tile.heat.HeatScales;

/** Heat tiles and their legend as a client gets them, over a real server. */
class HeatRoutesTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final JsonAnswer JSON = new JsonAnswer();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String TOWN = "/tiles/heat/12/2213/1269.png";

    private final Indexes indexes = new Indexes();
    private Javalin server;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() {
        indexes.replace(Audience.STAFF, snapshot(1500, 7));
        indexes.replace(Audience.PUBLIC, snapshot(20, 2));
        var filters = new Filters(Taxonomy.load(), ZONE, List::of);
        var scales = new HeatScales();
        var audiences = new Audiences(Optional.empty(), true);
        var tiles = new TileRoutes(
                List.of(new HeatTileSource(indexes, scales, new TileCache(1 << 22))),
                audiences,
                filters,
                new TileJson(() -> "© Ljusbro", () -> new Bbox(14.4, 56.2, 14.7, 56.4)),
                JSON);
        var legend = new HeatRoutes(indexes, scales, audiences, filters, JSON);
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    new ProblemMapper(JSON.mapper()).register(config.routes);
                    tiles.register(config.routes);
                    legend.register(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({"'', 256", "?size=256, 256", "?size=512, 512", "?size=512&theme=dark&light=dark, 512"})
    void aTileIsAPngOfTheSizeAskedFor(String query, int pixels) throws Exception {
        var answer = get(TOWN + query);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
        assertThat(header(answer, "Content-Encoding")).isEmpty();
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");
        var image = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(image.getWidth()).isEqualTo(pixels);
        assertThat(image.getHeight()).isEqualTo(pixels);
        assertThat(image.getColorModel().hasAlpha()).isTrue();
    }

    @Test
    void everyLookAndFilterHasATagOfItsOwnAndAKnownTagIsAnswered304() throws Exception {
        List<String> tags = new ArrayList<>();
        for (String query :
                List.of("", "?size=512", "?theme=dark", "?size=512&theme=dark", "?light=dark", "?audience=public")) {
            tags.add(header(get(TOWN + query), "ETag"));
        }
        var known = get(TOWN, "If-None-Match", tags.get(0));
        indexes.replace(Audience.STAFF, snapshot(1501, 8));
        var changed = get(TOWN, "If-None-Match", tags.get(0));

        assertThat(tags).doesNotHaveDuplicates().allMatch(tag -> tag.startsWith("\"h"));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    @Test
    void whereNothingIsTheAnswerIs204() throws Exception {
        assertThat(get("/tiles/heat/12/0/2048.png").statusCode()).isEqualTo(204);
        assertThat(get(TOWN + "?from=1999-01-01&to=1999-02-01").statusCode()).isEqualTo(204);
    }

    @Test
    void gdalReadsTheTileAsAPictureWithTransparency() throws Exception {
        Path file = Files.write(directory.resolve("heat.png"), get(TOWN).body());
        Process process = new ProcessBuilder("gdalinfo", "-stats", file.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(told).isZero();
        assertThat(told)
                .contains(
                        "Driver: PNG/Portable Network Graphics",
                        "Size is 256, 256",
                        "Color Table (RGB with 256 entries)")
                .doesNotContain("Warning", "ERROR");
    }

    @Test
    void theLegendTellsWhatTheColoursMean() throws Exception {
        JsonNode legend = json("/tiles/heat/legend.json?zoom=12");

        assertThat(legend.path("zoom").asInt()).isEqualTo(12);
        assertThat(legend.path("radiusMetres").asDouble()).isEqualTo(500);
        assertThat(legend.path("unit").asText()).isEqualTo("reports/km²");
        assertThat(legend.path("n").asInt()).isEqualTo(Filter.counting().count(indexes.snapshot(Audience.STAFF)));
        assertThat(legend.path("snapshotVersion").asLong()).isEqualTo(7);
        assertThat(legend.path("classes")).hasSize(5);
        assertThat(legend.path("classes").get(0).path("colour").asText()).isEqualTo("#fde3b0");
        assertThat(legend.path("classes").get(0).path("colourDark").asText()).isEqualTo("#67001f");
        assertThat(legend.path("classes").get(4).path("from").asDouble())
                .isLessThanOrEqualTo(legend.path("maximum").asDouble());
        assertThat(legend.path("fadesBelow").asDouble())
                .isEqualTo(legend.path("classes").get(0).path("from").asDouble());
        assertThat(legend.path("notes").path("fewData").asBoolean()).isFalse();
        assertThat(legend.path("notes").path("snapped").asBoolean()).isFalse();
        assertThat(legend.path("notes").path("sv").asText()).contains("500 m").doesNotContain("flyttade");
    }

    @Test
    void theLegendOfThePublicSaysThatPlacesAreMovedAndDataAreFew() throws Exception {
        JsonNode legend = json("/tiles/heat/legend.json?zoom=9&audience=public");

        assertThat(legend.path("notes").path("snapped").asBoolean()).isTrue();
        assertThat(legend.path("notes").path("fewData").asBoolean()).isTrue();
        assertThat(legend.path("notes").path("sv").asText()).contains("flyttade", "4 km");
        assertThat(legend.path("notes").path("en").asText()).contains("moved", "4 km");
        assertThat(legend.path("n").asInt()).isLessThanOrEqualTo(20);
    }

    @Test
    void theLegendFollowsTheFilter() throws Exception {
        JsonNode all = json("/tiles/heat/legend.json?zoom=13");
        JsonNode dark = json("/tiles/heat/legend.json?zoom=13&light=dark&cause=A");

        assertThat(dark.path("n").asInt()).isPositive().isLessThan(all.path("n").asInt());
        assertThat(dark.path("maximum").asDouble())
                .isLessThan(all.path("maximum").asDouble());
    }

    @Test
    void tileJsonPointsAtPicturesWithoutInnerLayers() throws Exception {
        JsonNode json = json("/tiles/heat.json?size=512&cause=A11");

        assertThat(json.path("tiles").get(0).asText()).endsWith("/tiles/heat/{z}/{x}/{y}.png?size=512&cause=A11");
        assertThat(json.has("vector_layers")).isFalse();
        assertThat(json.path("maxzoom").asInt()).isEqualTo(18);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tiles/heat/3/0/0.png?size=100",
                "/tiles/heat/3/0/0.png?size=256.0",
                "/tiles/heat/3/0/0.png?theme=blue",
                "/tiles/heat/3/0/0.png?colour=red",
                "/tiles/heat/-1/0/0.png",
                "/tiles/heat/40/0/0.png",
                "/tiles/heat/NaN/0/0.png",
                "/tiles/heat/3/8/0.png",
                "/tiles/heat/3/0/99999999999999999999.png",
                "/tiles/heat/3/0/0.mvt",
                "/tiles/heat/legend.json?zoom=-1",
                "/tiles/heat/legend.json?zoom=23",
                "/tiles/heat/legend.json?zoom=NaN",
                "/tiles/heat/legend.json?zoom=1&zoom=2",
                "/tiles/heat/legend.json?size=256",
                "/tiles/heat.json?size=0"
            })
    void whatIsNoTileOfOursIsRefusedWithAProblem(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).as(path).isIn(400, 404);
        if (answer.statusCode() == 400) {
            assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void anyTileAndAnyNonsenseIsAnsweredWithoutAFaultOfOurs() throws Exception {
        long seed = 733;
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            int zoom = random.nextInt(26) - 1;
            long across = 1L << Math.max(0, zoom);
            String path = "/tiles/heat/%d/%d/%d.png?size=%s&theme=%s&bbox=%d,%d,%d,%d"
                    .formatted(
                            zoom,
                            random.nextLong(across) + random.nextInt(2),
                            random.nextLong(across),
                            random.nextInt(8) == 0 ? "9" : "256",
                            random.nextInt(8) == 0 ? "x" : "dark",
                            random.nextInt(400) - 200,
                            random.nextInt(90),
                            random.nextInt(400) - 200,
                            random.nextInt(90));

            assertThat(get(path).statusCode()).as("seed %d: %s", seed, path).isIn(200, 204, 400, 404);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "18, 141670, 81200", "22, 2266720, 1299200"})
    void theFirstAndTheLastZoomAreServed(int zoom, int x, int y) throws Exception {
        assertThat(get("/tiles/heat/%d/%d/%d.png".formatted(zoom, x, y)).statusCode())
                .isIn(200, 204);
    }

    private static Snapshot snapshot(int size, long version) {
        var builder = new SnapshotBuilder();
        new RandomReports(121).list(size).forEach(builder::add);
        return builder.build(version);
    }

    private JsonNode json(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JSON.mapper().readTree(answer.body());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
