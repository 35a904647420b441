package se.lykta.walk.network;

import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.Graph;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The pieces that the ways of a graph fall into, if only some may be used.
 *
 * <p>Union by tree with path halving (Tarjan and van Leeuwen, JACM 31, 1984), nearly linear in the number of edges.
 */
final class FootPieces {

    private final int[] parent;

    private FootPieces(int nodes) {
        this.parent = IntStream.range(0, nodes).toArray();
    }

    /** The nodes of the piece that joins most of them. */
    static BitSet largest(Graph graph, EdgeFilter usable) {
        var pieces = new FootPieces(graph.getNodes());
        var edge = graph.getAllEdges();
        while (edge.next()) {
            if (usable.accept(edge)) {
                pieces.parent[pieces.root(edge.getBaseNode())] = pieces.root(edge.getAdjNode());
            }
        }
        return pieces.largest();
    }

    private BitSet largest() {
        int[] sizes = new int[parent.length];
        int best = 0;
        for (int node = 0; node < parent.length; node++) {
            int root = root(node);
            sizes[root]++;
            best = sizes[root] > sizes[best] ? root : best;
        }
        BitSet nodes = new BitSet(parent.length);
        for (int node = 0; node < parent.length; node++) {
            nodes.set(node, root(node) == best);
        }
        return nodes;
    }

    private int root(int node) {
        int at = node;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
