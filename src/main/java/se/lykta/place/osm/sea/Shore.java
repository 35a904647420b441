package se.lykta.place.osm.sea;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What is known of a shore, on a plane whose unit is about a metre.
 *
 * @param coast lines with land on their left and the sea on their right, in any order and number of pieces
 * @param houses where some houses stand, evidence of land
 * @param cover polygons within which the coast is known; outside nothing is said to be sea
 * @param ground the box that is to be filled with sea and earth, together with the cover
 */
public record Shore(List<Coordinate[]> coast, List<Coordinate> houses, Geometry cover, Envelope ground) {

    /** The longest gap between coast and edge that is closed, and the longest stray line that is of no account. */
    private static final double REACH_METRES = 1000;

    private static final double REACH_SHARE = 0.05;

    /** Leaves out lines without any length. */
    public Shore {
        coast = coast.stream().filter(line -> line.length >= 2).toList();
        houses = List.copyOf(houses);
        ground = new Envelope(ground);
    }

    /** Ground and cover. */
    Envelope whole() {
        var whole = new Envelope(ground);
        whole.expandToInclude(cover.getEnvelopeInternal());
        return whole;
    }

    /**
     * Says whether each line is closed or ends at the edge of the cover or beyond: if not, the coast is broken, or the
     * cover is not what the file covers.
     */
    public boolean isWhole() {
        return LooseEnds.of(this).isEmpty();
    }

    /**
     * The same within a box whose sides are moved inwards, by a fifth at most, past the ends of lines that are near them:
     * the ways of an extract are whole and reach beyond what it covers.
     */
    public Shore shrunk() {
        var box = new Frame(cover.getEnvelopeInternal());
        LooseEnds.of(this).places().stream()
                .sorted(Comparator.comparingDouble(box::depth))
                .forEach(box::exclude);
        return within(box.polygon());
    }

    /** The same with another cover. */
    public Shore within(Geometry other) {
        return new Shore(coast, houses, other, ground);
    }

    /** Says whether there can be any sea. */
    boolean isOpen() {
        return !coast.isEmpty() && cover.getArea() > 0;
    }

    /** A short way: a twentieth of the cover's diagonal, at most a kilometre. */
    double reach() {
        return Math.min(REACH_METRES, REACH_SHARE * cover.getEnvelopeInternal().getDiameter());
    }
}
