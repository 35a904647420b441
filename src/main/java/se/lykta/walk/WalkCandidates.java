package se.lykta.walk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.lykta.account.Audience;
import se.lykta.hotspot.HotspotBoard;
import se.lykta.hotspot.HotspotParameters;
import se.lykta.http.ApiException;
import se.lykta.http.JsonBody;
import se.lykta.http.QueryParameters;
import se.lykta.index.Filter;
import se.lykta.index.Filters;

/** The places that walks may visit: the hotspots that an audience sees. Safe for use by many threads. */
public final class WalkCandidates {

    /** The members of a request's body that choose reports; they mean what the query parameters of the map mean. */
    static final List<String> MEMBERS =
            Filter.PARAMETERS.stream().filter(name -> !name.equals("state")).toList();

    private final HotspotBoard board;
    private final Filters filters;

    /** Candidates from the hotspots of one service. */
    public WalkCandidates(HotspotBoard board, Filters filters) {
        this.board = board;
        this.filters = filters;
    }

    /** Reads the filter from a body; faults are noted there. */
    Filter parseFilter(JsonBody body) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String member : MEMBERS) {
            body.text(member).ifPresent(text -> given.put(member, List.of(text)));
        }
        var parameters = QueryParameters.of(given, MEMBERS.toArray(String[]::new));
        Filter filter = filters.parse(parameters);
        try {
            parameters.check();
        } catch (ApiException e) {
            e.faults().forEach(fault -> body.fault(fault.field(), fault.message()));
        }
        return filter;
    }

    /** The candidates, the hotspot with most reports first. */
    public List<Candidate> list(Audience audience, Filter filter) {
        return board.show(audience, filter, HotspotParameters.DEFAULT).hotspots().list().stream()
                .map(Candidate::of)
                .toList();
    }
}
