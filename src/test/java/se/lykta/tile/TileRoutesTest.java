package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.geo.Bbox;
import se.lykta.geo.TileId;
import se.lykta.http.JsonAnswer;
import se.lykta.http.ProblemMapper;
import se.lykta.index.Filters;
import se.lykta.index.Indexes;
import se.lykta.index.RandomReports;
import se.lykta.index.SnapshotBuilder;
import se.lykta.layer.Feature;
import se.lykta.layer.Layer;
import se.lykta.layer.View;
import se.lykta.taxonomy.Taxonomy;

/** Tiles as a client gets them, over a real server. */
class TileRoutesTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final JsonAnswer JSON = new JsonAnswer();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String TOWN = "/tiles/reports/10/553/317.mvt";

    private final Indexes indexes = new Indexes();
    private final TileCache cache = new TileCache(1 << 20);
    private Javalin server;

    @BeforeEach
    void start() {
        show(Audience.STAFF, 1500, 7);
        show(Audience.PUBLIC, 300, 2);
        var taxonomy = Taxonomy.load();
        List<TileSource> layers = List.of(
                ReportTileSource.clusters(indexes, taxonomy, ZONE, cache),
                ReportTileSource.points(indexes, taxonomy, ZONE, cache),
                new PolygonTileSource(new Square(), Map.of("rank", "place in the list"), cache));
        var tileJson = new TileJson(() -> "© Ljusbro", () -> new Bbox(14.4, 56.2, 14.7, 56.4));
        var routes = new TileRoutes(
                layers, new Audiences(Optional.empty(), true), new Filters(taxonomy, ZONE, List::of), tileJson, JSON);
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    new ProblemMapper(JSON.mapper()).register(config.routes);
                    routes.register(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aTileIsGzippedOnceTaggedAndPrivateForStaff() throws Exception {
        var answer = get(TOWN, "Accept-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(answer, "ETag"))
                .matches("\"r2\\.[0-9a-f]{8}-staff-7-f[.0-9a-z]*\"")
                .doesNotStartWith("W/");
        assertThat(header(answer, "Vary")).contains("Accept-Encoding").contains("Cookie");
        assertThat(DecodedTile.of(Gzip.expand(answer.body()), "reports").reports())
                .isPositive();
    }

    @Test
    void aClientWithoutGzipGetsTheSameTilePlainWithATagOfItsOwn() throws Exception {
        var gzipped = get(TOWN, "Accept-Encoding", "br;q=1.0, gzip;q=0.8");
        var plain = get(TOWN, "Accept-Encoding", "gzip;q=0, br");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.body()).isEqualTo(Gzip.expand(gzipped.body()));
        assertThat(header(plain, "ETag")).isNotEqualTo(header(gzipped, "ETag"));
    }

    @Test
    void aTileThatTheCallerHasIsNotEvenComputed() throws Exception {
        String tag = header(get(TOWN, "Accept-Encoding", "gzip"), "ETag");
        long before = cache.size();

        // the tag belongs to place, version and filter, so it answers for a tile that was never drawn
        var answer = get("/tiles/reports/11/1106/635.mvt", "Accept-Encoding", "gzip", "If-None-Match", tag);

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(cache.size()).isEqualTo(before);
    }

    @Test
    void aNewVersionHasANewTag() throws Exception {
        String tag = header(get(TOWN, "Accept-Encoding", "gzip"), "ETag");
        show(Audience.STAFF, 1501, 8);

        var answer = get(TOWN, "Accept-Encoding", "gzip", "If-None-Match", tag);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void thePublicGetsTheReleaseAndMayCacheIt() throws Exception {
        var staff = get(TOWN + "?audience=staff", "Accept-Encoding", "gzip");
        var everybody = get(TOWN + "?audience=public", "Accept-Encoding", "gzip");

        assertThat(header(everybody, "Cache-Control")).isEqualTo("public, max-age=60, stale-while-revalidate=600");
        assertThat(header(everybody, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(header(everybody, "ETag")).matches("\"r2\\.[0-9a-f]{8}-public-2-f[.0-9a-z]*\"");
        assertThat(reports(everybody)).isLessThan(reports(staff));
    }

    @Test
    void anEmptyTileIs204() throws Exception {
        var answer = get("/tiles/reports/10/0/512.mvt");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "ETag")).isNotEmpty();
    }

    @Test
    void theFilterOfTheQueryIsApplied() throws Exception {
        int all = reports(get(TOWN, "Accept-Encoding", "gzip"));
        int dark = reports(get(TOWN + "?light=dark&cause=A,B", "Accept-Encoding", "gzip"));

        assertThat(dark).isPositive().isLessThan(all);
    }

    @Test
    void hotspotsAreValidPolygonsWithFlatValues() throws Exception {
        var answer = get("/tiles/hotspots/10/553/317.mvt", "Accept-Encoding", "gzip");

        var items = DecodedTile.of(Gzip.expand(answer.body()), "hotspots").items();
        assertThat(items).hasSize(1);
        assertThat(items.get(0).geometry().getGeometryType()).isEqualTo("Polygon");
        assertThat(items.get(0).geometry().isValid()).isTrue();
        assertThat(items.get(0).properties())
                .containsEntry("id", "h1")
                .containsEntry("rank", 1L)
                .containsEntry("causes", "A11,A31")
                .doesNotContainKey("dark_share");
    }

    @Test
    void manyAskersOfOneTileHaveItMadeOnce() throws Exception {
        var made = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(8);
        List<Callable<byte[]>> askers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            askers.add(() -> cache.gzipped("once", new TileId(0, 0, 0), () -> {
                made.incrementAndGet();
                return new byte[100];
            }));
        }

        pool.invokeAll(askers);
        pool.shutdown();

        assertThat(made).hasValue(1);
    }

    @Test
    void theCacheIsBoundedByBytes() {
        for (int x = 0; x < 10_000; x++) {
            byte[] noise = new byte[200];
            new Random(x).nextBytes(noise);
            cache.gzipped("v", new TileId(20, x, 0), () -> noise);
        }

        // 1 MB holds at most 2 600 entries of 400 bytes and more
        assertThat(cache.size()).isBetween(1000L, 2700L);
    }

    @Test
    void tileJsonTellsWhereTheTilesAreAndWhatIsInThem() throws Exception {
        JsonNode json = JSON.mapper()
                .readTree(get("/tiles/reports.json?cause=A11&light=dark").body());

        assertThat(json.path("tilejson").asText()).isEqualTo("3.0.0");
        assertThat(json.path("tiles").get(0).asText())
                .isEqualTo("http://127.0.0.1:" + server.port() + "/tiles/reports/{z}/{x}/{y}.mvt?cause=A11&light=dark");
        assertThat(json.path("maxzoom").asInt()).isEqualTo(22);
        assertThat(json.path("bounds")).hasSize(4);
        assertThat(json.path("attribution").asText()).isEqualTo("© Ljusbro");
        assertThat(json.path("vector_layers").get(0).path("id").asText()).isEqualTo("reports");
        assertThat(json.path("vector_layers").get(0).path("fields").has("count"))
                .isTrue();
    }

    @Test
    void noSharedCacheMayKeepATileJsonThatNamesTheHostOfItsAsker() throws Exception {
        var gzipped = get("/tiles/points.json", "Accept-Encoding", "gzip");
        var plain = get("/tiles/points.json");
        var known = get("/tiles/points.json", "If-None-Match", header(plain, "ETag"));

        assertThat(header(gzipped, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(gzipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(Gzip.expand(gzipped.body())).isEqualTo(plain.body());
        assertThat(header(gzipped, "ETag")).isNotEqualTo(header(plain, "ETag"));
        assertThat(known.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports", "points", "hotspots"})
    void tileJsonHasWhatItsSpecificationRequires(String layer) throws Exception {
        JsonNode json = JSON.mapper().readTree(get("/tiles/" + layer + ".json").body());

        // TileJSON 3.0.0, section 3: tilejson, tiles, and for vector tiles vector_layers of id and fields
        assertThat(json.path("tilejson").asText()).matches("3\\.[0-9]+\\.[0-9]+");
        assertThat(json.path("tiles"))
                .isNotEmpty()
                .allMatch(tile -> tile.asText().matches("http://.*/\\{z\\}/\\{x\\}/\\{y\\}\\.mvt"));
        assertThat(json.path("vector_layers")).isNotEmpty().allSatisfy(inner -> {
            assertThat(inner.path("id").isTextual()).isTrue();
            assertThat(inner.path("fields").isObject()).isTrue();
            assertThat(inner.path("fields")).allMatch(JsonNode::isTextual);
        });
        // the optional ones, if present, are of their kind
        assertThat(json.path("minzoom").asInt(-1))
                .isBetween(0, json.path("maxzoom").asInt(-1));
        assertThat(json.path("maxzoom").asInt(-1)).isBetween(0, 30);
        assertThat(json.path("bounds").get(0).asDouble())
                .isLessThan(json.path("bounds").get(2).asDouble());
        assertThat(json.path("center")).hasSize(3);
        assertThat(json.path("scheme").asText()).isEqualTo("xyz");
    }

    @Test
    void anAnswer304RepeatsWhatTheCallersCacheNeeds() throws Exception {
        var get = get(TOWN, "Accept-Encoding", "gzip");
        var known = get(TOWN, "Accept-Encoding", "gzip", "If-None-Match", "\"other\", " + header(get, "ETag"));

        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(header(known, "ETag")).isEqualTo(header(get, "ETag"));
        assertThat(header(known, "Cache-Control")).isEqualTo(header(get, "Cache-Control"));
        assertThat(header(known, "Vary")).isEqualTo(header(get, "Vary"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tiles/reports/-1/0/0.mvt",
                "/tiles/reports/40/0/0.mvt",
                "/tiles/reports/NaN/0/0.mvt",
                "/tiles/reports/1.5/0/0.mvt",
                "/tiles/reports/3/8/0.mvt",
                "/tiles/reports/3/0/-1.mvt",
                "/tiles/reports/3/0/99999999999999999999.mvt",
                "/tiles/reports/9999999999/0/0.mvt",
                "/tiles/reports/3/0/.mvt",
                "/tiles/reports//0/0.mvt",
                "/tiles/reports/3/0/0",
                "/tiles/reports/3/0/0.mvt.mvt",
                "/tiles/reports/3/0/0x1.mvt",
                "/tiles/reports/%D9%A3/0/0.mvt",
                "/tiles/reports/3/0/0.mvt?colour=red",
                "/tiles/reports/3/0/0.mvt?cause=Z99",
                "/tiles/reports/3/0/0.mvt?cause=A11&cause=A12",
                "/tiles/reports/3/0/0.mvt?bbox=1,2,NaN,4",
                "/tiles/reports/3/0/0.mvt?audience=king",
                "/tiles/nothing/3/0/0.mvt",
                "/tiles/nothing.json",
                "/tiles/reports.json?colour=red",
                "/tiles/.json"
            })
    void addressesOfNoTileAreRefusedWithAProblem(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(JSON.mapper().readTree(answer.body()).path("code").asText()).isNotEmpty();
    }

    private void show(Audience audience, int size, long version) {
        var builder = new SnapshotBuilder();
        new RandomReports(121).list(size).forEach(builder::add);
        indexes.replace(audience, builder.build(version));
    }

    private static int reports(HttpResponse<byte[]> answer) {
        return DecodedTile.of(Gzip.expand(answer.body()), "reports").reports();
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

    /** One square in the middle of the town. */
    private static final class Square implements Layer {

        @Override
        public String id() {
            return "hotspots";
        }

        @Override
        public String titleSv() {
            return "Otrygga platser";
        }

        @Override
        public String titleEn() {
            return "Hotspots";
        }

        @Override
        public Contents read(View view) {
            Geometry square = new GeometryFactory().toGeometry(new Envelope(14.51, 14.53, 56.26, 56.27));
            return new Contents() {
                @Override
                public String version() {
                    return "1";
                }

                @Override
                public void forEach(Consumer<Feature> consumer) {
                    consumer.accept(new Feature(
                            "h1", square, Map.of("rank", 1, "name_sv", "Otryggt", "causes", List.of("A11", "A31"))));
                }
            };
        }
    }
}
