package se.lykta.walk;

import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;

/**
 * One stop of a walk.
 *
 * @param number 1 for the first
 * @param hotspot id of the candidate
 * @param name of the place and its problem
 * @param why what was reported here
 * @param position on the network
 * @param offMetres how far the place itself is from there
 * @param arrivalMinute minutes after the start, whole minutes begun
 * @param reports the stop's score
 */
public record WalkStop(
        int number,
        String hotspot,
        Name name,
        Name why,
        LonLat position,
        int offMetres,
        int arrivalMinute,
        int reports) {}
