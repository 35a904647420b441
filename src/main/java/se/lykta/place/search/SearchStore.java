package se.lykta.place.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import se.lykta.geo.Bbox;
import se.lykta.geo.LonLat;

/**
 * Reads the tables of the search, and the areas of the municipality.
 *
 * <p>The best has the least score: {@code match + accents + rank + ½ · log₂(distance / view)}, the last not below 0, so
 * that what lies within the view is equally near and each doubling beyond counts half a class. Classes of {@code match}:
 * 0 the whole name, 1 its beginning, 2 beginnings of words in any order, 2½ inside of words, 3 what its kind is called; of
 * similar spelling every tenth of the letters that is wrong counts one. {@code accents}: 0.3 if the letters are right only without their
 * dots and rings. Ties: distance, then name. Safe for use by many threads.
 */
final class SearchStore {

    /** Share of the trigrams of what was typed that have to stand together in a name. */
    private static final double[] ALIKE = {0.7, 0.5};

    /** Names that are looked through; where more are near, the index of words is asked instead. */
    private static final int MOST_NEAR = 6000;

    private static final String THINGS = """
            SELECT id, name, kind, folded, words, rank, lon, lat, west, south, east, north
            FROM %1$s WHERE %2$s
            UNION ALL
            SELECT -id, name, 'area', folded, words, -0.1, ST_X(mark), ST_Y(mark),
                   ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)
            FROM (SELECT id, name, geom, folded, words, array_to_tsvector(string_to_array(words, ' ')) AS beginnings
                  FROM area,
                       LATERAL (SELECT search_fold(name) AS folded,
                                       btrim(search_fold(name) || ' delomrade') AS words) AS text) AS area,
                 LATERAL (SELECT ST_PointOnSurface(geom) AS mark) AS middle
            WHERE %2$s""";

    /** Read as a whole and then looked through, because the index of words knows nothing of near and far. */
    private static final String NEAR = """
            WITH near AS MATERIALIZED (
                SELECT * FROM search_name
                WHERE ST_MakePoint(lon, lat) && ST_MakeEnvelope(:westDeg, :southDeg, :eastDeg, :northDeg)
                      OR folded = :folded
                LIMIT :most)
            SELECT * FROM (%s) AS ranked WHERE (SELECT count(*) < :most FROM near)""";

    private static final String RANKED = """
            SELECT id, name, kind, named, lon, lat, west, south, east, north, metres,
                   %s + rank + CASE WHEN strpos(lower(name), :typed) > 0 THEN 0 ELSE 0.3::float8 END
                     + 0.5 * greatest(0, ln(metres / :view + 1e-9) / ln(2.0::float8)) AS score
            FROM (SELECT *, ' ' || folded LIKE ALL (:patterns) AS named,
                         :metresPerDegree * sqrt((lat - :lat) ^ 2 + ((lon - :lon) * cosd(:lat)) ^ 2) AS metres
                  FROM (%s) AS thing) AS thing
            ORDER BY score, metres, name, id
            LIMIT :limit""";

    private static final String SPELT_ALIKE = ":folded <% words";

    private static final String BY_SPELLING = "round(10 * (1 - word_similarity(:folded, words)))";

    private final Jdbi jdbi;

    SearchStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The way in which names and what is typed are compared, and the town's own name, all in that form. */
    FoldedText fold(SearchText text) {
        String sql = """
                SELECT search_fold(:whole), search_fold(:name),
                       coalesce((SELECT search_fold(name) FROM municipality), '')""";
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("whole", text.whole())
                .bind("name", text.name())
                .map((row, context) -> new FoldedText(
                        new Typed(text.whole(), row.getString(1)),
                        new Typed(text.name(), row.getString(2)).withoutTown(row.getString(3))))
                .one());
    }

    /** What has all the words typed, best first: near first, and farther only if that can change the answer. */
    List<Ranked> listByWords(SearchQuery query, Typed typed, WordMatch match) {
        if (typed.isEmpty()) {
            return List.of();
        }
        String ranked = RANKED.formatted(match.score(), THINGS.formatted("%1$s", match.condition(typed)));
        return jdbi.withHandle(handle -> {
            for (Reach reach : match.reaches(typed.longestWord())) {
                Query near = bound(handle.createQuery(NEAR.formatted(ranked.formatted("near"))), query, typed, match)
                        .bind("most", MOST_NEAR)
                        .bindMethods(reach.around(query.near()));
                List<Ranked> rows = list(near, Found.Match.KIND);
                if (reach.settles(rows, match.leastScore(), query)) {
                    return rows;
                }
            }
            Query everywhere = handle.createQuery(ranked.formatted("search_name"));
            return list(bound(everywhere, query, typed, match), Found.Match.KIND);
        });
    }

    /** What is written in a similar way, best first: what is very similar, or if there is none, what is somewhat so. */
    List<Ranked> listSimilar(SearchQuery query, Typed typed) {
        String sql = RANKED.formatted(BY_SPELLING, THINGS.formatted("search_name", SPELT_ALIKE));
        return jdbi.inTransaction(handle -> {
            for (double alike : ALIKE) {
                handle.execute(
                        "SELECT set_config('pg_trgm.word_similarity_threshold', ?, true)", String.valueOf(alike));
                Query alikeNames = bound(handle.createQuery(sql), query, typed, WordMatch.BEGINNING);
                List<Ranked> rows = list(alikeNames, Found.Match.SIMILAR);
                if (!rows.isEmpty()) {
                    return rows;
                }
            }
            return List.of();
        });
    }

    /** All houses of some streets, street by street. */
    List<House> listHouses(List<Found> streets) {
        String sql = """
                SELECT street, number, lon, lat FROM search_house
                WHERE street = ANY (:streets) ORDER BY street, number, lon, lat""";
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindArray(
                        "streets", Long.class, streets.stream().map(Found::id).toArray())
                .map((row, context) ->
                        new House(row.getLong(1), row.getString(2), new LonLat(row.getDouble(3), row.getDouble(4))))
                .list());
    }

    /** A house of a street. */
    record House(long street, String number, LonLat door) {}

    private static Query bound(Query statement, SearchQuery query, Typed typed, WordMatch match) {
        List<String> patterns = match.patterns(typed.words());
        for (int i = 0; i < patterns.size(); i++) {
            statement.bind("pattern" + i, patterns.get(i));
        }
        return statement
                .bind("folded", typed.folded())
                .bind("beginnings", typed.beginnings())
                .bind("typed", typed.text().toLowerCase(Locale.ROOT))
                .bindArray("patterns", String.class, patterns)
                .bind("lon", query.near().lonDeg())
                .bind("lat", query.near().latDeg())
                .bind("metresPerDegree", Reach.METRES_PER_DEGREE)
                .bind("view", query.viewMetres())
                .bind("limit", query.limit());
    }

    private static List<Ranked> list(Query statement, Found.Match unnamed) {
        return statement
                .map((row, context) ->
                        new Ranked(found(row, unnamed), new Score(row.getDouble("score"), row.getDouble("metres"))))
                .list();
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
