package se.lykta.place.snap;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The one rule by which a position gets its snap point: the nearest in a straight line of the metric system, the first of
 * the fixed order among equals.
 *
 * <p>Exists so that catchments are counted by exactly the rule by which the veil snaps. Safe for use by many threads as
 * long as nothing is removed.
 */
final class NearestPoints {

    private final STRtree tree = new STRtree();

    NearestPoints(Collection<Spot> spots) {
        spots.forEach(spot -> tree.insert(new Envelope(spot.metres()), spot));
        tree.build();
    }

    /** The spot of a position. There has to be one. */
    Spot nearest(Coordinate here) {
        var box = new Envelope(here);
        var place = new Spot(-1, here);
        Spot one = (Spot) tree.nearestNeighbour(
                box, place, (a, b) -> ((Spot) a.getItem()).metres().distance(((Spot) b.getItem()).metres()));
        double metres = one.metres().distance(here);
        // one of several at that distance; which one depends on the shape of the tree
        box.expandBy(metres);
        return found(box).stream()
                .filter(spot -> spot.metres().distance(here) <= metres)
                .min(Comparator.comparingInt(Spot::order))
                .orElse(one);
    }

    void remove(Spot spot) {
        tree.remove(new Envelope(spot.metres()), spot);
    }

    @SuppressWarnings("unchecked") // only spots are ever put into the tree
    private List<Spot> found(Envelope box) {
        return tree.query(box);
    }

    /**
     * A point of the tree.
     *
     * @param order its place in the fixed order
     * @param metres where it is
     */
    record Spot(int order, Coordinate metres) {}
}
