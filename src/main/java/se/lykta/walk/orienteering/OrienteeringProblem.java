package se.lykta.walk.orienteering;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One instance of the Orienteering Problem or, with several routes, of the Team Orienteering Problem: nodes with scores,
 * the way between any two of them, and limits that each route has to keep.
 *
 * <p>Two resources are limited, seconds and metres; a node costs only what its arcs cost, so time spent at a stop has to
 * be folded half into each arc that touches it (Vansteenwegen et al. 2011, EJOR 209, section 2). Arcs are symmetric, as
 * ways on foot are, but need not keep the triangle inequality. Immutable and safe for use by many threads.
 */
public final class OrienteeringProblem {

    /** The length of an arc that does not exist; larger than any limit, yet a sum of a thousand fits into a long. */
    public static final int UNREACHABLE = 1_000_000_000;

    private final Ends ends;
    private final int[] scores;
    private final int[][] seconds;
    private final int[][] metres;
    private final Limits limits;
    private final int routes;
    private final boolean[] mandatory;
    private final Windows windows;

    /**
     * What a route may use.
     *
     * @param seconds budget of time, folded stop time included, at least 0
     * @param metres longest way, at least 0; {@link #UNREACHABLE} if not limited
     * @param stops greatest number of stops besides start and end, at least 0
     */
    public record Limits(int seconds, int metres, int stops) {

        /** Refuses negative limits. */
        public Limits {
            if (seconds < 0 || metres < 0 || stops < 0) {
                throw new IllegalArgumentException(
                        "limits have to be 0 or more: %d s, %d m, %d stops".formatted(seconds, metres, stops));
            }
        }

        /** A budget of time only. */
        public static Limits ofSeconds(int seconds) {
            return new Limits(seconds, UNREACHABLE, Integer.MAX_VALUE);
        }

        boolean areMetresLimited() {
            return metres < UNREACHABLE;
        }
    }

    /** The two ends of a route; the same node twice for a loop. */
    public record Ends(int start, int end) {}

    /**
     * An instance with one route and no mandatory node.
     *
     * @param scores by node, 0 or more; those of the ends are not counted
     * @param seconds by node and node, symmetric
     * @param metres by node and node, symmetric
     */
    public OrienteeringProblem(Ends ends, int[] scores, int[][] seconds, int[][] metres, Limits limits) {
        this(
                ends,
                scores.clone(),
                symmetricCopy(seconds, scores.length),
                symmetricCopy(metres, scores.length),
                limits,
                1,
                new boolean[scores.length],
                Windows.NONE);
        if (IntStream.of(scores).anyMatch(score -> score < 0)) {
            throw new IllegalArgumentException("a score is negative");
        }
        if (Math.min(ends.start(), ends.end()) < 0 || Math.max(ends.start(), ends.end()) >= scores.length) {
            throw new IllegalArgumentException("start or end is not a node: " + ends);
        }
    }

    private OrienteeringProblem(
            Ends ends,
            int[] scores,
            int[][] seconds,
            int[][] metres,
            Limits limits,
            int routes,
            boolean[] mandatory,
            Windows windows) {
        this.ends = ends;
        this.scores = scores;
        this.seconds = seconds;
        this.metres = metres;
        this.limits = limits;
        this.routes = routes;
        this.mandatory = mandatory;
        this.windows = windows;
    }

    /**
     * The same instance for several groups that start together; every node is visited by one of them at most.
     *
     * @param count 1 or more
     */
    public OrienteeringProblem withRoutes(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("expected 1 route or more, not " + count);
        }
        return new OrienteeringProblem(ends, scores, seconds, metres, limits, count, mandatory, windows);
    }

    /** The same instance with nodes that have to be visited, in addition to those that already have to; ends are ignored. */
    public OrienteeringProblem withMandatory(int... nodes) {
        boolean[] marked = mandatory.clone();
        for (int node : nodes) {
            marked[node] = node != ends.start() && node != ends.end();
        }
        return new OrienteeringProblem(ends, scores, seconds, metres, limits, routes, marked, windows);
    }

    /**
     * The same instance with times in which nodes may be visited, for places that are to be seen in the dark, or in
     * daylight.
     *
     * @param opens by node, seconds after the start before which the middle of a visit may not be; who is early waits
     * @param closes by node, seconds after the start after which the middle of a visit may not be
     */
    public OrienteeringProblem withWindows(int[] opens, int[] closes) {
        return new OrienteeringProblem(
                ends, scores, seconds, metres, limits, routes, mandatory, Windows.of(opens, closes, scores.length));
    }

    /** How many nodes there are, the ends included. */
    public int size() {
        return scores.length;
    }

    /** Where routes begin. */
    public int start() {
        return ends.start();
    }

    /** Where routes end; the start again for a loop. */
    public int end() {
        return ends.end();
    }

    /** What each route may use. */
    public Limits limits() {
        return limits;
    }

    /** How many routes there may be. */
    public int routes() {
        return routes;
    }

    /** What a visit is worth. */
    public int score(int node) {
        return scores[node];
    }

    /** Whether a node has to be visited. */
    public boolean isMandatory(int node) {
        return mandatory[node];
    }

    /** Time between two nodes, {@link #UNREACHABLE} or more if there is no way. */
    public int seconds(int from, int to) {
        return seconds[from][to];
    }

    /** Way between two nodes. */
    public int metres(int from, int to) {
        return metres[from][to];
    }

    Windows windows() {
        return windows;
    }

    /** The nodes that a route may visit: worth something or mandatory, and not certainly out of reach. */
    public int[] candidates() {
        var reach = new Reach(this);
        return IntStream.range(0, size())
                .filter(node -> node != start() && node != end() && limits.stops() > 0)
                .filter(node -> scores[node] > 0 || mandatory[node])
                .filter(reach::includes)
                .toArray();
    }

    /** The nodes that have to be visited. */
    int[] mandatoryNodes() {
        return IntStream.range(0, size()).filter(node -> mandatory[node]).toArray();
    }

    private static int[][] symmetricCopy(int[][] matrix, int size) {
        if (matrix.length != size) {
            throw new IllegalArgumentException("expected %d rows, not %d".formatted(size, matrix.length));
        }
        int[][] copy = Arrays.stream(matrix).map(int[]::clone).toArray(int[][]::new);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < row; column++) {
                if (copy[row][column] < 0 || copy[row][column] != copy[column][row]) {
                    throw new IllegalArgumentException("arc %d-%d is negative or not symmetric".formatted(row, column));
                }
            }
        }
        return copy;
    }
}
