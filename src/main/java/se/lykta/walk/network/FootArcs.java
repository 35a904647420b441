package se.lykta.walk.network;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.Graph;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import java.util.Arrays;

/**
 * The ways out of each node with what they cost, in flat arrays.
 *
 * <p>Exists because a search asks for the same few thousand arcs once for every place, and the engine computes them anew
 * each time: with a copy the matrix of 201 places is found ten times faster. A node is read when it is first asked for,
 * so that a walk through a town does not read the country.
 */
final class FootArcs {

    static final int ADJACENT_NODE = 0;
    static final int EDGE = 1;

    /** What decides: milliseconds divided by the priority of the way. */
    static final int COST = 2;

    /** Real time at the engine's speed. */
    static final int MILLIS = 3;

    static final int MILLIMETRES = 4;

    /** How many numbers an arc has in the array. */
    static final int SIZE = 5;

    private static final int UNREAD = -1;

    private final EdgeExplorer explorer;
    private final Weighting weighting;
    private final int[] first;
    private final int[] end;
    private int[] arcs = new int[4096 * SIZE];
    private int used;

    FootArcs(Graph graph, Weighting weighting) {
        this.explorer = graph.createEdgeExplorer();
        this.weighting = weighting;
        this.first = new int[graph.getNodes()];
        this.end = new int[graph.getNodes()];
        Arrays.fill(first, UNREAD);
    }

    static int millimetres(EdgeIteratorState edge) {
        return (int) Math.round(edge.getDistance() * 1000);
    }

    /** Whole metres. */
    static int metres(long millimetres) {
        return (int) Math.round(millimetres / 1000.0);
    }

    int nodeCount() {
        return first.length;
    }

    /** Where the arcs of a node begin; they follow each other in steps of {@link #SIZE} up to {@link #end}. */
    int first(int node) {
        if (first[node] == UNREAD) {
            first[node] = used;
            read(explorer.setBaseNode(node));
            end[node] = used;
        }
        return first[node];
    }

    /** Where they end, once {@link #first} was asked. */
    int end(int node) {
        return end[node];
    }

    /** One number of an arc. */
    int get(int arc, int field) {
        return arcs[arc + field];
    }

    private void read(EdgeIterator edge) {
        while (edge.next()) {
            double seconds = weighting.calcEdgeWeight(edge, false);
            if (Double.isInfinite(seconds)) {
                continue;
            }
            if (used + SIZE > arcs.length) {
                arcs = Arrays.copyOf(arcs, arcs.length * 2);
            }
            arcs[used + ADJACENT_NODE] = edge.getAdjNode();
            arcs[used + EDGE] = edge.getEdge();
            // at least 1, so that a node is never reached at the same cost as its successor
            arcs[used + COST] = (int) Math.max(1, Math.round(seconds * 1000));
            arcs[used + MILLIS] = (int) weighting.calcEdgeMillis(edge, false);
            arcs[used + MILLIMETRES] = millimetres(edge);
            used += SIZE;
        }
    }
}
