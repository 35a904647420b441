package se.lykta.place.osm;

import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.lykta.geo.LonLat;
import se.lykta.place.OsmCounts;
import se.lykta.place.OsmSource;
import se.lykta.place.search.SearchIndexStore;

/**
 * Replaces the map, the names and the addresses in one transaction: readers see the old ones until it commits, and all of
 * them if it fails.
 *
 * <p>Imports are serialised by an advisory lock. Safe for use by many threads.
 */
final class OsmStore {

    private static final String[] TABLES = {"base_feature", "place_name", "address", "osm_boundary", "osm_import"};

    /** About 200 m; a street of the same name in another village is farther away. */
    private static final double NEAR_LAT_DEG = 0.002;

    private static final int GROUND_CORNERS = 2048;

    private static final long LOCK = 0x6c796b74_61000002L;

    private final Jdbi jdbi;

    OsmStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Replaces everything.
     *
     * @param maker puts the rows and says what the file held
     * @return what is now in use
     */
    OsmSource replace(String fileName, String sha256, Function<OsmRows, OsmCounts> maker) {
        return jdbi.inTransaction(handle -> {
            handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Integer.class)
                    .one();
            for (String table : TABLES) {
                handle.execute("DELETE FROM " + table);
            }
            var rows = new OsmCopyStore(handle.getConnection());
            OsmCounts made = rows.finish(maker.apply(rows));
            OsmCounts counts = made.withoutAddresses(removeDoubles(handle));
            cutGround(handle);
            long version = insert(handle, fileName, sha256, counts);
            handle.execute("ANALYZE base_feature, place_name, address, osm_boundary");
            SearchIndexStore.rebuild(handle);
            return new OsmSource(version, fileName, sha256, counts);
        });
    }

    /** Sea and earth may have a million corners: tiles are cut from handy pieces, which remember how large the whole is. */
    private static void cutGround(Handle handle) {
        handle.execute("""
                WITH whole AS (
                    DELETE FROM base_feature
                    WHERE (layer = 'earth' OR kind = 'ocean') AND ST_NPoints(geom) > %1$d RETURNING *)
                INSERT INTO base_feature (layer, kind, detail, steps, tunnel, bridge, min_zoom, extent_metres, geom)
                SELECT layer, kind, detail, steps, tunnel, bridge, min_zoom, extent_metres, ST_Subdivide(geom, %1$d)
                FROM whole""".formatted(GROUND_CORNERS));
    }

    /** A building, its entrance and its flats may all have the address; known numbers stay before probable ones. */
    private static int removeDoubles(Handle handle) {
        String sql = """
                DELETE FROM address a USING address b
                WHERE a.street = b.street AND a.number = b.number
                  AND (a.interpolated, a.ctid) > (b.interpolated, b.ctid)
                  AND a.geom && ST_Expand(b.geom, :lonDeg, :latDeg)""";
        return handle.createUpdate(sql)
                .bind("lonDeg", NEAR_LAT_DEG * 2)
                .bind("latDeg", NEAR_LAT_DEG)
                .execute();
    }

    private static long insert(Handle handle, String fileName, String sha256, OsmCounts counts) {
        String sql = """
                INSERT INTO osm_import (file_name, sha256, nodes, ways, relations, features, names, addresses,
                                        boundaries, municipalities, missing_nodes, missing_members,
                                        unclosed_areas, repaired_areas, foreign_names,
                                        coast_gaps, coast_wrong, coast_fault_lon_deg, coast_fault_lat_deg,
                                        west_deg, south_deg, east_deg, north_deg)
                VALUES (:fileName, :sha256, :nodes, :ways, :relations, :features, :names, :addresses,
                        :boundaries, :municipalities, :f.missingNodes, :f.missingMembers,
                        :f.unclosedAreas, :f.repairedAreas, :f.foreignNames,
                        :c.gaps, :c.wrong, :faultLonDeg, :faultLatDeg,
                        :e.westDeg, :e.southDeg, :e.eastDeg, :e.northDeg)
                RETURNING id""";
        Optional<LonLat> fault = counts.faults().coast().first();
        return handle.createQuery(sql)
                .bind("fileName", fileName)
                .bind("sha256", sha256)
                .bindMethods(counts)
                .bindMethods("f", counts.faults())
                .bindMethods("c", counts.faults().coast())
                .bind("faultLonDeg", fault.map(LonLat::lonDeg).orElse(null))
                .bind("faultLatDeg", fault.map(LonLat::latDeg).orElse(null))
                .bindMethods("e", counts.extent())
                .mapTo(Long.class)
                .one();
    }
}
