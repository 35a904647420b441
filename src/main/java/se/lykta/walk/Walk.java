package se.lykta.walk;

import java.util.List;
import se.lykta.geo.LonLat;

/**
 * A planned safety walk: a loop from a start past some hotspots.
 *
 * @param request what was asked for
 * @param start the start on the network
 * @param stops in the order of the visit, at least one
 * @param legs one more than stops, the last one back to the start
 * @param totals sums over legs and stops
 * @param leftOut candidates that are not visited, in their order, with the reason
 */
public record Walk(
        WalkRequest request,
        LonLat start,
        List<WalkStop> stops,
        List<FootLeg> legs,
        WalkTotals totals,
        List<LeftOut> leftOut) {

    /** Copies the lists. */
    public Walk {
        stops = List.copyOf(stops);
        legs = List.copyOf(legs);
        leftOut = List.copyOf(leftOut);
    }
}
