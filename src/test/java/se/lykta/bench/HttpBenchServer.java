package se.lykta.bench;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.account.StaffToken;
import se.lykta.app.BenchedServer;
import se.lykta.geo.Bbox;
import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.http.JsonAnswer;
import se.lykta.http.Routes;
import se.lykta.index.Filter;
import se.lykta.index.Filters;
import se.lykta.index.Indexes;
import se.lykta.index.SnapshotBuilder;
import se.lykta.layer.View;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Taxonomy;
import se.lykta.tile.ReportTileSource;
import se.lykta.tile.TileCache;
import se.lykta.tile.TileJson;
import se.lykta.tile.TileRoutes;
import se.lykta.tile.TileSource;

/**
 * The server side of {@link HttpBench}, a process of its own: seeded reports behind the service's whole web server, and beside
 * the tiles a handler that answers with the bytes and headers of each of them, ready-made ({@code /static/NUMBER}).
 *
 * <p>Prints its port and the path of each tile, and ends when its input does.
 */
final class HttpBenchServer implements Routes {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    /** Larger tiles than this say more about memory than about the server. */
    private static final int MOST_BYTES = 48 << 10;

    private static final int TILES = 48;

    /** A tile and what it is answered with. */
    private record Fixed(String path, String tag, Supplier<byte[]> body, int bytes) {}

    private final List<Fixed> fixed = new ArrayList<>();

    private HttpBenchServer() {}

    /** Arguments: number of reports, seed. */
    public static void main(String[] arguments) throws IOException {
        var reports = new BenchReports(Taxonomy.load(), Long.parseLong(arguments[1]));
        int size = Integer.parseInt(arguments[0]);
        var indexes = new Indexes();
        var builder = new SnapshotBuilder();
        for (long id = 1; id <= size; id++) {
            builder.add(reports.report(id).point());
        }
        indexes.replace(Audience.PUBLIC, builder.build(size));
        var cache = new TileCache(128L << 20);
        List<TileSource> sources = List.of(
                ReportTileSource.clusters(indexes, Taxonomy.load(), ZONE, cache),
                ReportTileSource.points(indexes, Taxonomy.load(), ZONE, cache));
        var fixed = new HttpBenchServer();
        fixed.choose(reports, size, sources);
        var tiles = new TileRoutes(
                sources,
                new Audiences(Optional.of(new StaffToken("a-token-for-benches-0123456789")), false),
                new Filters(Taxonomy.load(), ZONE, List::of),
                new TileJson(() -> "seeded", () -> new Bbox(11, 55, 24, 69)),
                new JsonAnswer());
        try (var server = BenchedServer.start(List.of(tiles, fixed))) {
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            fixed.fixed.forEach(tile -> out.println("tile " + tile.path + " " + tile.bytes));
            out.println("port " + server.port());
            while (System.in.read() >= 0) {
                // until whoever started it goes away
            }
        }
    }

    /** Tiles around reports by lot, half clusters of zoom 6..17, half points of zoom 12..17. */
    private void choose(BenchReports reports, int size, List<TileSource> sources) {
        var random = new SplittableRandom(size);
        while (fixed.size() < TILES) {
            TileSource source = sources.get(fixed.size() % 2);
            int zoom = fixed.size() % 2 == 0 ? random.nextInt(6, 18) : random.nextInt(12, 18);
            ReportPoint at = reports.report(random.nextLong(1, size + 1)).point();
            long code = Morton.encode(at.lonDeg(), at.latDeg());
            var tile = new TileId(zoom, Morton.x(code) >> (31 - zoom), Morton.y(code) >> (31 - zoom));
            var set = source.open(new View(Audience.PUBLIC, Filter.counting()));
            byte[] body = set.tile(tile);
            if (body.length > 0 && body.length <= MOST_BYTES) {
                String path =
                        "/tiles/%s/%d/%d/%d.mvt".formatted(source.description().id(), tile.zoom(), tile.x(), tile.y());
                fixed.add(new Fixed(path, '"' + set.version(tile) + '"', () -> body, body.length));
            }
        }
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/static/{number}", this::answer);
    }

    private void answer(Context context) {
        Fixed tile = fixed.get(Integer.parseInt(context.pathParam("number")));
        context.res().setContentLength(tile.bytes);
        context.disableCompression()
                .contentType("application/vnd.mapbox-vector-tile")
                .header("Content-Encoding", "gzip")
                .header("Cache-Control", "public, max-age=60, stale-while-revalidate=600")
                .header("Vary", "Accept-Encoding, Authorization, Cookie")
                .header("ETag", tile.tag)
                .result(tile.body.get());
    }
}
