package se.lykta.place.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.tileverse.pmtiles.PMTilesReader;
import io.tileverse.tiling.pyramid.TileIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.db.TestDatabase;
import se.lykta.geo.TileId;
import se.lykta.place.Gazetteer;
import se.lykta.place.PlaceStore;
import se.lykta.place.RealExtract;
import se.lykta.place.snap.SnapPointStore;

/**
 * A service that had Malmö and then got Stockholm is the same as one that never heard of Malmö: every table, every tile,
 * every file.
 */
@Tag("reference")
class NoTraceTest {

    @TempDir
    Path usedDirectory;

    @TempDir
    Path freshDirectory;

    @Test
    void secondImportLeavesNoTraceOfTheFirst() throws IOException {
        try (TestDatabase used = TestDatabase.create();
                TestDatabase fresh = TestDatabase.create();
                var usedTiles = tiles(used, usedDirectory);
                var freshTiles = tiles(fresh, freshDirectory)) {
            load(RealExtract.MALMO, used, usedTiles, usedDirectory);
            assertThat(tables(used)).contains("osm_boundary"); // of which Stockholm's extract has none

            load(RealExtract.STOCKHOLM, used, usedTiles, usedDirectory);
            load(RealExtract.STOCKHOLM, fresh, freshTiles, freshDirectory);

            assertSameTables(used, fresh);
            assertSameTiles(usedTiles, freshTiles);
            assertThat(files(usedDirectory)).isEqualTo(files(freshDirectory)).hasSize(2);
            assertThat(new Gazetteer(new PlaceStore(jdbi(used))).nearest(RealExtract.MALMO.at(0.5, 0.5)))
                    .isEmpty();
        }
    }

    private static void load(RealExtract extract, TestDatabase database, BaseTiles tiles, Path directory) {
        extract.load(jdbi(database), directory);
        tiles.build(share -> {});
        tiles.refresh();
        new SnapPointStore(jdbi(database)).load();
    }

    private static void assertSameTables(TestDatabase used, TestDatabase fresh) {
        List<String> tables = tables(fresh);
        assertThat(tables)
                .isEqualTo(tables(used))
                .contains("base_feature", "place_name", "address", "osm_import", "municipality", "area")
                .contains("search_name", "search_house", "search_source", "snap_point", "snap_state");
        for (String table : tables) {
            assertSame(table, rows(used, table), rows(fresh, table));
        }
        assertThat(houses(fresh)).hasSizeGreaterThan(900);
        assertSame("houses", houses(used), houses(fresh));
    }

    /** Tells the rows that differ, of which there may be few among thousands. */
    private static void assertSame(String what, List<String> used, List<String> fresh) {
        List<String> left = new ArrayList<>(used);
        fresh.forEach(left::remove);
        List<String> lost = new ArrayList<>(fresh);
        used.forEach(lost::remove);
        assertThat(left).as("%s only after the first import", what).isEmpty();
        assertThat(lost).as("%s only without the first import", what).isEmpty();
    }

    private static void assertSameTiles(BaseTiles used, BaseTiles fresh) throws IOException {
        Path archive = fresh.build(share -> {}).orElseThrow();
        try (var reader = new PMTilesReader(archive)) {
            List<TileIndex> all = reader.getTileIndices().toList();
            assertThat(all).hasSizeGreaterThan(100);
            for (TileIndex index : all) {
                var tile = new TileId(index.z(), (int) index.x(), (int) index.y());
                assertThat(used.edition().tile(tile).orElseThrow())
                        .as("%s", tile)
                        .isEqualTo(fresh.edition().tile(tile).orElseThrow());
            }
        }
        assertThat(Files.mismatch(used.build(share -> {}).orElseThrow(), archive))
                .isEqualTo(-1);
    }

    private static BaseTiles tiles(TestDatabase database, Path directory) {
        return new BaseTiles(jdbi(database), directory, () -> "© OpenStreetMap contributors");
    }

    /** Those that hold something, but for the migrations and the systems of coordinates. */
    private static List<String> tables(TestDatabase database) {
        String sql = """
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                      AND table_name NOT IN ('spatial_ref_sys', 'flyway_schema_history')
                      AND (xpath('/row/n/text()', query_to_xml('SELECT count(*) AS n FROM ' || table_name, false, true, '')))[1]::text <> '0'
                ORDER BY table_name""";
        return jdbi(database)
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    /** All rows, without the numbers and times of the import. */
    private static List<String> rows(TestDatabase database, String table) {
        String sql = """
                SELECT (to_jsonb(t) - '{id,version,made_from,imported_at,changed_at}'::text[]
                        - CASE '%1$s' WHEN 'search_house' THEN 'street' ELSE '' END)::text COLLATE "C"
                FROM %1$s AS t ORDER BY 1""";
        return jdbi(database)
                .withHandle(handle -> handle.createQuery(sql.formatted(table))
                        .mapTo(String.class)
                        .list());
    }

    /** Houses with the name of their street instead of its number. */
    private static List<String> houses(TestDatabase database) {
        String sql = """
                SELECT concat_ws('|', name, kind, part, number, house.lon, house.lat) COLLATE "C"
                FROM search_house AS house JOIN search_name ON search_name.id = house.street ORDER BY 1""";
        return jdbi(database)
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    /** What lies in a directory, without the number of the import in the name of an archive. */
    private static List<String> files(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("^base-(\\d+)-\\d+-", "base-$1-"))
                    .sorted()
                    .toList();
        }
    }

    private static Jdbi jdbi(TestDatabase database) {
        return database.database().jdbi();
    }
}
