package se.lykta.walk.orienteering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The best tour of all, by dynamic programming over subsets (Held and Karp 1962, J. SIAM 10), for few candidates.
 *
 * <p>Idea: for every set of stops and every last stop of it, keep the ways that visit the set with the least seconds and
 * metres. With one limit that is one way; with two, the Pareto front of both, which is short because time and way grow
 * together. O(2ⁿ n²) times the length of the fronts. Used when it applies, and as the oracle of the heuristic in tests.
 */
final class ExactTours {

    /** More candidates than this take too long. */
    static final int MOST_CANDIDATES = 15;

    private static final long[] NO_WAYS = {};

    private final OrienteeringProblem problem;
    private final int[] nodes;
    /** By set × last stop: the front, seconds in the upper, metres in the lower half of each number, ascending. */
    private final long[][] fronts;

    private ExactTours(OrienteeringProblem problem, int[] nodes) {
        this.problem = problem;
        this.nodes = nodes;
        this.fronts = new long[(1 << nodes.length) * nodes.length][];
        Arrays.fill(fronts, NO_WAYS);
    }

    /**
     * The tour with the highest score; of several the quickest, then the shortest.
     *
     * @param candidates at most {@link #MOST_CANDIDATES}
     */
    static Tour best(OrienteeringProblem problem, int[] candidates) {
        if (candidates.length > MOST_CANDIDATES) {
            throw new IllegalArgumentException(candidates.length + " candidates are too many");
        }
        var search = new ExactTours(problem, candidates);
        search.fill();
        return search.best();
    }

    private void fill() {
        for (int set = 1; set < 1 << nodes.length; set++) {
            if (Integer.bitCount(set) > problem.limits().stops()) {
                continue;
            }
            for (int last = 0; last < nodes.length; last++) {
                if ((set & 1 << last) != 0) {
                    fill(set, last);
                }
            }
        }
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

    /** The front with one more way, if that way can still reach the end and no other is as good in both. */
    private long[] extended(long[] front, long way, int from, int to) {
        long seconds = (way >>> 32) + problem.seconds(from, to);
        long metres = (way & 0xffff_ffffL) + problem.metres(from, to);
        boolean possible =
                seconds + problem.seconds(to, problem.end()) <= problem.limits().seconds()
                        && metres + problem.metres(to, problem.end())
                                <= problem.limits().metres();
        if (!possible) {
            return front;
        }
        long limitedMetres = problem.limits().areMetresLimited() ? metres : 0;
        long[] kept = new long[front.length + 1];
        int count = 0;
        for (long other : front) {
            boolean otherIsQuicker = (other >>> 32) <= seconds;
            boolean otherIsShorter = (other & 0xffff_ffffL) <= limitedMetres;
            if (otherIsQuicker && otherIsShorter) {
                return front;
            }
            if (otherIsQuicker || otherIsShorter) {
                kept[count++] = other;
            }
        }
        kept[count++] = seconds << 32 | limitedMetres;
        Arrays.sort(kept, 0, count);
        return Arrays.copyOf(kept, count);
    }

    private Tour best() {
        Tour best = Tour.over(problem, List.of());
        for (int set = 1; set < 1 << nodes.length; set++) {
            if (score(set) < best.score()) {
                continue;
            }
            for (int last = 0; last < nodes.length; last++) {
                for (long way : fronts[set * nodes.length + last]) {
                    Tour tour = Tour.over(problem, stops(set, last, way));
                    best = TourOrder.better(best, tour);
                }
            }
        }
        return best;
    }

    private long score(int set) {
        long score = 0;
        for (int rest = set; rest != 0; rest &= rest - 1) {
            score += problem.score(nodes[Integer.numberOfTrailingZeros(rest)]);
        }
        return score;
    }

    /** Walks a way back to the start: at every step some front of the smaller set holds the rest of it. */
    private List<Integer> stops(int set, int last, long way) {
        List<Integer> stops = new ArrayList<>();
        int rest = set;
        int at = last;
        long left = way;
        while (true) {
            stops.add(nodes[at]);
            rest ^= 1 << at;
            if (rest == 0) {
                Collections.reverse(stops);
                return stops;
            }
            int previous = previous(rest, at, left);
            left = shortened(left, previous, at);
            at = previous;
        }
    }

    private int previous(int rest, int at, long way) {
        for (int previous = 0; previous < nodes.length; previous++) {
            if ((rest & 1 << previous) != 0
                    && Arrays.binarySearch(fronts[rest * nodes.length + previous], shortened(way, previous, at)) >= 0) {
                return previous;
            }
        }
        throw new IllegalStateException("a way without a beginning");
    }

    private long shortened(long way, int previous, int at) {
        long metres = problem.limits().areMetresLimited() ? problem.metres(nodes[previous], nodes[at]) : 0;
        return way - ((long) problem.seconds(nodes[previous], nodes[at]) << 32) - metres;
    }
}
