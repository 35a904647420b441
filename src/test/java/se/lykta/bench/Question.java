package se.lykta.bench;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.lykta.http.QueryParameters;
import se.lykta.index.Filter;
import se.lykta.taxonomy.Taxonomy;

/**
 * A filter as everybody is asked with: as a query string and as our filter.
 *
 * @param causes the mask that reports must share a cause with; 0 for all
 */
record Question(String name, String query, Filter filter, long causes) {

    /** The zone whose days filters are read by. */
    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static final String CAUSE = "A11";
    private static final String YEAR = "from=2024-01-01&to=2024-12-31";

    /** Everything that counts. */
    static Question unfiltered() {
        return new Question("unfiltered", "", Filter.counting(), 0);
    }

    /** One cause, the most common one, within one year. */
    static Question causeAndYear(Taxonomy taxonomy) {
        String query = "cause=" + CAUSE + "&" + YEAR;
        return new Question(
                "cause + one year",
                query,
                parse(query, taxonomy),
                taxonomy.findCause(CAUSE).orElseThrow().mask());
    }

    /** Filters of all kinds, of which the slowest tells whether any is slow. */
    static Map<String, Filter> ofAllKinds(Taxonomy taxonomy) {
        Map<String, Filter> filters = new LinkedHashMap<>();
        for (String query : List.of(
                "",
                "cause=A11&" + YEAR,
                "cause=A&light=dark",
                "cause_all=A11,A12",
                YEAR,
                "hours=18-6",
                "weekday=fri,sat&hours=20-4",
                "severity=2,3",
                "source=police,resident",
                "state=published",
                "bbox=11.5,55.2,18.5,60.1")) {
            find(query, taxonomy).ifPresent(filter -> filters.put(query.isEmpty() ? "(none)" : query, filter));
        }
        return filters;
    }

    private static Optional<Filter> find(String query, Taxonomy taxonomy) {
        boolean known = Filter.PARAMETERS.containsAll(parameters(query).keySet());
        return known ? Optional.of(parse(query, taxonomy)) : Optional.empty();
    }

    private static Filter parse(String query, Taxonomy taxonomy) {
        var parameters = QueryParameters.of(parameters(query), Filter.parametersAnd());
        Filter filter = Filter.parse(parameters, taxonomy, ZONE);
        parameters.check();
        return filter;
    }

    private static Map<String, List<String>> parameters(String query) {
        if (query.isEmpty()) {
            return Map.of();
        }
        return List.of(query.split("&", -1)).stream()
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> List.of(pair[1])));
    }
}
