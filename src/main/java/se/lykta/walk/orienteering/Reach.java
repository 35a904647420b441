package se.lykta.walk.orienteering;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * The least that any route needs from the start to a node and from there to the end, over whatever stops: what tells
 * that a node can't be on a route.
 *
 * <p>The direct arc does not tell that: metres of a foot network, and seconds where some ways are preferred, may be fewer
 * past a third node. Found by Dijkstra's algorithm (1959, Numer. Math. 1) in O(n²), for each limit on its own. Immutable.
 */
final class Reach {

    private final OrienteeringProblem problem;
    private final long[] secondsTo;
    private final long[] secondsBack;
    private final long[] metresTo;
    private final long[] metresBack;

    Reach(OrienteeringProblem problem) {
        this.problem = problem;
        int size = problem.size();
        this.secondsTo = least(size, problem.start(), problem::seconds);
        this.secondsBack = least(size, problem.end(), problem::seconds);
        this.metresTo = least(size, problem.start(), problem::metres);
        this.metresBack = least(size, problem.end(), problem::metres);
    }

    /** Whether some route may be able to visit a node; false is certain. */
    boolean includes(int node) {
        return canReturn(node, problem.windows().visit(secondsTo[node], node), metresTo[node]);
    }

    /** Whether a route that has used so much up to a node may be able to go on to the end; false is certain. */
    boolean canReturn(int node, long usedSeconds, long usedMetres) {
        return usedSeconds + secondsBack[node] <= problem.limits().seconds()
                && usedMetres + metresBack[node] <= problem.limits().metres();
    }

    private static long[] least(int size, int from, IntBinaryOperator arcs) {
        long[] least = new long[size];
        Arrays.fill(least, Long.MAX_VALUE);
        least[from] = 0;
        boolean[] isDone = new boolean[size];
        for (int nearest = from; nearest >= 0; nearest = nearestOpen(least, isDone)) {
            isDone[nearest] = true;
            for (int node = 0; node < size; node++) {
                least[node] = Math.min(least[node], least[nearest] + arcs.applyAsInt(nearest, node));
            }
        }
        return least;
    }

    private static int nearestOpen(long[] least, boolean[] isDone) {
        int nearest = -1;
        for (int node = 0; node < least.length; node++) {
            if (!isDone[node] && (nearest < 0 || least[node] < least[nearest])) {
                nearest = node;
            }
        }
        return nearest;
    }
}
