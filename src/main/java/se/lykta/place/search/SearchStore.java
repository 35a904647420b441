package se.lykta.place.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import se.lykta.geo.Bbox;
import se.lykta.geo.LonLat;

/**
 * Reads the tables of the search, and the areas of the municipality.
 *
 * <p>The best has the least score: {@code match + accents + rank + ½ · log₂(distance / view)}, the last not below 0, so
 * that what lies within the view is equally near and each doubling beyond counts half a class. Classes of {@code match}:
 * 0 the whole name, 1 its beginning, 2 beginnings of words in any order, 3 what its kind is called, 4..6 similar
 * spelling. {@code accents}: 0.3 if the letters are right only without their dots and rings. Ties: distance, then name.
 * Safe for use by many threads.
 */
final class SearchStore {

    private static final int MOST_WORDS = 8;

    /** Share of the trigrams of what was typed that have to stand together in a name; pg_trgm's own is 0.6. */
    private static final String SIMILAR = "SET LOCAL pg_trgm.word_similarity_threshold = 0.5";

    private static final String THINGS = """
            SELECT id, name, kind, folded, words, rank, lon, lat, west, south, east, north
            FROM search_name WHERE %1$s
            UNION ALL
            SELECT -id, name, 'area', folded, words, -0.1, ST_X(mark), ST_Y(mark),
                   ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)
            FROM (SELECT id, name, geom, search_fold(name) AS folded, ' ' || search_fold(name) || ' delomrade' AS words
                  FROM area) AS area,
                 LATERAL (SELECT ST_PointOnSurface(geom) AS mark) AS middle
            WHERE %1$s""";

    private static final String STREETS = """
            SELECT id, name, kind, folded, words, rank, lon, lat, west, south, east, north
            FROM search_name WHERE kind = 'street' AND %1$s""";

    private static final String RANKED = """
            SELECT id, name, kind, named, lon, lat, west, south, east, north
            FROM (SELECT *, ' ' || folded LIKE ALL (:patterns) AS named,
                         111320 * sqrt((lat - :lat) ^ 2 + ((lon - :lon) * cosd(:lat)) ^ 2) AS metres
                  FROM (%s) AS thing) AS thing
            ORDER BY %s + rank + CASE WHEN strpos(lower(name), :typed) > 0 THEN 0 ELSE 0.3 END
                     + 0.5 * greatest(0, ln(metres / :view + 1e-9) / ln(2.0::float8)), metres, name, id
            LIMIT :limit""";

    private static final String BY_WORDS = """
            CASE WHEN folded = :folded THEN 0 WHEN starts_with(folded, :folded) THEN 1 WHEN named THEN 2 ELSE 3 END""";

    private static final String BY_SPELLING = "4 * (2 - word_similarity(:folded, words))";

    private final Jdbi jdbi;

    SearchStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What has words that begin with all those typed, best first. */
    List<Found> listByWords(SearchQuery query, String typed, boolean streetsOnly) {
        return jdbi.withHandle(handle -> {
            String folded = folded(handle, typed);
            int words = folded.isEmpty() ? 0 : wordsOf(folded).length;
            String condition = IntStream.range(0, words)
                    .mapToObj(i -> "words LIKE :word" + i)
                    .collect(Collectors.joining(" AND "));
            return words == 0
                    ? List.of()
                    : list(handle, sql(streetsOnly, condition, BY_WORDS), query, typed, folded, Found.Match.KIND);
        });
    }

    /** What is written in a similar way, best first. */
    List<Found> listSimilar(SearchQuery query, String typed, boolean streetsOnly) {
        return jdbi.inTransaction(handle -> {
            handle.execute(SIMILAR);
            String folded = folded(handle, typed);
            return folded.length() < 3
                    ? List.of()
                    : list(
                            handle,
                            sql(streetsOnly, ":folded <% words", BY_SPELLING),
                            query,
                            typed,
                            folded,
                            Found.Match.SIMILAR);
        });
    }

    /** All houses of a street. */
    List<House> listHouses(Found street) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT number, lon, lat FROM search_house WHERE street = :street ORDER BY number, lon, lat")
                .bind("street", street.id())
                .map((row, context) -> new House(row.getString(1), new LonLat(row.getDouble(2), row.getDouble(3))))
                .list());
    }

    /** A house of a street. */
    record House(String number, LonLat door) {}

    private static String folded(Handle handle, String typed) {
        return handle.createQuery("SELECT search_fold(:typed)")
                .bind("typed", typed)
                .mapTo(String.class)
                .one();
    }

    private static String[] wordsOf(String folded) {
        return Arrays.stream(folded.split(" ", -1)).limit(MOST_WORDS).toArray(String[]::new);
    }

    private static String sql(boolean streetsOnly, String condition, String match) {
        return RANKED.formatted((streetsOnly ? STREETS : THINGS).formatted(condition), match);
    }

    private static List<Found> list(
            Handle handle, String sql, SearchQuery query, String typed, String folded, Found.Match unnamed) {
        String[] patterns =
                Arrays.stream(wordsOf(folded)).map(word -> "% " + word + "%").toArray(String[]::new);
        Query statement = handle.createQuery(sql)
                .bind("folded", folded)
                .bind("typed", typed.toLowerCase(Locale.ROOT))
                .bindArray("patterns", String.class, (Object[]) patterns)
                .bind("lon", query.near().lonDeg())
                .bind("lat", query.near().latDeg())
                .bind("view", query.viewMetres())
                .bind("limit", query.limit());
        for (int i = 0; i < patterns.length; i++) {
            statement.bind("word" + i, patterns[i]);
        }
        return statement.map((row, context) -> found(row, unnamed)).list();
    }

    private static Found found(ResultSet row, Found.Match unnamed) throws SQLException {
        return new Found(
                row.getLong("id"),
                row.getString("name"),
                KindWords.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getBoolean("named") ? Found.Match.NAME : unnamed,
                new LonLat(row.getDouble("lon"), row.getDouble("lat")),
                new Bbox(row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north")));
    }
}
