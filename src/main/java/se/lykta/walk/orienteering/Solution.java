package se.lykta.walk.orienteering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The routes that were found.
 *
 * @param tours as many as the problem has routes, without a common stop; perhaps empty ones
 * @param score sum of the tours' scores
 * @param isOptimal whether no other routes can have a higher score; false if that is not known
 */
public record Solution(List<Tour> tours, long score, boolean isOptimal) {

    /** Copies the tours. */
    public Solution {
        tours = List.copyOf(tours);
    }

    /**
     * A solution in its one form: of a loop that may be walked either way the direction that begins with the lower of its
     * outer nodes, and the tours by their first stops, empty ones last.
     */
    static Solution over(OrienteeringProblem problem, List<List<Integer>> stopsByRoute, boolean isOptimal) {
        List<Tour> tours = new ArrayList<>();
        long score = 0;
        for (List<Integer> stops : stopsByRoute) {
            Tour tour = Tour.over(problem, directed(problem, stops));
            tours.add(tour);
            score += tour.score();
        }
        tours.sort(Comparator.comparingInt(tour ->
                tour.stops().isEmpty() ? Integer.MAX_VALUE : tour.stops().get(0)));
        return new Solution(tours, score, isOptimal);
    }

    private static List<Integer> directed(OrienteeringProblem problem, List<Integer> stops) {
        boolean isLoop = problem.start() == problem.end() && !problem.windows().areLimited();
        if (!isLoop || stops.isEmpty() || stops.get(0) <= stops.get(stops.size() - 1)) {
            return stops;
        }
        List<Integer> reversed = new ArrayList<>(stops);
        Collections.reverse(reversed);
        return reversed;
    }
}
