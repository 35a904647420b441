package se.lykta.walk.network;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.PriorityQueue;

/**
 * The best ways from one node to many others, found in one go.
 *
 * <p>Dijkstra's algorithm (Numerische Mathematik 1, 1959): the node with the least cost is final, its neighbours may get
 * better through it; O(m log n), stopped as soon as all targets are final. Among ways of equal cost the quicker one
 * wins, then the shorter one, all in whole numbers. So time and length do not depend on the order of the search, and
 * are the same there and back wherever all ways may be walked both ways.
 *
 * <p>For one thread. A search may be run again from another node, which keeps its arrays.
 */
final class FootSearch {

    private static final long UNREACHED = Long.MAX_VALUE;

    private final FootArcs arcs;
    private final long[] cost;
    private final long[] millis;
    private final long[] millimetres;
    private final int[] edgeBefore;
    private final int[] nodeBefore;
    private final BitSet done;
    private final PriorityQueue<Label> open = new PriorityQueue<>();
    private int start;

    FootSearch(FootArcs arcs) {
        this.arcs = arcs;
        this.cost = new long[arcs.nodeCount()];
        this.millis = new long[arcs.nodeCount()];
        this.millimetres = new long[arcs.nodeCount()];
        this.edgeBefore = new int[arcs.nodeCount()];
        this.nodeBefore = new int[arcs.nodeCount()];
        this.done = new BitSet(arcs.nodeCount());
    }

    /** Searches until all targets that can be reached are. */
    void run(int from, BitSet targets) {
        start = from;
        Arrays.fill(cost, UNREACHED);
        done.clear();
        open.clear();
        cost[from] = 0;
        millis[from] = 0;
        millimetres[from] = 0;
        open.add(new Label(0, from));
        int missing = targets.cardinality();
        while (missing > 0 && !open.isEmpty()) {
            int node = open.remove().node();
            if (!done.get(node)) {
                done.set(node);
                missing -= targets.get(node) ? 1 : 0;
                improveAround(node);
            }
        }
    }

    /** Whether there is a way to a target. */
    boolean isReached(int target) {
        return done.get(target);
    }

    /** The cost of the way to a target that is reached. */
    long cost(int target) {
        return cost[target];
    }

    /** Time to a target that is reached, at the engine's speed. */
    long millis(int target) {
        return millis[target];
    }

    /** Length of the way to a target that is reached. */
    long millimetres(int target) {
        return millimetres[target];
    }

    /** The edges of the way to a target that is reached, in order. */
    Deque<Integer> edges(int target) {
        Deque<Integer> edges = new ArrayDeque<>();
        for (int node = target; node != start; node = nodeBefore[node]) {
            edges.addFirst(edgeBefore[node]);
        }
        return edges;
    }

    private void improveAround(int node) {
        int arc = arcs.first(node);
        for (int end = arcs.end(node); arc < end; arc += FootArcs.SIZE) {
            int next = arcs.get(arc, FootArcs.ADJACENT_NODE);
            long newCost = cost[node] + arcs.get(arc, FootArcs.COST);
            long newMillis = millis[node] + arcs.get(arc, FootArcs.MILLIS);
            long newMillimetres = millimetres[node] + arcs.get(arc, FootArcs.MILLIMETRES);
            if (isBetter(next, newCost, newMillis, newMillimetres)) {
                if (newCost < cost[next]) {
                    open.add(new Label(newCost, next));
                }
                cost[next] = newCost;
                millis[next] = newMillis;
                millimetres[next] = newMillimetres;
                edgeBefore[next] = arcs.get(arc, FootArcs.EDGE);
                nodeBefore[next] = node;
            }
        }
    }

    private boolean isBetter(int node, long newCost, long newMillis, long newMillimetres) {
        if (newCost != cost[node]) {
            return newCost < cost[node];
        }
        if (newMillis != millis[node]) {
            return newMillis < millis[node];
        }
        return newMillimetres < millimetres[node];
    }

    private record Label(long cost, int node) implements Comparable<Label> {
        @Override
        public int compareTo(Label other) {
            return Long.compare(cost, other.cost);
        }
    }
}
