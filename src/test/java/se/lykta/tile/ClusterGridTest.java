package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
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
import se.lykta.taxonomy.Taxonomy;

/** Clusters of snapshots with several leaves and a history, for random filters. */
class ClusterGridTest {

    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    @ParameterizedTest
    @CsvSource({"1, 12000", "2, 20000"})
    void theCountsOfAllTilesSumToTheNumberOfMatchingReports(long seed, int size) {
        var random = new Random(seed);
        Snapshot snapshot = changed(seed, size);
        for (int zoom = 0; zoom < ReportTiles.SINGLES_ZOOM; zoom++) {
            Filter filter = filter(random);
            int expected = 0;
            for (int row = 0; row < snapshot.size(); row++) {
                expected += filter.test(snapshot, row) ? 1 : 0;
            }
            int sum = 0;
            for (TileId tile : tiles(snapshot, zoom)) {
                sum += new ClusterGrid(snapshot, filter, tile)
                        .clusters().stream()
                                .mapToInt(placed -> placed.cluster().count())
                                .sum();
            }
            assertThat(sum).as("seed %d filter %s zoom %d", seed, filter, zoom).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"11, 3", "12, 9", "13, 12", "14, 14", "15, 16"})
    void aClusterTellsWhatItsReportsTell(long seed, int zoom) {
        Snapshot snapshot = changed(seed, 1500);
        Filter filter = filter(new Random(seed));
        Map<String, ClusterGrid.Placed> drawn = new TreeMap<>();
        for (TileId tile : tiles(snapshot, zoom)) {
            new ClusterGrid(snapshot, filter, tile)
                    .clusters()
                    .forEach(placed -> drawn.put("%.3f/%.3f".formatted(placed.x(), placed.y()), placed));
        }
        var expected = new ClusterOracle(snapshot, filter, zoom).clusters();

        assertThat(drawn).hasSameSizeAs(expected);
        for (var one : expected) {
            var placed = Optional.ofNullable(drawn.get("%.3f/%.3f".formatted(one.x(), one.y())))
                    .orElseThrow(() -> new AssertionError("seed %d: no cluster at %s".formatted(seed, one)));
            assertTold(snapshot, one.rows(), placed.cluster());
        }
    }

    private static void assertTold(Snapshot snapshot, List<Integer> rows, Cluster cluster) {
        assertThat(cluster.count()).isEqualTo(rows.size());
        assertThat(cluster.newestMinute())
                .isEqualTo(rows.stream().mapToInt(snapshot::minute).max().orElseThrow());
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long mask = 1L << bit;
            assertThat(cluster.causeCount(bit)).isEqualTo((int) rows.stream()
                    .filter(row -> (snapshot.causes(row) & mask) != 0)
                    .count());
        }
        long known = rows.stream()
                .filter(row -> snapshot.light(row) != Light.UNKNOWN)
                .count();
        long dark =
                rows.stream().filter(row -> snapshot.light(row) == Light.DARK).count();
        assertThat(cluster.knownLight()).isEqualTo((int) known);
        if (known > 0) {
            assertThat(cluster.darkPercent()).isEqualTo((int) Math.round(100.0 * dark / known));
        }
        if (rows.size() == 1) {
            assertThat(cluster.onlyRow()).isEqualTo(rows.get(0));
        }
    }

    /** Every second report is changed after the build, and some are taken away. */
    private static Snapshot changed(long seed, int size) {
        var reports = new RandomReports(seed);
        var builder = new SnapshotBuilder();
        reports.list(size).forEach(builder::add);
        List<ReportPoint> changed = new ArrayList<>();
        for (long id = 1; id <= size; id += 2) {
            changed.add(reports.point(id));
        }
        return builder.build(1).with(2, changed, new long[] {2, 4, 6, 8});
    }

    private static Filter filter(Random random) {
        Map<String, List<String>> query = new TreeMap<>();
        List.of(
                        Map.entry("cause", List.of("A", "B11,C", "A31")),
                        Map.entry("light", List.of("dark", "light")),
                        Map.entry("source", List.of("police,resident", "walk")),
                        Map.entry("severity", List.of("1", "2,3")),
                        Map.entry("hours", List.of("18-6", "7-9")),
                        Map.entry("bbox", List.of("14.5,56.25,14.53,56.27")))
                .forEach(parameter -> {
                    if (random.nextInt(4) == 0) {
                        List<String> values = parameter.getValue();
                        query.put(parameter.getKey(), List.of(values.get(random.nextInt(values.size()))));
                    }
                });
        return Filter.parse(QueryParameters.of(query, Filter.parametersAnd()), TAXONOMY, ZONE);
    }

    private static Set<TileId> tiles(Snapshot snapshot, int zoom) {
        Set<TileId> tiles = new HashSet<>();
        for (int row = 0; row < snapshot.size(); row++) {
            long morton = snapshot.morton(row);
            tiles.add(new TileId(zoom, Morton.x(morton) >> (31 - zoom), Morton.y(morton) >> (31 - zoom)));
        }
        return tiles;
    }
}
