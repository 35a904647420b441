package se.lykta.walk.orienteering;

import java.util.stream.IntStream;

/**
 * One instance of the Orienteering Problem: nodes with scores, the way between any two of them, and limits.
 *
 * <p>Two resources are limited, seconds and metres; a node costs only what its arcs cost, so time spent at a stop has to
 * be folded half into each arc that touches it (Vansteenwegen et al. 2011, EJOR 209, section 2). Arcs are symmetric, as
 * ways on foot are. Immutable and safe for use by many threads.
 */
public final class OrienteeringProblem {

    /** The length of an arc that does not exist; larger than any limit, yet a sum of a thousand fits into a long. */
    public static final int UNREACHABLE = 1_000_000_000;

    private final int start;
    private final int end;
    private final int[] scores;
    private final int[][] seconds;
    private final int[][] metres;
    private final Limits limits;
    private final double[][] efforts;
    private final int routes;
    private final boolean[] mandatory;

    /**
     * What a tour may use.
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

    /** The two ends of a tour; the same node twice for a loop. */
    public record Ends(int start, int end) {}

    /**
     * An instance.
     *
     * @param scores by node, 0 or more; those of the ends are not counted
     * @param seconds by node and node, symmetric
     * @param metres by node and node, symmetric
     */
    public OrienteeringProblem(Ends ends, int[] scores, int[][] seconds, int[][] metres, Limits limits) {
        this(ends, scores, seconds, metres, limits, 1, new boolean[scores.length]);
    }

    private OrienteeringProblem(
            Ends ends, int[] scores, int[][] seconds, int[][] metres, Limits limits, int routes, boolean[] mandatory) {
        this.routes = routes;
        this.mandatory = mandatory;
        this.start = ends.start();
        this.end = ends.end();
        this.scores = scores.clone();
        this.seconds = symmetricCopy(seconds, scores.length);
        this.metres = symmetricCopy(metres, scores.length);
        this.limits = limits;
        this.efforts = efforts();
        if (IntStream.of(scores).anyMatch(score -> score < 0)) {
            throw new IllegalArgumentException("a score is negative");
        }
        if (Math.min(start, end) < 0 || Math.max(start, end) >= scores.length) {
            throw new IllegalArgumentException("start or end is not a node: " + ends);
        }
    }

    /** The same instance for several groups that start together; every node is visited by one of them at most. */
    public OrienteeringProblem withRoutes(int count) {
        return new OrienteeringProblem(new Ends(start, end), scores, seconds, metres, limits, count, mandatory);
    }

    /** The same instance with nodes that have to be visited. */
    public OrienteeringProblem withMandatory(int... nodes) {
        boolean[] marked = mandatory.clone();
        for (int node : nodes) {
            marked[node] = true;
        }
        return new OrienteeringProblem(new Ends(start, end), scores, seconds, metres, limits, routes, marked);
    }

    /** The same instance with other scores. */
    OrienteeringProblem withScores(int... changed) {
        return new OrienteeringProblem(new Ends(start, end), changed, seconds, metres, limits, routes, mandatory);
    }

    /** How many routes there may be. */
    public int routes() {
        return routes;
    }

    /** Whether a node has to be visited. */
    public boolean isMandatory(int node) {
        return mandatory[node];
    }

    /** How many nodes there are, the ends included. */
    public int size() {
        return scores.length;
    }

    /** Where tours begin. */
    public int start() {
        return start;
    }

    /** Where tours end; the start again for a loop. */
    public int end() {
        return end;
    }

    /** What may be used. */
    public Limits limits() {
        return limits;
    }

    /** What a visit is worth. */
    public int score(int node) {
        return scores[node];
    }

    /** Time between two nodes, {@link #UNREACHABLE} or more if there is no way. */
    public int seconds(int from, int to) {
        return seconds[from][to];
    }

    /** Way between two nodes. */
    public int metres(int from, int to) {
        return metres[from][to];
    }

    /** The nodes that can be visited at all: worth something, and there and back is within the limits. */
    public int[] candidates() {
        return IntStream.range(0, size())
                .filter(node -> node != start && node != end && scores[node] > 0 && limits.stops() > 0)
                .filter(node -> (long) seconds[start][node] + seconds[node][end] <= limits.seconds())
                .filter(node -> (long) metres[start][node] + metres[node][end] <= limits.metres())
                .toArray();
    }

    /** Time and way as one number, each as a share of its limit: what a local search makes shorter. */
    double effort(int from, int to) {
        return efforts[from][to];
    }

    private double[][] efforts() {
        double secondWeight = 1.0 / Math.max(1, limits.seconds());
        double metreWeight = limits.areMetresLimited() ? 1.0 / Math.max(1, limits.metres()) : 0;
        double[][] matrix = new double[size()][size()];
        for (int from = 0; from < size(); from++) {
            for (int to = 0; to < size(); to++) {
                matrix[from][to] = seconds[from][to] * secondWeight + metres[from][to] * metreWeight;
            }
        }
        return matrix;
    }

    private static int[][] symmetricCopy(int[][] matrix, int size) {
        if (matrix.length != size) {
            throw new IllegalArgumentException("expected %d rows, not %d".formatted(size, matrix.length));
        }
        int[][] copy = new int[size][];
        for (int row = 0; row < size; row++) {
            copy[row] = matrix[row].clone();
            for (int column = 0; column < row; column++) {
                if (copy[row][column] < 0 || copy[row][column] != copy[column][row]) {
                    throw new IllegalArgumentException("arc %d-%d is negative or not symmetric".formatted(row, column));
                }
            }
        }
        return copy;
    }
}
