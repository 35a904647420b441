package se.lykta.walk.plan;

import java.util.List;
import se.lykta.geo.LonLat;
import se.lykta.walk.network.FootLeg;

/**
 * The walk of one group: from the start past some hotspots to the end, which is the start again unless asked otherwise.
 *
 * @param group 1 for the first
 * @param start the start on the network
 * @param end the end on the network
 * @param stops in the order of the visit; empty only if there were fewer places than groups
 * @param legs one more than stops, the last one to the end
 * @param totals sums over legs and stops
 */
public record Loop(int group, LonLat start, LonLat end, List<WalkStop> stops, List<FootLeg> legs, WalkTotals totals) {

    /** Copies the lists. */
    public Loop {
        stops = List.copyOf(stops);
        legs = List.copyOf(legs);
    }
}
