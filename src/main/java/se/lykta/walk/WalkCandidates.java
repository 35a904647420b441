package se.lykta.walk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.lykta.account.Audience;
import se.lykta.hotspot.Hotspot;
import se.lykta.hotspot.HotspotBoard;
import se.lykta.hotspot.HotspotParameters;
import se.lykta.http.ApiException;
import se.lykta.http.JsonBody;
import se.lykta.http.QueryParameters;
import se.lykta.index.Filter;
import se.lykta.index.Filters;
import se.lykta.walk.plan.Candidate;

/** The places that walks may visit: the hotspots that an audience sees. Safe for use by many threads. */
public final class WalkCandidates {

    /** In a request for a walk, {@code light} is about the walk. */
    private static final Map<String, String> RENAMED = Map.of("light", "report_light");

    /** The members of a request's body that choose reports; they mean what the query parameters of the map mean. */
    static final List<String> MEMBERS = Filter.PARAMETERS.stream()
            .filter(name -> !name.equals("state"))
            .map(name -> RENAMED.getOrDefault(name, name))
            .toList();

    private final HotspotBoard board;
    private final Filters filters;

    /** Candidates from the hotspots of one service. */
    public WalkCandidates(HotspotBoard board, Filters filters) {
        this.board = board;
        this.filters = filters;
    }

    /**
     * Reads the members that choose reports; faults are noted in the body.
     *
     * @param before what holds for members that are missing
     */
    Map<String, String> readFilter(JsonBody body, Map<String, String> before) {
        Map<String, String> filter = new TreeMap<>(before);
        for (String member : MEMBERS) {
            if (body.isNull(member)) {
                filter.remove(member);
            }
            body.text(member).ifPresent(text -> filter.put(member, text));
        }
        try {
            parse(filter);
        } catch (ApiException e) {
            e.faults()
                    .forEach(fault -> body.fault(RENAMED.getOrDefault(fault.field(), fault.field()), fault.message()));
        }
        return filter;
    }

    /** The candidates, the hotspot with most reports first. */
    public List<Candidate> list(Audience audience, Map<String, String> filter) {
        return board.show(audience, parse(filter), HotspotParameters.DEFAULT).hotspots().list().stream()
                .map(WalkCandidates::candidate)
                .toList();
    }

    /** A hotspot is worth as much as it has reports. */
    private static Candidate candidate(Hotspot hotspot) {
        return new Candidate(
                hotspot.id(),
                hotspot.centre(),
                hotspot.facts().reports(),
                hotspot.facts().darkShare().orElse(0.5),
                hotspot.name(),
                hotspot.explanation());
    }

    private Filter parse(Map<String, String> filter) {
        Map<String, List<String>> given = Filter.PARAMETERS.stream()
                .filter(name -> filter.containsKey(RENAMED.getOrDefault(name, name)))
                .collect(Collectors.toMap(name -> name, name -> List.of(filter.get(RENAMED.getOrDefault(name, name)))));
        var parameters = QueryParameters.of(given, Filter.PARAMETERS.toArray(String[]::new));
        Filter parsed = filters.parse(parameters);
        parameters.check();
        return parsed;
    }
}
