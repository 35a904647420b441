package se.lykta.walk.orienteering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The best routes of all, by dynamic programming over subsets (Held and Karp 1962, J. SIAM 10), for few candidates.
 *
 * <p>Idea: for every set of stops and every last stop of it, keep the ways that visit the set with the least seconds and
 * metres. With one limit that is one way; with two, the Pareto front of both, which is short because time and way grow
 * together. O(2ⁿ n²) times the length of the fronts; several routes are then put together from sets without a common
 * stop, O(3ⁿ) for each. Used when it applies, and as the oracle of the heuristic in tests.
 */
final class ExactTours {

    /** More candidates than this take too long. */
    static final int MOST_CANDIDATES = 15;

    private static final long[] NO_WAYS = {};
    private static final long HALF = 0xffff_ffffL;
    private static final int IMPOSSIBLE = Integer.MAX_VALUE;

    private final OrienteeringProblem problem;
    private final int[] nodes;
    private final Reach reach;
    private final boolean areMetresLimited;
    /** By set × last stop: the front, seconds in the upper, metres in the lower half of each number, ascending. */
    private final long[][] fronts;

    /** By set: the seconds of the quickest allowed route. */
    private final int[] quickest;

    private final long[] scores;

    private ExactTours(OrienteeringProblem problem) {
        this.problem = problem;
        this.nodes = problem.candidates();
        if (nodes.length > MOST_CANDIDATES) {
            throw new IllegalArgumentException(nodes.length + " candidates are too many");
        }
        this.reach = new Reach(problem);
        this.areMetresLimited = problem.limits().areMetresLimited();
        this.fronts = new long[(1 << nodes.length) * nodes.length][];
        this.quickest = new int[1 << nodes.length];
        this.scores = new long[1 << nodes.length];
        Arrays.fill(fronts, NO_WAYS);
    }

    /** The routes with the highest score, mandatory nodes first of all; of several those that are back soonest. */
    static Solution best(OrienteeringProblem problem) {
        var search = new ExactTours(problem);
        for (int set = 0; set < search.quickest.length; set++) {
            search.fill(set);
        }
        return Solution.over(problem, search.best(), true);
    }

    private void fill(int set) {
        quickest[set] = IMPOSSIBLE;
        if (set == 0) {
            quickest[0] = (int) Tour.over(problem, List.of()).seconds();
            return;
        }
        int lowest = Integer.numberOfTrailingZeros(set);
        scores[set] = scores[set & set - 1] + weight(nodes[lowest]);
        if (Integer.bitCount(set) > problem.limits().stops()) {
            return;
        }
        for (int last = 0; last < nodes.length; last++) {
            if ((set & 1 << last) != 0) {
                fill(set, last);
                for (long way : fronts[set * nodes.length + last]) {
                    quickest[set] = Math.min(quickest[set], back(way, nodes[last]));
                }
            }
        }
    }

    /** A mandatory node is worth more than all others together. */
    private long weight(int node) {
        return problem.score(node) + (problem.isMandatory(node) ? (long) Integer.MAX_VALUE * MOST_CANDIDATES : 0);
    }

    private void fill(int set, int last) {
        int before = set ^ 1 << last;
        int state = set * nodes.length + last;
        if (before == 0) {
            fronts[state] = extended(NO_WAYS, 0L, problem.start(), nodes[last]);
            return;
        }
        for (int previous = 0; previous < nodes.length; previous++) {
            for (long way : (before & 1 << previous) == 0 ? NO_WAYS : fronts[before * nodes.length + previous]) {
                fronts[state] = extended(fronts[state], way, nodes[previous], nodes[last]);
            }
        }
    }

    /** The front with one more way, if that way may still reach the end and no other is as good in both. */
    private long[] extended(long[] front, long way, int from, int to) {
        long next = step(way, from, to);
        if (!reach.canReturn(to, next >>> 32, next & HALF)) {
            return front;
        }
        if (front.length == 0 || (front.length == 1 && dominates(next, front[0]))) {
            return new long[] {next};
        }
        long[] kept = new long[front.length + 1];
        int count = 0;
        for (long other : front) {
            if (dominates(other, next)) {
                return front;
            }
            if (!dominates(next, other)) {
                kept[count++] = other;
            }
        }
        kept[count++] = next;
        Arrays.sort(kept, 0, count);
        return Arrays.copyOf(kept, count);
    }

