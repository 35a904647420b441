package se.lykta.place;

import java.util.List;
import se.lykta.geo.Bbox;

/**
 * What an import found.
 *
 * @param nodes nodes read
 * @param ways ways read
 * @param relations relations read
 * @param features things drawn on the base map
 * @param names named places
 * @param addresses addresses, each once
 * @param boundaries administrative boundaries that are complete in the file
 * @param municipalities those of them that are municipalities ({@code admin_level=7} in Sweden)
 * @param extent the box of all nodes
 * @param faults what was wrong
 */
public record OsmCounts(
        long nodes,
        long ways,
        long relations,
        long features,
        long names,
        long addresses,
        long boundaries,
        long municipalities,
        Bbox extent,
        OsmFaults faults) {

    /** What whoever imports should know, the weightiest first. */
    public List<OsmNotice> notices() {
        return OsmNotice.of(this);
    }

    /** The same with so many addresses less. */
    public OsmCounts withoutAddresses(int doubles) {
        return new OsmCounts(
                nodes,
                ways,
                relations,
                features,
                names,
                addresses - doubles,
                boundaries,
                municipalities,
                extent,
                faults);
    }
}
