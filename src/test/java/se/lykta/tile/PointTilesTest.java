package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import se.lykta.taxonomy.Taxonomy;

/** Every report by itself, against a scan of all rows with real numbers. */
class PointTilesTest {

    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final PointTiles TILES = new PointTiles(new ReportTags.Codes(TAXONOMY, new LocalDays(ZONE)));
    private static final List<Map<String, List<String>>> QUERIES = List.of(
            Map.of(),
            Map.of("cause", List.of("A,B11"), "from", List.of("2023-01-01")),
            Map.of("light", List.of("dark"), "bbox", List.of("14.5,56.25,14.53,56.27")));

    @ParameterizedTest
    @CsvSource({"171, 1500", "172, 200"})
    void everyTileHasTheReportsInItAndInItsRing(long seed, int size) {
        Snapshot snapshot = snapshot(new RandomReports(seed).list(size));
        for (int zoom = 0; zoom <= TileId.MAX_ZOOM; zoom++) {
            Filter filter = filter(zoom);
            for (TileId tile : tilesAround(snapshot, zoom)) {
                Map<Long, String> drawn = new TreeMap<>();
                for (var item : decode(snapshot, filter, tile).items()) {
                    var place = item.geometry().getCoordinate();
                    drawn.put((long) item.number(DecodedTile.FEATURE_ID), "%d,%d".formatted((long) place.x, (long)
                                    place.y));
                    assertThat(item.properties()).doesNotContainKey("stands_for");
                }
                assertThat(drawn).as("seed %d tile %s", seed, tile).isEqualTo(expected(snapshot, filter, tile));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"181, 10000", "182, 10001", "183, 25000"})
    void aCrowdedTileIsThinnedEvenlyAndNobodyIsForgotten(long seed, int size) {
        Snapshot snapshot = snapshot(new RandomReports(seed).list(size));
        var tile = decode(snapshot, Filter.everything(), new TileId(0, 0, 0));

        assertThat(tile.items()).hasSize(10_000);
        int least = Integer.MAX_VALUE;
        int most = 0;
        int sum = 0;
        for (var item : tile.items()) {
            int standsFor = size == 10_000 ? 1 : item.number("stands_for");
            least = Math.min(least, standsFor);
            most = Math.max(most, standsFor);
            sum += standsFor;
        }
        assertThat(sum).isEqualTo(size);
        assertThat(most - least).isLessThanOrEqualTo(1);
    }

    @Test
    void theOnesThatAreShownLieEvenlyInMortonOrder() {
        Snapshot snapshot = snapshot(new RandomReports(191).list(30_000));
        Filter filter = filter(1);
        List<Long> wanted = new ArrayList<>();
        for (int row = 0; row < snapshot.size(); row++) {
            if (filter.test(snapshot, row)) {
                wanted.add(snapshot.id(row));
            }
        }
        var rows = new WantedRows(snapshot, filter, 0, Long.MAX_VALUE);
        List<Long> shown = new ArrayList<>();
        rows.sample(1000, (row, standsFor) -> shown.add(snapshot.id(row)));

        assertThat(rows.count()).isEqualTo(wanted.size());
        for (int i = 0; i < 1000; i++) {
            assertThat(shown.get(i)).isEqualTo(wanted.get((int) ((long) i * wanted.size() / 1000)));
        }
    }

    @Test
    void aReportTellsItsValues() {
        ReportPoint point = new RandomReports(201).point(5);
        Snapshot snapshot = snapshot(List.of(point));
        long code = Morton.encode(point.lonDeg(), point.latDeg());
        var tile = new TileId(12, Morton.x(code) >> 19, Morton.y(code) >> 19);

        var item = decode(snapshot, Filter.everything(), tile).items().get(0);

        List<String> causes = TAXONOMY.causesOf(point.causes()).stream()
                .map(cause -> cause.code())
                .toList();
        assertThat(item.properties())
                .containsEntry(DecodedTile.FEATURE_ID, 5L)
                .doesNotContainKey("id")
                .containsEntry("cause", causes.get(0))
                .containsEntry("causes", String.join(",", causes))
                .containsEntry("source", point.source().code())
                .containsEntry("state", point.state().code());
        assertThat(item.properties().get("severity"))
                .isEqualTo(
                        point.severity().code() == 0
                                ? null
                                : (long) point.severity().code());
    }

    @Test
    void aTileWithoutReportsIsEmpty() {
        assertThat(TILES.tile(Snapshot.empty(1), Filter.counting(), new TileId(4, 3, 3)))
                .isEmpty();
    }

    /** Ids and units of the wanted reports in the tile and 128 units around it, as long as the world goes on there. */
    private static Map<Long, String> expected(Snapshot snapshot, Filter filter, TileId tile) {
        double side = Math.pow(2, 31 - tile.zoom());
        Map<Long, String> expected = new TreeMap<>();
        for (int row = 0; row < snapshot.size(); row++) {
            long x = unit(Morton.x(snapshot.morton(row)), tile.x(), side);
            long y = unit(Morton.y(snapshot.morton(row)), tile.y(), side);
            if (filter.test(snapshot, row) && Math.min(x, y) >= -128 && Math.max(x, y) < 4096 + 128) {
                expected.put(snapshot.id(row), "%d,%d".formatted(x, y));
            }
        }
        return expected;
    }

    private static long unit(int cell, int tile, double side) {
        return (long) Math.floor((cell + 0.5 - tile * side) / side * 4096);
    }

    private static Set<TileId> tilesAround(Snapshot snapshot, int zoom) {
        Set<TileId> tiles = new HashSet<>();
        int last = (1 << zoom) - 1;
        for (int row = 0; row < snapshot.size(); row += 7) {
            int x = Morton.x(snapshot.morton(row)) >> (31 - zoom);
            int y = Morton.y(snapshot.morton(row)) >> (31 - zoom);
            tiles.add(new TileId(zoom, x, y));
            tiles.add(new TileId(zoom, Math.min(x + 1, last), y));
            tiles.add(new TileId(zoom, Math.max(x - 1, 0), Math.max(y - 1, 0)));
        }
        return tiles;
    }

    private static DecodedTile decode(Snapshot snapshot, Filter filter, TileId tile) {
        return DecodedTile.of(TILES.tile(snapshot, filter, tile), PointTiles.LAYER);
    }

    private static Filter filter(int number) {
        var parameters = QueryParameters.of(QUERIES.get(number % QUERIES.size()), Filter.parametersAnd());
        return Filter.parse(parameters, TAXONOMY, ZONE);
    }

    private static Snapshot snapshot(List<ReportPoint> points) {
        var builder = new SnapshotBuilder();
        points.forEach(builder::add);
        return builder.build(1);
    }
}
