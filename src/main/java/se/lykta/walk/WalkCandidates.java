package se.lykta.walk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.lykta.account.Audience;
import se.lykta.hotspot.HotspotFinder;
import se.lykta.hotspot.HotspotParameters;
import se.lykta.http.ApiException;
import se.lykta.http.JsonBody;
import se.lykta.http.QueryParameters;
import se.lykta.index.Filter;
import se.lykta.index.Filters;
import se.lykta.index.Indexes;

/** The places that walks may visit: the hotspots that an audience sees. Safe for use by many threads. */
public final class WalkCandidates {

    /** The members of a request's body that choose reports; they mean what the query parameters of the map mean. */
    static final List<String> MEMBERS =
            Filter.PARAMETERS.stream().filter(name -> !name.equals("state")).toList();

    private final Indexes indexes;
    private final HotspotFinder finder;
    private final Filters filters;

    /** Candidates from the hotspots of one service. */
    public WalkCandidates(Indexes indexes, HotspotFinder finder, Filters filters) {
        this.indexes = indexes;
        this.finder = finder;
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
        return finder.find(indexes.snapshot(audience), filter, HotspotParameters.DEFAULT).list().stream()
                .map(Candidate::of)
                .toList();
    }
}
