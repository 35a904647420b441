package se.lykta.hotspot.density;

/**
 * Sets that only ever grow together, with path halving and union by size: practically constant time a call.
 *
 * <p>Tarjan, R. E. (1975), Efficiency of a good but not linear set union algorithm. Used by one thread.
 */
final class DisjointSets {

    private final int[] parent;
    private final int[] size;

    /** As many sets as elements, one in each. */
    DisjointSets(int elements) {
        parent = new int[elements];
        size = new int[elements];
        for (int i = 0; i < elements; i++) {
            parent[i] = i;
            size[i] = 1;
        }
    }

    /** The element that stands for the set of {@code element}; changes when sets are joined. */
    int root(int element) {
        int at = element;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Makes one set of two. */
    void join(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        if (rootA == rootB) {
            return;
        }
        boolean aIsLarger = size[rootA] >= size[rootB];
        int winner = aIsLarger ? rootA : rootB;
        int loser = aIsLarger ? rootB : rootA;
        parent[loser] = winner;
        size[winner] += size[loser];
    }
}