    private long step(long way, int from, int to) {
        long seconds = problem.windows().visit((way >>> 32) + problem.seconds(from, to), to);
        long metres = areMetresLimited ? (way & HALF) + problem.metres(from, to) : 0;
        return Math.min(seconds, Integer.MAX_VALUE) << 32 | Math.min(metres, HALF);
    }

    /** When a route is at its end that goes there from a node directly; {@link #IMPOSSIBLE} if that is over a limit. */
    private int back(long way, int last) {
        long seconds = (way >>> 32) + problem.seconds(last, problem.end());
        long metres = areMetresLimited ? (way & HALF) + problem.metres(last, problem.end()) : 0;
        boolean isAllowed = seconds <= problem.limits().seconds()
                && metres <= problem.limits().metres();
        return isAllowed ? (int) seconds : IMPOSSIBLE;
    }

    private static boolean dominates(long one, long other) {
        return (one >>> 32) <= (other >>> 32) && (one & HALF) <= (other & HALF);
    }

    private List<List<Integer>> best() {
        int[][] latest = new int[problem.routes()][];
        latest[0] = quickest;
        for (int route = 1; route < problem.routes(); route++) {
            latest[route] = joined(latest[route - 1]);
        }
        int[] last = latest[problem.routes() - 1];
        int best = 0;
        for (int set = 1; set < last.length; set++) {
            if (last[set] != IMPOSSIBLE
                    && (scores[set] > scores[best] || (scores[set] == scores[best] && last[set] < last[best]))) {
                best = set;
            }
        }
        List<List<Integer>> routes = new ArrayList<>();
        int rest = best;
        for (int route = problem.routes() - 1; route > 0; route--) {
            int part = part(rest, latest[route - 1], latest[route][rest]);
            routes.add(stops(part));
            rest ^= part;
        }
        routes.add(stops(rest));
        return routes;
    }

    /** By set: when the last of one more route is back at the earliest. */
    private int[] joined(int[] before) {
        int[] joined = new int[before.length];
        for (int set = 0; set < joined.length; set++) {
            joined[set] = IMPOSSIBLE;
            for (int part = set; ; part = part - 1 & set) {
                joined[set] = Math.min(joined[set], Math.max(quickest[part], before[set ^ part]));
                if (part == 0) {
                    break;
                }
            }
        }
        return joined;
    }

    private int part(int set, int[] before, int wanted) {
        for (int part = set; ; part = part - 1 & set) {
            if (Math.max(quickest[part], before[set ^ part]) == wanted) {
                return part;
            }
            if (part == 0) {
                throw new IllegalStateException("a set without parts");
            }
        }
    }

    /** The stops of the quickest route over a set, walked back from its end. */
    private List<Integer> stops(int set) {
        List<Integer> stops = new ArrayList<>();
        long way = -1;
        int at = -1;
        for (int rest = set; rest != 0; rest ^= 1 << at) {
            int next = -1;
            long before = -1;
            for (int node = 0; node < nodes.length; node++) {
                long found = (rest & 1 << node) == 0 ? -1 : wayBefore(rest, node, at, way);
                if (found >= 0) {
                    next = node;
                    before = found;
                }
            }
            at = next;
            way = before;
            stops.add(nodes[at]);
        }
        Collections.reverse(stops);
        return stops;
    }

    /**
     * The way over a set that ends with a node and goes on as known; -1 if there is none.
     *
     * @param after the stop that comes next, -1 for the end of a quickest route
     * @param way the way when that stop is reached
     */
    private long wayBefore(int set, int node, int after, long way) {
        for (long other : fronts[set * nodes.length + node]) {
            boolean fits = after < 0
                    ? back(other, nodes[node]) == quickest[set]
                    : step(other, nodes[node], nodes[after]) == way;
            if (fits) {
                return other;
            }
        }
        return -1;
    }
}
