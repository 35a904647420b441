package se.lykta.walk.orienteering;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tour being changed: the path with both ends, and running sums of what it costs.
 *
 * <p>Exists so that moves cost only the arcs they touch. May be over the limits in between. Used by one thread.
 */
final class TourState {

    /** Moves that gain less than this share of a limit are rounding. */
    private static final double LEAST_GAIN = 1e-9;

    private final OrienteeringProblem problem;
    private final int[] path;
    private final boolean[] visited;
    private int length;
    private long score;
    private long seconds;
    private long metres;

    /** The tour without stops. */
    TourState(OrienteeringProblem problem) {
        this.problem = problem;
        this.path = new int[problem.size() + 2];
        this.visited = new boolean[problem.size()];
        this.path[0] = problem.start();
        this.path[1] = problem.end();
        this.length = 2;
        this.seconds = problem.seconds(problem.start(), problem.end());
        this.metres = problem.metres(problem.start(), problem.end());
    }

    void copyFrom(TourState other) {
        System.arraycopy(other.path, 0, path, 0, other.length);
        System.arraycopy(other.visited, 0, visited, 0, visited.length);
        length = other.length;
        score = other.score;
        seconds = other.seconds;
        metres = other.metres;
    }

    /** Number of nodes of the path, both ends included. */
    int length() {
        return length;
    }

    int stopCount() {
        return length - 2;
    }

    int at(int index) {
        return path[index];
    }

    boolean isVisited(int node) {
        return visited[node];
    }

    long score() {
        return score;
    }

    /** The whole tour in shares of the limits. */
    double effort() {
        double effort = 0;
        for (int index = 0; index < length - 1; index++) {
            effort += problem.effort(path[index], path[index + 1]);
        }
        return effort;
    }

    boolean isWithinLimits() {
        return fits(0, 0, 0);
    }

    /** Says whether the limits hold after a change by so much. */
    private boolean fits(double moreSeconds, double moreMetres, int moreStops) {
        var limits = problem.limits();
        return seconds + moreSeconds <= limits.seconds()
                && metres + moreMetres <= limits.metres()
                && stopCount() + moreStops <= limits.stops();
    }

    /** Says whether a visit of the node between path[index] and the next one keeps the limits. */
    boolean fitsAfter(int index, int node) {
        return fits(added(problem::seconds, index, node), added(problem::metres, index, node), 1);
    }

    /** What a visit between path[index] and the next one adds, in shares of the limits. */
    double effortAfter(int index, int node) {
        int from = path[index];
        int to = path[index + 1];
        return problem.effort(from, node) + problem.effort(node, to) - problem.effort(from, to);
    }

    /** The place where a visit adds least. */
    int cheapestIndex(int node) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int index = 0; index < length - 1; index++) {
            double effort = effortAfter(index, node);
            if (effort < least) {
                least = effort;
                best = index;
            }
        }
        return best;
    }

    void insertAfter(int index, int node) {
        seconds += (long) added(problem::seconds, index, node);
        metres += (long) added(problem::metres, index, node);
        score += problem.score(node);
        System.arraycopy(path, index + 1, path, index + 2, length - index - 1);
        path[index + 1] = node;
        visited[node] = true;
        length++;
    }

    /** Removes the stop at an index 1..length-2. */
    void removeAt(int index) {
        int node = path[index];
        System.arraycopy(path, index + 1, path, index, length - index - 1);
        length--;
        visited[node] = false;
        score -= problem.score(node);
        seconds -= (long) added(problem::seconds, index - 1, node);
        metres -= (long) added(problem::metres, index - 1, node);
    }

    /** What leaving out the stop at an index saves, in shares of the limits. */
    double effortOf(int index) {
        return problem.effort(path[index - 1], path[index])
                + problem.effort(path[index], path[index + 1])
                - problem.effort(path[index - 1], path[index + 1]);
    }

    /**
     * Turns the part from first to last (indexes of stops) round, if that makes the tour shorter and keeps limits that
     * were kept (2-opt, Croes 1958).
     *
     * @return whether it did
     */
    boolean reverseIfBetter(int first, int last) {
        if (turned(problem::effort, first, last) > -LEAST_GAIN) {
            return false;
        }
        double moreSeconds = turned(problem::seconds, first, last);
        double moreMetres = turned(problem::metres, first, last);
        if (!keepsLimits(moreSeconds, moreMetres)) {
            return false;
        }
        seconds += (long) moreSeconds;
        metres += (long) moreMetres;
        for (int i = first, j = last; i < j; i++, j--) {
            int node = path[i];
            path[i] = path[j];
            path[j] = node;
        }
        return true;
    }

    /**
     * Moves one stop behind another place, if that makes the tour shorter and keeps limits that were kept (Or-opt, Or
     * 1976, with segments of one).
     *
     * @return whether it did
     */
    boolean moveIfBetter(int index) {
        int node = path[index];
        removeAt(index);
        int place = cheapestIndex(node);
        double gain = effortAfter(index - 1, node) - effortAfter(place, node);
        boolean better = gain > LEAST_GAIN
                && keepsLimits(added(problem::seconds, place, node), added(problem::metres, place, node));
        insertAfter(better ? place : index - 1, node);
        return better;
    }

    private boolean keepsLimits(double moreSeconds, double moreMetres) {
        return (moreSeconds <= 0 || seconds + moreSeconds <= problem.limits().seconds())
                && (moreMetres <= 0 || metres + moreMetres <= problem.limits().metres());
    }

    Tour toTour() {
        int[] stops = Arrays.copyOfRange(path, 1, length - 1);
        boolean turned = problem.start() == problem.end() && stops.length > 1 && stops[0] > stops[stops.length - 1];
        List<Integer> order = IntStream.range(0, stops.length)
                .mapToObj(i -> stops[turned ? stops.length - 1 - i : i])
                .toList();
        return Tour.over(problem, order);
    }

    /** Length of an arc: seconds, metres or effort; whole numbers stay exact. */
    private interface Arc {
        double length(int from, int to);
    }

    private double added(Arc arc, int index, int node) {
        return arc.length(path[index], node)
                + arc.length(node, path[index + 1])
                - arc.length(path[index], path[index + 1]);
    }

    private double turned(Arc arc, int first, int last) {
        double before = arc.length(path[first - 1], path[first]) + arc.length(path[last], path[last + 1]);
        double after = arc.length(path[first - 1], path[last]) + arc.length(path[first], path[last + 1]);
        return after - before;
    }
}
