package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.geo.Bbox;
import se.lykta.http.JsonAnswer;
import se.lykta.http.ProblemMapper;
import se.lykta.http.ServerErrors;
import se.lykta.index.Filters;
import se.lykta.index.Indexes;
import se.lykta.index.RandomReports;
import se.lykta.index.SnapshotBuilder;
import se.lykta.taxonomy.Taxonomy;

/**
 * Addresses that no sane client asks for, sent as raw bytes: whatever they are, the answer is a tile, nothing, or a refusal that
 * says why; never a fault of ours.
 */
class TileFuzzTest {

    private static final JsonAnswer JSON = new JsonAnswer();
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final String[] LAYERS = {
        "reports", "points", "hotspots", "", ".", "..", "reports.json", "%72eports", "å", "%C3%A5", "x".repeat(3000)
    };
    private static final String[] NUMBERS = {
        "0",
        "1",
        "3",
        "10",
        "22",
        "23",
        "40",
        "-1",
        "-0",
        "+1",
        "1.5",
        "1e3",
        "NaN",
        "Infinity",
        "0x10",
        "",
        " ",
        "%20",
        "%00",
        "%2F",
        "%",
        "%zz",
        "2147483647",
        "2147483648",
        "-2147483649",
        "99999999999999999999",
        "٣",
        "%D9%A3",
        "१",
        "null",
        "{z}",
        "1;a=b",
        "1%3B",
        "..",
        "%2e%2e",
        "1/2",
        "9".repeat(2000)
    };
    private static final String[] SUFFIXES = {
        ".mvt", ".mvt", ".mvt", ".png", ".pbf", "", ".MVT", ".mvt/", ".mvt%00", ".mvt.gz"
    };
    private static final String[] NAMES = {
        "cause",
        "source",
        "state",
        "from",
        "to",
        "light",
        "bbox",
        "audience",
        "hours",
        "weekday",
        "severity",
        "cause_all",
        "area",
        "size",
        "colour",
        "",
        "%63ause",
        "Cause"
    };
    private static final String[] VALUES = {
        "A11",
        "A",
        "Z99",
        "dark",
        "2025-01-01",
        "2025-13-41",
        "0000-00-00",
        "9999-12-31",
        "1,2,3,4",
        "1,2,NaN,4",
        "-1e308,0,1,1",
        "180,90,-180,-90",
        "",
        ",",
        ",,,",
        "%2C",
        "%",
        "public",
        "staff",
        "18-6",
        "99-99",
        "-1-5",
        "mon,sun",
        "4",
        "1,2,3",
        "%27%3B DROP TABLE report",
        "ÅÄÖ",
        "%F0%9F%92%A9",
        "%ff%fe",
        "x".repeat(5000),
        "+",
        "a=b",
        "[]",
        "2025-01-01T00:00"
    };

    private static Javalin server;

    @BeforeAll
    static void start() {
        var indexes = new Indexes();
        var builder = new SnapshotBuilder();
        new RandomReports(401).list(500).forEach(builder::add);
        indexes.replace(Audience.STAFF, builder.build(3));
        var taxonomy = Taxonomy.load();
        var cache = new TileCache(1 << 20);
        List<TileSource> layers = List.of(
                ReportTileSource.clusters(indexes, taxonomy, ZONE, cache),
                ReportTileSource.points(indexes, taxonomy, ZONE, cache));
        var tileJson = new TileJson(() -> "© Ljusbro", () -> new Bbox(14.4, 56.2, 14.7, 56.4));
        var filters = new Filters(taxonomy, ZONE, List::of);
        var routes = new TileRoutes(layers, new Audiences(Optional.empty(), true), filters, tileJson, JSON);
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.http.prefer405over404 = true;
                    config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new ServerErrors(JSON.mapper())));
                    new ProblemMapper(JSON.mapper()).register(config.routes);
                    routes.register(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(longs = {411, 412, 413, 414})
    void everyAddressIsAnsweredOrRefused(long seed) throws IOException {
        var random = new Random(seed);
        int answered = 0;
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            String target = target(random);
            Answer answer = ask(target);
            assertThat(answer.status).as("seed %d, %s", seed, target).isIn(200, 204, 400, 404, 405, 414, 431);
            if (answer.status >= 400) {
                refused++;
                assertThat(answer.head).as("seed %d, %s", seed, target).contains("application/problem+json");
            } else {
                answered++;
            }
        }
        assertThat(answered).isPositive();
        assertThat(refused).isGreaterThan(answered);
    }

    /** Three in four parts are what they should be, so that the others are looked at. */
    private static String target(Random random) {
        String layer = random.nextInt(4) > 0 ? LAYERS[random.nextInt(2)] : pick(random, LAYERS);
        String path = IntStream.range(0, random.nextInt(12) == 0 ? random.nextInt(6) : 3)
                .mapToObj(i -> random.nextInt(4) > 0
                        ? String.valueOf(i == 0 ? 9 + random.nextInt(9) : random.nextInt(600))
                        : pick(random, NUMBERS))
                .collect(Collectors.joining("/"));
        String query = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> pick(random, NAMES) + (random.nextInt(9) == 0 ? "" : "=" + pick(random, VALUES)))
                .collect(Collectors.joining(random.nextInt(9) == 0 ? "&&" : "&"));
        return "/tiles/" + layer + "/" + path + pick(random, SUFFIXES) + (query.isEmpty() ? "" : "?" + query);
    }

    private static String pick(Random random, String[] texts) {
        return texts[random.nextInt(texts.length)];
    }

    private record Answer(int status, String head) {}

    /** As the bytes stand, without a client library that would put them right. */
    private static Answer ask(String target) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String answer = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            int end = answer.indexOf("\r\n\r\n");
            return new Answer(Integer.parseInt(answer.substring(9, 12)), answer.substring(0, end));
        }
    }
}
