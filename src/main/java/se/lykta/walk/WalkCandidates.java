package se.lykta.walk;

import java.time.ZoneId;
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
import se.lykta.index.Indexes;
import se.lykta.taxonomy.Taxonomy;

/** The places that walks may visit: the hotspots that an audience sees. Safe for use by many threads. */
public final class WalkCandidates {

    /** The members of a request's body that choose reports; they mean what the query parameters of the map mean. */
    static final List<String> MEMBERS = List.of("cause", "source", "from", "to", "light", "bbox");

    private final Indexes indexes;
    private final HotspotFinder finder;
    private final Taxonomy taxonomy;
    private final ZoneId zone;

    /**
     * Candidates from the hotspots of one service.
     *
     * @param zone whose days {@code from} and {@code to} are
     */
    public WalkCandidates(Indexes indexes, HotspotFinder finder, Taxonomy taxonomy, ZoneId zone) {
        this.indexes = indexes;
        this.finder = finder;
        this.taxonomy = taxonomy;
        this.zone = zone;
    }

    /** Reads the filter from a body; faults are noted there. */
    Filter parseFilter(JsonBody body) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String member : MEMBERS) {
            body.text(member).ifPresent(text -> given.put(member, List.of(text)));
        }
        var parameters = QueryParameters.of(given, MEMBERS.toArray(String[]::new));
        Filter filter = Filter.parse(parameters, taxonomy, zone);
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
