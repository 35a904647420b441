package se.lykta.walk;

import java.util.List;
import se.lykta.geo.LonLat;

/**
 * The way on foot from one place to the next.
 *
 * @param metres length, whole
 * @param seconds time at the group's speed, rounded up
 * @param litMetres how much of it is known to be lit
 * @param line its course, at least two positions, the first and the last on the network
 */
public record FootLeg(int metres, int seconds, int litMetres, List<LonLat> line) {

    /** Copies the line. */
    public FootLeg {
        line = List.copyOf(line);
    }
}
