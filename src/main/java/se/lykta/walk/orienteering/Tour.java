package se.lykta.walk.orienteering;

import java.util.List;

/**
 * A solution: the stops in order, without the two ends, and what they give and cost.
 *
 * @param stops nodes of the problem, each at most once
 * @param score sum of the stops' scores
 * @param seconds from start to end over all stops, folded stop time included
 * @param metres from start to end over all stops
 */
public record Tour(List<Integer> stops, long score, long seconds, long metres) {

    /** Copies the stops. */
    public Tour {
        stops = List.copyOf(stops);
    }

    /** The tour over the given stops, in this order. */
    static Tour over(OrienteeringProblem problem, List<Integer> stops) {
        long score = 0;
        long seconds = 0;
        long metres = 0;
        int from = problem.start();
        for (int stop : stops) {
            score += problem.score(stop);
            seconds += problem.seconds(from, stop);
            metres += problem.metres(from, stop);
            from = stop;
        }
        seconds += problem.seconds(from, problem.end());
        metres += problem.metres(from, problem.end());
        return new Tour(stops, score, seconds, metres);
    }
}
