package se.lykta.place.search;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes the tables of the search from names and addresses.
 *
 * <p>Pieces of one kind whose folded names are equal become one thing if they lie within {@value #NEAR} units of Web
 * Mercator (500 m in the middle of Sweden) of one another: streets in pieces, schools of ground and building, both sides
 * of a stop; the Storgatan of the next town stays another one. Shops have to be ten times nearer, since chains have one at
 * every corner. Parts of the town are known as labels and as boundaries.
 * Addresses are pieces of their street, so that each house belongs to the right one, and a street that the map does not
 * draw is found by its houses. The same map makes the same rows, in whatever order it was written. Safe for use by many
 * threads.
 */
public final class SearchIndexStore {

    private static final int NEAR = 1000;
    private static final int HOUSE = 100;
    private static final long LOCK = 0x6c796b74_61000007L;

    private final Jdbi jdbi;

    /** The search tables of one database. */
    public SearchIndexStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Makes the tables anew if the import in use is another than the one they were made from; else does nothing. */
    public void follow() {
        if (!isCurrent()) {
            jdbi.useTransaction(SearchIndexStore::rebuild);
        }
    }

    /**
     * Makes the tables anew as a part of the transaction of an import, after its last row: readers see the old ones until
     * it commits.
     */
    public static void rebuild(Handle handle) {
        handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Integer.class)
                .one();
        handle.execute("DELETE FROM search_name");
        handle.execute("DELETE FROM search_house");
        handle.execute("DELETE FROM search_source");
        collectPieces(handle);
        insertNames(handle);
        insertHouses(handle);
        handle.execute("DROP TABLE search_piece");
        handle.execute("INSERT INTO search_source SELECT id FROM osm_import");
        tidy(handle);
    }

    /** What was only noted in the indexes so far is sorted in: else every question reads those notes from end to end. */
    private static void tidy(Handle handle) {
        handle.createQuery(
                        "SELECT gin_clean_pending_list('search_name_words') + gin_clean_pending_list('search_name_beginnings')")
                .mapTo(Long.class)
                .one();
        handle.execute("ANALYZE search_name, search_house");
    }

    private boolean isCurrent() {
        String sql = """
                SELECT coalesce((SELECT max(id) FROM osm_import), 0)
                       = coalesce((SELECT max(version) FROM search_source), 0)""";
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Boolean.class).one());
    }

    private static void collectPieces(Handle handle) {
        String sql = """
                CREATE TEMPORARY TABLE search_piece ON COMMIT DROP AS
                SELECT name, kind, folded, number, geom,
                       ST_ClusterDBSCAN(ST_Transform(geom, 3857), CASE kind WHEN 'business' THEN :house ELSE :near END, 1)
                           OVER (PARTITION BY kind, folded ORDER BY geom) AS part
                FROM (SELECT name, kind, search_fold(name) AS folded, NULL AS number, geom
                      FROM place_name WHERE name <> ''
                      UNION ALL
                      SELECT name, 'locality', search_fold(name), NULL, geom
                      FROM osm_boundary WHERE admin_level BETWEEN 9 AND 10
                      UNION ALL
                      SELECT street, 'street', search_fold(street), number, geom
                      FROM address WHERE street <> '') AS piece
                WHERE folded <> ''""";
        handle.createUpdate(sql).bind("near", NEAR).bind("house", HOUSE).execute();
    }

    /**
     * A thing is written as most of its pieces are; its mark is where it comes nearest to its middle. What is near lies
     * near in the table.
     */
    private static void insertNames(Handle handle) {
        String sql = """
                INSERT INTO search_name (name, kind, folded, part, words, rank, lon, lat, west, south, east, north)
                SELECT thing.name, thing.kind, thing.folded, thing.part, ' ' || thing.folded || ' ' || word.synonyms,
                       word.rank, ST_X(mark), ST_Y(mark), ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)
                FROM (SELECT mode() WITHIN GROUP (ORDER BY name) AS name, kind, folded, part,
                             coalesce(ST_Collect(geom ORDER BY geom) FILTER (WHERE number IS NULL),
                                      ST_Collect(geom ORDER BY geom)) AS geom
                      FROM search_piece GROUP BY kind, folded, part) AS thing
                JOIN unnest(:kinds, :synonyms, :ranks) AS word (kind, synonyms, rank) ON word.kind = thing.kind,
                     LATERAL (SELECT ST_ClosestPoint(geom, ST_Centroid(geom)) AS mark) AS middle
                ORDER BY ST_GeoHash(mark, 5), thing.folded, thing.kind, thing.part""";
        List<KindWords> kinds = KindWords.ofNames();
        handle.createUpdate(sql)
                .bindArray(
                        "kinds",
                        String.class,
                        kinds.stream().map(KindWords::code).toList())
                .bindArray(
                        "synonyms",
                        String.class,
                        kinds.stream().map(KindWords::synonyms).toList())
                .bindArray(
                        "ranks",
                        Double.class,
                        kinds.stream().map(KindWords::rank).toList())
                .execute();
    }

    private static void insertHouses(Handle handle) {
        handle.execute("""
                INSERT INTO search_house (street, number, lon, lat)
                SELECT search_name.id, piece.number, ST_X(piece.geom), ST_Y(piece.geom)
                FROM search_piece AS piece
                JOIN search_name USING (kind, folded, part)
                WHERE piece.number IS NOT NULL
                ORDER BY search_name.id, piece.number""");
    }
}
