package se.lykta.place.osm.sea;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * A part of the cover that no line runs through, and what the coast around it says it is.
 *
 * <p>Sea if more of the coast says so, by length, and nothing else speaks against it. Used by one thread.
 */
final class Face {

    private final Polygon area;
    private final List<Edge> coast = new ArrayList<>();
    private double seaLength;
    private double landLength;
    private boolean broken;
    private boolean dry;

    Face(Polygon area) {
        this.area = area;
    }

    Polygon area() {
        return area;
    }

    /** Notes a piece of coast around it. */
    void border(Edge edge, boolean onLeft) {
        edge.border(this, onLeft);
        coast.add(edge);
        int side = onLeft ? edge.direction() : -edge.direction();
        landLength += side > 0 ? edge.length() : 0;
        seaLength += side < 0 ? edge.length() : 0;
    }

    /** A line of the coast leads nowhere inside it. */
    void breakOff() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    /** It is land, whatever the coast says. */
    void dry() {
        dry = true;
    }

    boolean isSea() {
        return seaLength > landLength && !dry;
    }

    /** Says whether most of its coast parts it from other sea: a line the wrong way round, or a loop in one. */
    boolean liesInTheSea() {
        double within = coast.stream()
                .filter(edge -> edge.across(this).filter(Face::isSea).isPresent())
                .mapToDouble(Edge::length)
                .sum();
        return 2 * within > seaLength + landLength;
    }
}
