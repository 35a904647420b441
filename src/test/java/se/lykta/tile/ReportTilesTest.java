package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.http.QueryParameters;
import se.lykta.index.Filter;
import se.lykta.index.RandomReports;
import se.lykta.index.Snapshot;
import se.lykta.index.SnapshotBuilder;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/** Tiles of random reports against {@link ClusterOracle}, and small ones by hand. */
class ReportTilesTest {

    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final ReportTiles TILES = new ReportTiles(new ReportTags.Codes(TAXONOMY, new LocalDays(ZONE)));
    private static final List<Map<String, List<String>>> QUERIES = List.of(
            Map.of(),
            Map.of("cause", List.of("A,B11")),
            Map.of("light", List.of("dark"), "from", List.of("2023-01-01"), "to", List.of("2023-12-31")),
            Map.of("source", List.of("police"), "bbox", List.of("14.5,56.25,14.53,56.27")));

    @ParameterizedTest
    @CsvSource({"71, 3000", "72, 500", "73, 40"})
    void theCountsOfAllTilesOfAZoomSumToTheNumberOfMatchingReports(long seed, int size) {
        Snapshot snapshot = snapshot(new RandomReports(seed).list(size));
        for (Filter filter : filters()) {
            int expected = filter.count(snapshot);
            for (int zoom = 0; zoom <= TileId.MAX_ZOOM; zoom++) {
                int sum = 0;
                for (TileId tile : tilesAround(snapshot, zoom)) {
                    sum += decode(snapshot, filter, tile).reports();
                }
                assertThat(sum)
                        .as("seed %d filter %s zoom %d", seed, filter, zoom)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"81, 2000", "82, 300", "83, 30"})
    void everyTileEqualsTheOracles(long seed, int size) {
        Snapshot snapshot = snapshot(new RandomReports(seed).list(size));
        for (int zoom = 0; zoom < ReportTiles.SINGLES_ZOOM; zoom++) {
            Filter filter = filters().get(zoom % QUERIES.size());
            var expected = new ClusterOracle(snapshot, filter, zoom).clusters();
            for (TileId tile : tilesAround(snapshot, zoom)) {
                List<String> wanted = new ArrayList<>();
                expected.stream()
                        .filter(cluster -> cluster.isIn(tile.x(), tile.y()))
                        .forEach(cluster -> wanted.add(text(cluster, tile)));
                List<String> drawn = new ArrayList<>();
                decode(snapshot, filter, tile).items().forEach(item -> drawn.add(text(item)));
                assertThat(drawn).as("seed %d tile %s", seed, tile).containsExactlyInAnyOrderElementsOf(wanted);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"91", "92"})
    void circlesDoNotOverlapAndStayInTheirTile(long seed) {
        Snapshot snapshot = snapshot(new RandomReports(seed).list(3000));
        for (int zoom = 8; zoom < ReportTiles.SINGLES_ZOOM; zoom++) {
            List<double[]> circles = new ArrayList<>();
            for (TileId tile : tilesAround(snapshot, zoom)) {
                for (var item : decode(snapshot, Filter.counting(), tile).items()) {
                    if (item.isCluster()) {
                        double x = item.geometry().getCoordinate().x;
                        double y = item.geometry().getCoordinate().y;
                        double radius = 16.0 * item.number("radius");
                        assertThat(Math.min(Math.min(x, y), 4096 - Math.max(x, y)))
                                .isGreaterThanOrEqualTo(radius - 1);
                        circles.add(new double[] {tile.x() * 4096.0 + x, tile.y() * 4096.0 + y, radius});
                    }
                }
            }
            assertApart(circles);
        }
    }

    @Test
    void theOrderOfArrivalChangesNoByte() {
        List<ReportPoint> points = new RandomReports(101).list(2000);
        List<ReportPoint> shuffled = new ArrayList<>(points);
        Collections.shuffle(shuffled, new Random(101));
        Snapshot one = snapshot(points);
        Snapshot other = snapshot(shuffled);
        for (int zoom = 0; zoom <= TileId.MAX_ZOOM; zoom += 3) {
            for (TileId tile : tilesAround(one, zoom)) {
                assertThat(TILES.tile(other, Filter.counting(), tile))
                        .isEqualTo(TILES.tile(one, Filter.counting(), tile));
            }
        }
    }

    @Test
    void aClusterTellsCountMainCauseDarkShareNewestDayAndWhereItParts() {
        // 100 m apart: 0.0016° of longitude at 56°; a cell of 64 px is 0.00137° wide at z16, 0.00275° at z15
        var points = List.of(
                point(1, 14.5500, "A11 A31", 29_000_000, Light.DARK),
                point(2, 14.5500, "A31", 29_100_000, Light.LIGHT),
                point(3, 14.5516, "A31", 29_050_000, Light.DARK),
                point(4, 14.5516, "B11", 29_000_000, Light.UNKNOWN));
        Snapshot snapshot = snapshot(points);

        var tile = decode(snapshot, Filter.counting(), tileOf(points.get(0), 10));

        assertThat(tile.items()).hasSize(1);
        var cluster = tile.items().get(0);
        assertThat(cluster.number("count")).isEqualTo(4);
        assertThat(cluster.text("cause")).isEqualTo("A31");
        assertThat(cluster.number("dark")).isEqualTo(67);
        // 29 100 000 minutes after 1970 is 2025-04-30 08:00 UTC
        assertThat(cluster.text("newest")).isEqualTo("2025-04-30");
        assertThat(cluster.number("expansionZoom")).isEqualTo(16);
        assertThat(cluster.number("radius")).isEqualTo(12);
    }

    @Test
    void aSingleReportTellsItsOwnValues() {
        var point = point(77, 14.55, "B11 A11", 29_100_000, Light.DARK);
        Snapshot snapshot = snapshot(List.of(point));

        var tile = decode(snapshot, Filter.counting(), tileOf(point, 12));

        assertThat(tile.items()).hasSize(1);
        assertThat(tile.items().get(0).properties())
                .containsEntry("id", 77L)
                .containsEntry("cause", "A11")
                .containsEntry("causes", "A11,B11")
                .containsEntry("source", "resident")
                .containsEntry("state", "published")
                .containsEntry("date", "2025-04-30")
                .containsEntry("light", "dark")
                .doesNotContainKey("count");
    }

    @Test
    void theDarkShareIsAbsentWhereNoLightIsKnown() {
        var points = List.of(
                point(1, 14.55, "A11", 29_000_000, Light.UNKNOWN), point(2, 14.55, "A11", 29_000_000, Light.UNKNOWN));

        var tile = decode(snapshot(points), Filter.counting(), tileOf(points.get(0), 12));

        assertThat(tile.items().get(0).properties()).doesNotContainKey("dark");
    }

    @Test
    void coincidentReportsAreSingleFeaturesFromZoom18On() {
        List<ReportPoint> points = new ArrayList<>();
        for (int id = 1; id <= 50; id++) {
            points.add(point(id, 14.55, "A11", 29_000_000, Light.DARK));
        }
        Snapshot snapshot = snapshot(points);

        var before = decode(snapshot, Filter.counting(), tileOf(points.get(0), 17));
        var after = decode(snapshot, Filter.counting(), tileOf(points.get(0), 18));

        assertThat(before.items()).hasSize(1);
        assertThat(before.items().get(0).number("expansionZoom")).isEqualTo(18);
        assertThat(after.items()).hasSize(50).noneMatch(DecodedTile.Item::isCluster);
    }

    @Test
    void aTileWithoutReportsIsEmpty() {
        assertThat(TILES.tile(Snapshot.empty(1), Filter.counting(), new TileId(0, 0, 0)))
                .isEmpty();
    }

    private static void assertApart(List<double[]> circles) {
        for (int i = 0; i < circles.size(); i++) {
            for (int j = 0; j < i; j++) {
                double[] a = circles.get(i);
                double[] b = circles.get(j);
                // coordinates are whole units, rounded down: up to √2 less
                assertThat(Math.hypot(a[0] - b[0], a[1] - b[1])).isGreaterThan(a[2] + b[2] - 1.5);
            }
        }
    }

    private static String text(ClusterOracle.Expected cluster, TileId tile) {
        double side = Math.pow(2, 31 - tile.zoom());
        long x = (long) Math.floor((cluster.x() - tile.x() * side) / side * 4096);
        long y = (long) Math.floor((cluster.y() - tile.y() * side) / side * 4096);
        return "%d at %d,%d".formatted(cluster.rows().size(), x, y);
    }

    private static String text(DecodedTile.Item item) {
        var place = item.geometry().getCoordinate();
        return "%d at %d,%d".formatted(item.reports(), (long) place.x, (long) place.y);
    }

    /** All tiles with a report, and their neighbours: nothing may be drawn there that belongs elsewhere. */
    private static Set<TileId> tilesAround(Snapshot snapshot, int zoom) {
        Set<TileId> tiles = new HashSet<>();
        int last = (1 << zoom) - 1;
        for (int row = 0; row < snapshot.size(); row++) {
            int x = Morton.x(snapshot.morton(row)) >> (31 - zoom);
            int y = Morton.y(snapshot.morton(row)) >> (31 - zoom);
            tiles.add(new TileId(zoom, x, y));
            tiles.add(new TileId(zoom, Math.min(x + 1, last), y));
            tiles.add(new TileId(zoom, x, Math.max(y - 1, 0)));
        }
        return tiles;
    }

    private static TileId tileOf(ReportPoint point, int zoom) {
        long code = Morton.encode(point.lonDeg(), point.latDeg());
        return new TileId(zoom, Morton.x(code) >> (31 - zoom), Morton.y(code) >> (31 - zoom));
    }

    private static ReportPoint point(long id, double lonDeg, String causes, int minute, Light light) {
        long mask = TAXONOMY.mask(List.of(causes.split(" ", -1)));
        return new ReportPoint(id, lonDeg, 56.27, mask, minute, Source.RESIDENT, ReportState.PUBLISHED, light, id);
    }

    private static DecodedTile decode(Snapshot snapshot, Filter filter, TileId tile) {
        return DecodedTile.of(TILES.tile(snapshot, filter, tile), ReportTiles.LAYER);
    }

    private static List<Filter> filters() {
        return QUERIES.stream()
                .map(query -> Filter.parse(QueryParameters.of(query, Filter.parametersAnd()), TAXONOMY, ZONE))
                .toList();
    }

    private static Snapshot snapshot(List<ReportPoint> points) {
        var builder = new SnapshotBuilder();
        points.forEach(builder::add);
        return builder.build(1);
    }
}
