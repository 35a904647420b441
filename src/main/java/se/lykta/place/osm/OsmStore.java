package se.lykta.place.osm;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
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
            for (String table : new String[] {"base_feature", "place_name", "address", "osm_import"}) {
                handle.execute("DELETE FROM " + table);
            }
            var rows = new OsmCopyStore(handle.getConnection());
            OsmCounts counts = rows.finish(maker.apply(rows));
            long version = insert(handle, fileName, sha256, counts);
            handle.execute("ANALYZE base_feature, place_name");
            SearchIndexStore.rebuild(handle);
            return new OsmSource(version, fileName, sha256, counts);
        });
    }

    private static long insert(Handle handle, String fileName, String sha256, OsmCounts counts) {
        String sql = """
                INSERT INTO osm_import (file_name, sha256, nodes, ways, relations, features, names, addresses,
                                        missing_nodes, unclosed_areas)
                VALUES (:fileName, :sha256, :nodes, :ways, :relations, :features, :names, :addresses,
                        :missingNodes, :unclosedAreas)
                RETURNING id""";
        return handle.createQuery(sql)
                .bind("fileName", fileName)
                .bind("sha256", sha256)
                .bindMethods(counts)
                .mapTo(Long.class)
                .one();
    }
}
