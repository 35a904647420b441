package se.lykta.walk.orienteering;

import java.util.List;

/**
 * The routes that were found.
 *
 * @param tours as many as the problem has routes, without a common stop; perhaps empty ones
 * @param score sum of the tours' scores
 */
public record Solution(List<Tour> tours, long score) {

    /** Copies the tours. */
    public Solution {
        tours = List.copyOf(tours);
    }
}
