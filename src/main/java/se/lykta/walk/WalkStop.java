package se.lykta.walk;

import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;

/**
 * One stop of a loop.
 *
 * @param number 1 for the first
 * @param hotspot id of the candidate
 * @param name of the place and its problem
 * @param why what was reported here
 * @param position on the network
 * @param place the hotspot itself
 * @param offMetres how far that is from the network
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
        LonLat position,
        LonLat place,
        int offMetres,
        int arrivalSeconds,
        int minutes,
        int reports,
        boolean pinned) {}
