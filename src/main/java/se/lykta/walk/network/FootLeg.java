package se.lykta.walk.network;

import java.util.List;
import se.lykta.geo.LonLat;

/**
 * The way on foot from one place to the next.
 *
 * @param metres length, whole
 * @param seconds time at the group's speed, rounded up
 * @param litMetres how much of it is known to be lit
 * @param stepMetres how much of it is steps
 * @param line its course, at least two positions, the first and the last on the network
 * @param steps how to find it, in order; their metres and seconds sum to those of the leg
 */
public record FootLeg(int metres, int seconds, int litMetres, int stepMetres, List<LonLat> line, List<FootStep> steps) {

    /** Copies the lists. */
    public FootLeg {
        line = List.copyOf(line);
        steps = List.copyOf(steps);
    }
}
