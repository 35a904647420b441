package se.lykta.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.http.QueryParameters;
import se.lykta.index.Filter;
import se.lykta.index.Filters;
import se.lykta.layer.View;

/**
 * Reads the queries of tiles, and remembers what the last few hundred of them mean.
 *
 * <p>A map asks for dozens of tiles with one query, and reading it takes longer than finding the tile in the cache: a
 * fifth of the server's time, measured. A query that names an area is read anew every time, as areas can be imported.
 * Safe for use by many threads.
 */
final class TileQueries {

    /** The parameters of layers of reports. */
    static final List<String> OF_REPORTS = List.of(Filter.parametersAnd(Audiences.PARAMETER));

    private static final int MOST = 500;
    private static final int LONGEST = 300;
    private static final String AREA = "area";
    private static final Query NOTHING = new Query(new View(Audience.PUBLIC, Filter.counting()), Picture.PLAIN, "");

    private final Filters filters;
    private final Cache<Key, Query> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    TileQueries(Filters filters) {
        this.filters = filters;
    }

    /**
     * What a query asks for.
     *
     * @param view for the public
     * @param audience as it is written, empty if it is not
     */
    record Query(View view, Picture picture, String audience) {

        /** Says whether the answer is the same whoever asks. */
        boolean isForEverybody() {
            return audience.equals(Audiences.EVERYBODY);
        }
    }

    /**
     * The query of a request for a layer that has parameters.
     *
     * @param text as it stands in the address
     * @param given the same, taken apart; asked for only if the query is not known
     * @throws se.lykta.http.ApiException {@code invalid-parameter} with all faults
     */
    Query read(@Nullable String text, Supplier<Map<String, List<String>>> given, TileSource source) {
        if (text == null || text.isEmpty()) {
            return NOTHING;
        }
        var key = new Key(text, source);
        @Nullable Query remembered = known.getIfPresent(key);
        if (remembered != null) {
            return remembered;
        }
        Map<String, List<String>> named = given.get();
        Query query = parse(named, source);
        if (text.length() <= LONGEST && !named.containsKey(AREA)) {
            known.put(key, query);
        }
        return query;
    }

    private Query parse(Map<String, List<String>> given, TileSource source) {
        var parameters = QueryParameters.of(given, source.parameters().toArray(String[]::new));
        View view = View.parse(parameters, filters);
        Picture picture = Picture.parse(parameters);
        String audience = parameters.find(Audiences.PARAMETER).orElse("");
        parameters.check();
        return new Query(view, picture, audience);
    }

    private record Key(String query, TileSource source) {}
}
