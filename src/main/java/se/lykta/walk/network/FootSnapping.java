package se.lykta.walk.network;

import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.Snap;
import java.util.BitSet;
import se.lykta.geo.LonLat;

/**
 * Joins places to ways that a profile may use.
 *
 * <p>The nearest way wins, unless it belongs to a piece apart and one of the largest piece is hardly farther: a path
 * that nobody connected on the map would make every place beside it unreachable. A place on a real island, or above
 * steps for those who cannot use them, stays there and is out of reach.
 */
final class FootSnapping {

    /** So much farther the way of the largest piece may be. */
    private static final int MOST_EXTRA_METRES = 15;

    private final LocationIndex index;
    private final EdgeFilter usable;
    private final EdgeFilter inLargestPiece;

    /**
     * Snapping for one profile.
     *
     * @param usable the ways that may be used
     * @param largestPiece the nodes that most of these ways join
     */
    FootSnapping(LocationIndex index, EdgeFilter usable, BitSet largestPiece) {
        this.index = index;
        this.usable = usable;
        this.inLargestPiece = edge -> largestPiece.get(edge.getBaseNode()) && usable.accept(edge);
    }

    /** Where a place meets the network; not valid if there is no way for kilometres. */
    Snap snap(LonLat place) {
        Snap nearest = index.findClosest(place.latDeg(), place.lonDeg(), usable);
        if (!nearest.isValid() || inLargestPiece.accept(nearest.getClosestEdge())) {
            return nearest;
        }
        Snap connected = index.findClosest(place.latDeg(), place.lonDeg(), inLargestPiece);
        boolean close =
                connected.isValid() && connected.getQueryDistance() <= nearest.getQueryDistance() + MOST_EXTRA_METRES;
        return close ? connected : nearest;
    }
}
