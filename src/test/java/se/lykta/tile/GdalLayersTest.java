package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.account.Audience;
import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.http.QueryParameters;
import se.lykta.index.Filter;
import se.lykta.index.Indexes;
import se.lykta.index.RandomReports;
import se.lykta.index.Snapshot;
import se.lykta.index.SnapshotBuilder;
import se.lykta.layer.View;
import se.lykta.taxonomy.Taxonomy;

/**
 * Tiles of all zooms, filtered and not, read by GDAL's MVT driver without a word of complaint, and by an independent decoder
 * with the same features.
 */
class GdalLayersTest {

    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Pattern COUNT = Pattern.compile("Feature Count: ([0-9]+)");
    private static final List<Map<String, List<String>>> QUERIES = List.of(
            Map.of(),
            Map.of("cause", List.of("A")),
            Map.of("light", List.of("dark"), "from", List.of("2023-01-01")),
            Map.of("source", List.of("resident,police"), "bbox", List.of("14.5,56.25,14.53,56.27")));

    @TempDir
    private Path directory;

    private final Indexes indexes = new Indexes();

    @ParameterizedTest
    @ValueSource(strings = {"reports", "points"})
    void everyTileIsReadByBothWithTheSameFeatures(String layer) throws Exception {
        Snapshot snapshot = snapshot(new RandomReports(501));
        indexes.replace(Audience.STAFF, snapshot);
        var cache = new TileCache(1 << 20);
        TileSource source = layer.equals("points")
                ? ReportTileSource.points(indexes, TAXONOMY, ZONE, cache)
                : ReportTileSource.clusters(indexes, TAXONOMY, ZONE, cache);
        List<String> command = new ArrayList<>(List.of("ogrinfo", "-ro", "-al", "-so"));
        List<Integer> features = new ArrayList<>();
        var random = new Random(502);
        for (int zoom = 0; zoom <= TileId.MAX_ZOOM; zoom++) {
            for (TileId tile : tiles(snapshot, zoom, random)) {
                Filter filter = filter(random.nextInt(QUERIES.size()));
                byte[] gzipped = source.open(new View(Audience.STAFF, filter)).tile(tile);
                if (gzipped.length > 0) {
                    byte[] bytes = Gzip.expand(gzipped);
                    features.add(check(DecodedTile.of(bytes, layer)));
                    command.add(Files.write(directory.resolve(features.size() + ".mvt"), bytes)
                            .toString());
                }
            }
        }
        assertThat(features).hasSizeGreaterThan(35);

        assertThat(counts(command)).isEqualTo(features);
    }

    /** Features are points with whole units near the tile, and each tells a cause or a count. */
    private static int check(DecodedTile tile) {
        for (var item : tile.items()) {
            assertThat(item.geometry().isValid()).isTrue();
            assertThat(item.geometry().getGeometryType()).isEqualTo("Point");
            assertThat(item.geometry().getCoordinate().x).isBetween(-128.0, 4223.0);
            assertThat(item.geometry().getCoordinate().y).isBetween(-128.0, 4223.0);
            assertThat(item.properties().containsKey("source")).isNotEqualTo(item.isCluster());
        }
        return tile.items().size();
    }

    /** Feature counts of files; ogrinfo takes one a call, so a shell goes through them. */
    private List<Integer> counts(List<String> command) throws IOException, InterruptedException {
        String files = String.join(" ", command.subList(4, command.size()));
        String script =
                "for f in " + files + "; do " + String.join(" ", command.subList(0, 4)) + " \"$f\" || exit 1; done";
        Process process =
                new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        assertThat(told).doesNotContain("Warning", "ERROR");
        List<Integer> counts = new ArrayList<>();
        Matcher matcher = COUNT.matcher(told);
        while (matcher.find()) {
            counts.add(Integer.valueOf(matcher.group(1)));
        }
        return counts;
    }

    private static Set<TileId> tiles(Snapshot snapshot, int zoom, Random random) {
        Set<TileId> tiles = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            long code = snapshot.morton(random.nextInt(snapshot.size()));
            tiles.add(new TileId(zoom, Morton.x(code) >> (31 - zoom), Morton.y(code) >> (31 - zoom)));
        }
        return tiles;
    }

    private static Filter filter(int number) {
        return Filter.parse(QueryParameters.of(QUERIES.get(number), Filter.parametersAnd()), TAXONOMY, ZONE);
    }

    private static Snapshot snapshot(RandomReports reports) {
        var builder = new SnapshotBuilder();
        reports.list(3000).forEach(builder::add);
        return builder.build(1);
    }
}
