package se.lykta.place.search;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.lykta.geo.LonLat;

/** The search, for the bench of another package. */
public final class SearchBenchAccess {

    private static final int ZOOM = 13;
    private static final int LIMIT = 8;

    private final PlaceSearch search;

    /** In one database. */
    public SearchBenchAccess(Jdbi jdbi) {
        this.search = new PlaceSearch(jdbi);
    }

    /** Makes the tables of the search. */
    public static void rebuild(Handle handle) {
        SearchIndexStore.rebuild(handle);
    }

    /** How many answers there are, as the page asks. */
    public int find(String typed, LonLat near) {
        return search.find(new SearchQuery(typed, near, ZOOM, LIMIT)).size();
    }
}
