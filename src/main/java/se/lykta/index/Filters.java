package se.lykta.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.lykta.http.QueryParameters;
import se.lykta.place.Area;
import se.lykta.taxonomy.Taxonomy;

/**
 * Reads the filters of requests: knows the words, the zone and the areas that a filter may name.
 *
 * <p>One for the whole service, so that every route understands the same parameters in the same way. Safe for use by
 * many threads.
 */
public final class Filters {

    private static final int MOST_TOLD = 60;

    private final Taxonomy taxonomy;
    private final ZoneId zone;
    private final Supplier<List<Area>> areas;
    private final Cache<Area, FilterArea> covers =
            Caffeine.newBuilder().weakKeys().build();

    /**
     * Filters of one service.
     *
     * @param zone whose days {@code from} and {@code to} are
     * @param areas the areas that there are now; the same objects as long as nothing was imported
     */
    public Filters(Taxonomy taxonomy, ZoneId zone, Supplier<List<Area>> areas) {
        this.taxonomy = taxonomy;
        this.zone = zone;
        this.areas = areas;
    }

    /** The filter of a request; faults are noted in the parameters, so the caller ends with {@link QueryParameters#check()}. */
    public Filter parse(QueryParameters parameters) {
        return new FilterParser(parameters, this).parse();
    }

    Taxonomy taxonomy() {
        return taxonomy;
    }

    ZoneId zone() {
        return zone;
    }

    Optional<FilterArea> findArea(String id) {
        return areas.get().stream()
                .filter(area -> Integer.toString(area.id()).equals(id))
                .findFirst()
                .map(area -> covers.get(area, FilterArea::of));
    }

    /** The areas that may be named, for messages. */
    String allowedAreas() {
        List<Area> all = areas.get();
        if (all.isEmpty()) {
            return "none, as none was imported";
        }
        String told = all.stream()
                .limit(MOST_TOLD)
                .map(area -> area.id() + " (" + area.name() + ")")
                .collect(Collectors.joining(", "));
        return all.size() > MOST_TOLD ? told + " and more, see /api/municipality" : told;
    }
}
