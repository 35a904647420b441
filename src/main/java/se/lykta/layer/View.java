package se.lykta.layer;

import se.lykta.account.Audience;
import se.lykta.hotspot.HotspotParameters;
import se.lykta.http.QueryParameters;
import se.lykta.index.Filter;
import se.lykta.index.Filters;
import se.lykta.place.snap.SnapScale;

/**
 * What somebody wants to see of a layer; a layer minds what it has {@linkplain Layer#parameters() parameters} for.
 *
 * @param audience for whom; decides which snapshot is read
 * @param filter which reports
 * @param hotspots what makes a hotspot, and which come first
 * @param scale which snap points
 */
public record View(Audience audience, Filter filter, HotspotParameters hotspots, SnapScale scale) {

    /** The name of the query parameter that chooses the scale. */
    static final String SCALE = "scale";

    /** A view of reports, or of the usual hotspots. */
    public View(Audience audience, Filter filter) {
        this(audience, filter, HotspotParameters.DEFAULT, SnapScale.STREET);
    }

    /** What a request asks for, as the public sees it until {@link #as} says more; faults are noted in the parameters. */
    public static View parse(QueryParameters parameters, Filters filters) {
        SnapScale scale = parameters
                .find(SCALE, SnapScale::parse, "street, quarter or district")
                .orElse(SnapScale.STREET);
        return new View(Audience.PUBLIC, filters.parse(parameters), HotspotParameters.parse(parameters), scale);
    }

    /** The same for another audience. */
    public View as(Audience other) {
        return new View(other, filter, hotspots, scale);
    }
}
