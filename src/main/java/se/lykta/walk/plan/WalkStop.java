package se.lykta.walk.plan;

import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;

/**
 * One stop of a loop.
 *
 * @param number 1 for the first
 * @param hotspot id of the candidate
 * @param name of the place and its problem
 * @param why what was reported here
 * @param spot where it is
 * @param arrivalSeconds after the start
 * @param minutes how long the group stays
 * @param reports the stop's score
 * @param pinned whether it was wanted by name
 */
public record WalkStop(
        int number,
        String hotspot,
        Name name,
        Name why,
        Spot spot,
        int arrivalSeconds,
        int minutes,
        int reports,
        boolean pinned) {

    /**
     * Where a stop is.
     *
     * @param position on the network
     * @param place the hotspot itself
     * @param offMetres from one to the other
     */
    public record Spot(LonLat position, LonLat place, int offMetres) {}

    /** Where the group stands, on the network. */
    public LonLat position() {
        return spot.position;
    }

    /** The hotspot itself. */
    public LonLat place() {
        return spot.place;
    }

    /** How far the hotspot is from the network. */
    public int offMetres() {
        return spot.offMetres;
    }
}
