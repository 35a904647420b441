package se.lykta.walk.orienteering;

import java.util.List;

/**
 * One route of a solution: the stops in order, without the two ends, and what they give and cost.
 *
 * @param stops nodes of the problem, each at most once
 * @param score sum of the stops' scores
 * @param seconds from start to end over all stops, folded stop time and waiting for windows included
 * @param metres from start to end over all stops
 */
public record Tour(List<Integer> stops, long score, long seconds, long metres) {

    /** Copies the stops. */
    public Tour {
        stops = List.copyOf(stops);
    }

    /** The tour over the given stops, in this order; over {@link OrienteeringProblem#UNREACHABLE} if one has closed. */
    static Tour over(OrienteeringProblem problem, List<Integer> stops) {
        long score = 0;
        long seconds = 0;
        long metres = 0;
        int from = problem.start();
        for (int stop : stops) {
            score += problem.score(stop);
            seconds = problem.windows().visit(seconds + problem.seconds(from, stop), stop);
            metres += problem.metres(from, stop);
            from = stop;
        }
        seconds += problem.seconds(from, problem.end());
        metres += problem.metres(from, problem.end());
        return new Tour(stops, score, seconds, metres);
    }

    /** Whether the tour is within all limits of a problem. */
    boolean isAllowed(OrienteeringProblem problem) {
        var limits = problem.limits();
        return seconds <= limits.seconds() && metres <= limits.metres() && stops.size() <= limits.stops();
    }
}
