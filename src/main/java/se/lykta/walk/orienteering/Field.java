package se.lykta.walk.orienteering;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A problem in the form in which the search reads it: flat arrays, and for each node the candidates nearest to it.
 *
 * <p>The length of an arc is its seconds; if metres are limited, too, it is the sum of both, each as a share of its limit
 * in {@link #SHARES}, so that one number says what a move saves. Immutable, not copied: the search may not write to it.
 */
final class Field {

    /** Both limits together, in the unit of a length that is made of two shares. */
    private static final double SHARES = 5e8;

    /** Moves look at the candidates nearest to a node only: more than these seldom make a tour shorter. */
    private static final int NEAREST = 10;

    /** Whole neighbourhoods are forced in or left out up to this size. */
    private static final int AROUND = 50;

    final OrienteeringProblem problem;
    final int size;
    final int start;
    final int end;
    final int routes;
    final int[] candidates;
    /** What a visit is worth; mandatory nodes weigh more than all others together. */
    final long[] scores;

    final long mandatoryBonus;
    /** By from × size + to. */
    final int[] lengths;

    /** By node: the candidates around it, nearest first, the node itself and the ends left out. */
    final int[][] around;
    /** By node: the nearest of them. */
    final int[][] nearest;
    /** By node: the candidates to which it is one of the nearest. */
    final int[][] nearTo;

    final long mostLength;
    private final boolean isSimple;
    final long mostSeconds;
    final long mostMetres;
    final int mostStops;

    Field(OrienteeringProblem problem) {
        this.problem = problem;
        this.size = problem.size();
        this.start = problem.start();
        this.end = problem.end();
        this.routes = problem.routes();
        this.candidates = problem.candidates();
        this.mandatoryBonus =
                1 + IntStream.range(0, size).mapToLong(problem::score).sum();
        this.scores = IntStream.range(0, size)
                .mapToLong(node -> problem.score(node) + (problem.isMandatory(node) ? mandatoryBonus : 0))
                .toArray();
        this.mostSeconds = problem.limits().seconds();
        this.mostMetres = problem.limits().metres();
        this.mostStops = Math.min(problem.limits().stops(), candidates.length);
        boolean both = problem.limits().areMetresLimited();
        this.isSimple = !both && !problem.windows().areLimited();
        this.lengths = both ? shares() : flat(problem::seconds);
        this.mostLength = both ? (long) (2 * SHARES) + 2L * size : mostSeconds;
        this.around = IntStream.range(0, size).mapToObj(this::around).toArray(int[][]::new);
        this.nearest = Arrays.stream(around)
                .map(list -> Arrays.copyOf(list, Math.min(NEAREST, list.length)))
                .toArray(int[][]::new);
        this.nearTo = IntStream.range(0, size).mapToObj(this::nearTo).toArray(int[][]::new);
    }

    /** Whether the length of a route and the number of its stops tell that it is allowed. */
    boolean isSimple() {
        return isSimple;
    }

    /** Whether a path is within all limits, from its nodes. */
    boolean isAllowed(int[] path, int count) {
        return isAllowed(path, count, -1, -1);
    }

    /** Whether a path is within all limits with one more node behind a place; -1 for none. */
    boolean isAllowed(int[] path, int count, int place, int node) {
        int stops = count - 2 + (node < 0 ? 0 : 1);
        long usedSeconds = 0;
        long usedMetres = 0;
        int from = path[0];
        for (int i = 1; i < count; i++) {
            int to = place == i - 1 ? node : path[i];
            usedSeconds = problem.windows().visit(usedSeconds + problem.seconds(from, to), to);
            usedMetres += problem.metres(from, to);
            from = to;
            if (place == i - 1) {
                usedSeconds = problem.windows().visit(usedSeconds + problem.seconds(from, path[i]), path[i]);
                usedMetres += problem.metres(from, path[i]);
                from = path[i];
            }
        }
        return stops <= mostStops && usedSeconds <= mostSeconds && usedMetres <= mostMetres;
    }

    int length(int from, int to) {
        return lengths[from * size + to];
    }

    private interface Arc {
        int between(int from, int to);
    }

    private int[] flat(Arc arc) {
        int[] all = new int[size * size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                all[from * size + to] = Math.min(arc.between(from, to), OrienteeringProblem.UNREACHABLE);
            }
        }
        return all;
    }

    private int[] shares() {
        double second = SHARES / Math.max(1, mostSeconds);
        double metre = SHARES / Math.max(1, mostMetres);
        return flat((from, to) -> (int) Math.min(
                OrienteeringProblem.UNREACHABLE,
                Math.ceil(problem.seconds(from, to) * second + problem.metres(from, to) * metre)));
    }

    private int[] around(int node) {
        return Arrays.stream(candidates)
                .filter(other -> other != node)
                .mapToLong(other -> (long) length(node, other) << 32 | other)
                .sorted()
                .limit(AROUND)
                .mapToInt(entry -> (int) entry)
                .toArray();
    }

    private int[] nearTo(int node) {
        return Arrays.stream(candidates)
                .filter(other -> Arrays.stream(nearest[other]).anyMatch(near -> near == node))
                .toArray();
    }
}
