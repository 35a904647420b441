package se.lykta.walk.plan;

import java.util.ArrayList;
import java.util.List;
import se.lykta.walk.orienteering.OrienteeringProblem;

/**
 * What one group visits, as nodes of a problem, and what that takes; changed by the planner after the solver.
 *
 * <p>For one request, used by one thread.
 */
final class GroupRoute {

    private final OrienteeringProblem problem;
    private final List<Integer> nodes;

    GroupRoute(OrienteeringProblem problem, List<Integer> nodes) {
        this.problem = problem;
        this.nodes = new ArrayList<>(nodes);
    }

    /**
     * One more stop.
     *
     * @param place before which stop; the number of stops for the last place
     * @param seconds how much longer the walk takes
     * @param metres how much longer the way is
     */
    record Detour(GroupRoute route, int node, int place, long seconds, long metres) {

        /** Makes it. */
        void take() {
            route.nodes.add(place, node);
        }

        boolean isTooSlow() {
            return route.seconds() + seconds > route.problem.limits().seconds();
        }

        boolean isTooLong() {
            return route.metres() + metres > route.problem.limits().metres();
        }

        boolean isOneTooMany() {
            return route.nodes.size() >= route.problem.limits().stops();
        }

        boolean fits() {
            return !isTooSlow() && !isTooLong() && !isOneTooMany();
        }
    }

    /** The stops in order. */
    List<Integer> nodes() {
        return List.copyOf(nodes);
    }

    boolean contains(int node) {
        return nodes.contains(node);
    }

    void remove(int node) {
        nodes.remove(Integer.valueOf(node));
    }

    /** From start to end, the time at the stops included. */
    long seconds() {
        long sum = 0;
        for (int place = 0; place <= nodes.size(); place++) {
            sum += problem.seconds(at(place - 1), at(place));
        }
        return sum;
    }

    long metres() {
        long sum = 0;
        for (int place = 0; place <= nodes.size(); place++) {
            sum += problem.metres(at(place - 1), at(place));
        }
        return sum;
    }

    boolean isWithinLimits() {
        return seconds() <= problem.limits().seconds()
                && metres() <= problem.limits().metres()
                && nodes.size() <= problem.limits().stops();
    }

    /** The quickest way to visit one more node. */
    Detour cheapest(int node) {
        Detour best = detour(node, 0);
        for (int place = 1; place <= nodes.size(); place++) {
            Detour other = detour(node, place);
            best = other.seconds < best.seconds ? other : best;
        }
        return best;
    }

    private Detour detour(int node, int place) {
        int before = at(place - 1);
        int after = at(place);
        return new Detour(
                this,
                node,
                place,
                (long) problem.seconds(before, node) + problem.seconds(node, after) - problem.seconds(before, after),
                (long) problem.metres(before, node) + problem.metres(node, after) - problem.metres(before, after));
    }

    private int at(int place) {
        return place < 0 ? problem.start() : place >= nodes.size() ? problem.end() : nodes.get(place);
    }
}
