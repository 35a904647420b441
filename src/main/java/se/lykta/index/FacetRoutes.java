package se.lykta.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.http.EntityTags;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;

/** {@code GET /api/facets}: how many reports there are for each value that a filter could choose, see {@link Facets}. */
public final class FacetRoutes implements Routes {

    private static final int MOST_ANSWERS = 256;
    private static final int HOURS = Conditions.Values.HOURS_PER_DAY;
    private static final String UNKNOWN = "unknown";

    private final Indexes indexes;
    private final Filters filters;
    private final Audiences audiences;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Cache<String, byte[]> answers =
            Caffeine.newBuilder().maximumSize(MOST_ANSWERS).build();

    /** The route of one service. */
    public FacetRoutes(Indexes indexes, Filters filters, Audiences audiences) {
        this.indexes = indexes;
        this.filters = filters;
        this.audiences = audiences;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/facets", this::count);
    }

    private void count(Context context) {
        QueryParameters query = QueryParameters.of(context, Filter.parametersAnd(Audiences.PARAMETER));
        Filter filter = filters.parse(query);
        query.check();
        Audience audience = audiences.of(context);
        Snapshot snapshot = indexes.snapshot(audience);
        String tag = "facets.%s.%d.%s.%s".formatted(audience, snapshot.version(), filters.zone(), filter.key());
        context.header("Cache-Control", "private, no-cache").header("Vary", "Accept-Encoding, Authorization, Cookie");
        if (!EntityTags.answeredWeakly(context, tag)) {
            byte[] body = answers.get(tag, unused -> body(audience, snapshot, filter));
            context.contentType("application/json").result(body);
        }
    }

    private byte[] body(Audience audience, Snapshot snapshot, Filter filter) {
        Facets facets = Facets.of(snapshot, filter, filters.taxonomy(), filters.zone());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("total", facets.total());
        answer.put("facets", shown(facets));
        answer.put("snapshotVersion", snapshot.version());
        answer.put("audience", audience.name().toLowerCase(Locale.ROOT));
        try {
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facets can't be written as JSON", e);
        }
    }

    private static Map<String, Object> shown(Facets facets) {
        Map<String, Integer> weekdays = new LinkedHashMap<>(facets.weekdays());
        Integer noWeekday = weekdays.remove(UNKNOWN);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("cause", facets.causes());
        shown.put("group", facets.groups());
        shown.put("source", facets.sources());
        shown.put("state", facets.states());
        shown.put("month", facets.months());
        shown.put("hour", facets.hours().subList(0, HOURS));
        shown.put("hourUnknown", facets.hours().get(HOURS));
        shown.put("weekday", weekdays);
        shown.put("weekdayUnknown", noWeekday == null ? 0 : noWeekday);
        shown.put("light", facets.lights());
        shown.put("severity", facets.severities());
        return shown;
    }
}
