package se.lykta.walk.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import se.lykta.walk.network.FootTrips;
import se.lykta.walk.orienteering.OrienteeringProblem;

/**
 * The considered candidates of one request with their ways, as a problem for the solver.
 *
 * <p>Node 0 is the start, node 1 the end unless that is the start, the others are the candidates in their order. The time
 * at a stop is folded half into each side.
 */
final class WalkOptions {

    private final WalkRequest request;
    private final List<Candidate> candidates;
    private final FootTrips trips;
    private final int firstStop;
    private final int[][] seconds;
    private final int[][] metres;
    private final OrienteeringProblem problem;

    /** Options over trips between start, end (unless it is the start) and candidates, in this order. */
    WalkOptions(WalkRequest request, List<Candidate> candidates, FootTrips trips) {
        this.request = request;
        this.candidates = candidates;
        this.trips = trips;
        this.firstStop = request.isLoop() ? 1 : 2;
        int size = candidates.size() + firstStop;
        this.seconds = new int[size][size];
        this.metres = new int[size][size];
        for (int node = 0; node < size; node++) {
            for (int other = 0; other < size; other++) {
                seconds[node][other] = foldedSeconds(node, other);
                metres[node][other] = foldedMetres(node, other);
            }
        }
        var limits = new OrienteeringProblem.Limits(
                request.plannedSeconds(), request.maxMetres(), request.limits().maxStops());
        this.problem = problem(limits, Set.copyOf(stops()));
    }

    WalkRequest request() {
        return request;
    }

    FootTrips trips() {
        return trips;
    }

    OrienteeringProblem problem() {
        return problem;
    }

    /** The problem with other limits, and with some of the stops only. */
    OrienteeringProblem problem(OrienteeringProblem.Limits limits, Set<Integer> open) {
        int[] scores = new int[seconds.length];
        open.forEach(node -> scores[node] = candidate(node).score());
        return new OrienteeringProblem(new OrienteeringProblem.Ends(0, firstStop - 1), scores, seconds, metres, limits);
    }

    /** The nodes that are candidates. */
    List<Integer> stops() {
        return IntStream.range(firstStop, seconds.length).boxed().toList();
    }

    Candidate candidate(int node) {
        return candidates.get(node - firstStop);
    }

    /** The node of a candidate that is considered. */
    int node(String id) {
        return IntStream.range(0, candidates.size())
                        .filter(i -> candidates.get(i).id().equals(id))
                        .findFirst()
                        .orElseThrow()
                + firstStop;
    }

    double offMetres(int node) {
        return trips.offMetres(node).orElse(Double.POSITIVE_INFINITY);
    }

    boolean isOffNetwork(int node) {
        return offMetres(node) > WalkPlanner.MOST_OFF_METRES;
    }

    /** Whether there is a way from the start and on to the end, however long. */
    boolean isReachable(int node) {
        return problem.seconds(problem.start(), node) < OrienteeringProblem.UNREACHABLE
                && problem.seconds(node, problem.end()) < OrienteeringProblem.UNREACHABLE;
    }

    private boolean isStop(int node) {
        return node >= firstStop;
    }

    /** Of the two directions the slower, so that the walk is never slower than planned. */
    private int foldedSeconds(int node, int other) {
        if (node == other) {
            return 0;
        }
        int way = Math.max(trips.seconds(node, other), trips.seconds(other, node));
        int stops = (isStop(node) ? 1 : 0) + (isStop(other) ? 1 : 0);
        return isJoined(node, other) && way < OrienteeringProblem.UNREACHABLE
                ? way + stops * request.secondsPerStop() / 2
                : OrienteeringProblem.UNREACHABLE;
    }

    private int foldedMetres(int node, int other) {
        int way = Math.max(trips.metres(node, other), trips.metres(other, node));
        return isJoined(node, other) && way < OrienteeringProblem.UNREACHABLE ? way : OrienteeringProblem.UNREACHABLE;
    }

    private boolean isJoined(int node, int other) {
        return !isOffNetwork(node) && !isOffNetwork(other);
    }
}
