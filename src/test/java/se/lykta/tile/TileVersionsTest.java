package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.account.Audience;
import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.index.Indexes;
import se.lykta.index.RandomReports;
import se.lykta.index.Snapshot;
import se.lykta.index.SnapshotBuilder;
import se.lykta.layer.View;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Taxonomy;

/** Versions of tiles: an edit changes those of the tiles it touches and no others, and equal versions are equal bytes. */
class TileVersionsTest {

    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static final ReportTags.Codes CODES = new ReportTags.Codes(TAXONOMY, new LocalDays(ZONE));
    private static final ReportTiles CLUSTERS = new ReportTiles(CODES);
    private static final PointTiles POINTS = new PointTiles(CODES);

    private final Indexes indexes = new Indexes();
    private final TileCache cache = new TileCache(8 << 20);
    private final TileSource clusters = ReportTileSource.clusters(indexes, TAXONOMY, ZONE, cache);
    private final TileSource points = ReportTileSource.points(indexes, TAXONOMY, ZONE, cache);
    private Snapshot snapshot = Snapshot.empty(0);

    @BeforeEach
    void fill() {
        show(snapshot(new RandomReports(301).list(1200), 40));
    }

    @Test
    void anEditInOneTownLeavesTheTilesOfAnotherAlone() {
        TileId edited = tileAt(14.52, 56.26, 12);
        TileId other = tileAt(14.75, 56.40, 12); // some tiles away
        for (TileSource source : List.of(clusters, points)) {
            String editedVersion = version(source, edited);
            String otherVersion = version(source, other);
            byte[] otherBytes = tile(source, other);
            long cached = cache.size();

            show(snapshot.with(snapshot.version() + 1, List.of(at(14.52, 56.26, 9000 + cached)), new long[0]));

            assertThat(version(source, edited)).isNotEqualTo(editedVersion);
            assertThat(version(source, other)).isEqualTo(otherVersion);
            assertThat(tile(source, other)).isSameAs(otherBytes); // from the cache
            assertThat(cache.size()).isEqualTo(cached);
        }
    }

    @Test
    void anEditJustBeyondTheEdgeChangesTheTile() {
        TileId tile = tileAt(14.52, 56.26, 12);
        String before = version(points, tile);
        var west = new TileId(12, tile.x() - 1, tile.y()).bbox();

        show(snapshot.with(
                41, List.of(at(west.eastDeg() - 1e-6, (west.southDeg() + west.northDeg()) / 2, 9999)), new long[0]));

        assertThat(version(points, tile)).isNotEqualTo(before);
    }

    @Test
    void staffAndPublicNeverShareAVersion() {
        indexes.replace(Audience.PUBLIC, snapshot);
        TileId tile = tileAt(14.52, 56.26, 12);

        assertThat(clusters.open(new View(Audience.STAFF, Filter.counting())).version(tile))
                .isNotEqualTo(clusters.open(new View(Audience.PUBLIC, Filter.counting()))
                        .version(tile))
                .isNotEqualTo(
                        points.open(new View(Audience.STAFF, Filter.counting())).version(tile));
    }

    @Test
    void anotherTimeZoneIsAnotherVersion() {
        TileId tile = tileAt(14.52, 56.26, 12);
        var elsewhere = ReportTileSource.clusters(indexes, TAXONOMY, ZoneId.of("Europe/Helsinki"), cache);

        assertThat(version(elsewhere, tile)).isNotEqualTo(version(clusters, tile));
    }

    /**
     * One process follows every change, others follow in larger steps or start in the middle; whatever any of them says
     * under one version is the same.
     */
    @ParameterizedTest
    @ValueSource(longs = {311, 312, 313})
    void equalVersionsAreEqualBytesInEveryProcess(long seed) {
        var random = new Random(seed);
        var reports = new RandomReports(seed);
        Map<Long, ReportPoint> database = new LinkedHashMap<>();
        reports.list(400).forEach(point -> database.put(point.id(), point));
        Snapshot follower = snapshot(List.copyOf(database.values()), 100);
        Snapshot slow = follower;
        List<ReportPoint> waiting = new ArrayList<>();
        Map<String, byte[]> known = new HashMap<>();
        for (long version = 101; version <= 140; version++) {
            ReportPoint edit = reports.point(1 + random.nextInt(500));
            database.put(edit.id(), edit);
            waiting.add(edit);
            follower = follower.with(version, List.of(edit), new long[0]);
            if (version % 5 == 0) {
                slow = slow.with(version, List.copyOf(waiting), new long[0]);
                waiting.clear();
                compare(seed, known, slow);
                compare(seed, known, snapshot(List.copyOf(database.values()), version));
            }
            compare(seed, known, follower);
        }
        // versions are of use: most tiles are not touched by an edit
        assertThat(known).hasSizeLessThan(40 * 20);
    }

    private void compare(long seed, Map<String, byte[]> known, Snapshot shown) {
        indexes.replace(Audience.STAFF, shown);
        for (int zoom : new int[] {8, 13, 16, 18}) {
            for (int i = 0; i < 5; i++) {
                TileId tile = tileAt(14.5 + 0.01 * i, 56.25 + 0.006 * i, zoom);
                for (TileSource source : List.of(clusters, points)) {
                    var set = source.open(new View(Audience.STAFF, Filter.counting()));
                    String name = set.version(tile) + " " + tile;
                    var fresh = source == clusters
                            ? CLUSTERS.tile(shown, Filter.counting(), tile)
                            : POINTS.tile(shown, Filter.counting(), tile);
                    byte[] before = known.putIfAbsent(name, fresh);
                    assertThat(fresh).as("seed %d %s", seed, name).isEqualTo(before == null ? fresh : before);
                }
            }
        }
    }

    private void show(Snapshot next) {
        snapshot = next;
        indexes.replace(Audience.STAFF, next);
    }

    private static String version(TileSource source, TileId tile) {
        return source.open(new View(Audience.STAFF, Filter.counting())).version(tile);
    }

    private static byte[] tile(TileSource source, TileId tile) {
        return source.open(new View(Audience.STAFF, Filter.counting())).tile(tile);
    }

    private static TileId tileAt(double lonDeg, double latDeg, int zoom) {
        long code = Morton.encode(lonDeg, latDeg);
        return new TileId(zoom, Morton.x(code) >> (31 - zoom), Morton.y(code) >> (31 - zoom));
    }

    private static ReportPoint at(double lonDeg, double latDeg, long id) {
        ReportPoint like = new RandomReports(id).point(id);
        return new ReportPoint(
                id,
                lonDeg,
                latDeg,
                like.causes(),
                new ReportPoint.When(like.occurredMinute(), like.hourOfWeek(), like.light()),
                like.source(),
                like.state(),
                like.severity(),
                like.reporter());
    }

    private static Snapshot snapshot(List<ReportPoint> points, long version) {
        var builder = new SnapshotBuilder();
        points.forEach(builder::add);
        return builder.build(version);
    }
}
