package se.lykta.hotspot.density;

/**
 * Spots in a tree of boxes, each halved at the median of its longer side: a kd-tree (Bentley 1975) whose neighbours stand
 * near each other in memory, too.
 *
 * <p>All leaves are equally deep; node 0 is the root, the children of node i are 2i + 1 and 2i + 2. Building costs
 * O(n log n), also if many spots share a coordinate. Immutable; shared inside this package, not copied.
 */
final class SpotTree {

    private static final int LEAF_SPOTS = 8;

    /** In the order of the tree: those of a node are one range. */
    final Spots spots;

    final Boxes boxes;
    private final int depth;
    private final int[] from;
    private final int[] to;

    SpotTree(Spots unsorted) {
        int n = unsorted.size();
        int levels = 0;
        while (n >> levels > LEAF_SPOTS) {
            levels++;
        }
        depth = levels;
        int nodes = (2 << depth) - 1;
        from = new int[nodes];
        to = new int[nodes];
        boxes = new Boxes(nodes);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        build(0, 0, n, new Halves(unsorted.x.clone(), unsorted.y.clone(), order));
        spots = unsorted.reordered(order);
    }

    private void build(int node, int start, int end, Halves halves) {
        from[node] = start;
        to[node] = end;
        boxes.set(node, halves.x, halves.y, start, end);
        if (isLeaf(node)) {
            return;
        }
        int middle = (start + end) >>> 1;
        halves.part(boxes.width(node) >= boxes.height(node) ? halves.x : halves.y, start, end, middle);
        build(2 * node + 1, start, middle, halves);
        build(2 * node + 2, middle, end, halves);
    }

    boolean isLeaf(int node) {
        return node >= (1 << depth) - 1;
    }

    /** The first spot of a node. */
    int from(int node) {
        return from[node];
    }

    /** One more than the last spot of a node. */
    int to(int node) {
        return to[node];
    }

    /** The nodes of the deepest level on which they have at least so many spots: first..2*first, all spots once. */
    int firstOfLevel(int leastSpots) {
        int level = 0;
        while (level < depth && spots.size() >> (level + 1) >= leastSpots) {
            level++;
        }
        return (1 << level) - 1;
    }

    /** Positions that are brought into the order of the tree. */
    private static final class Halves {

        private final double[] x;
        private final double[] y;
        private final int[] order;

        Halves(double[] x, double[] y, int[] order) {
            this.x = x;
            this.y = y;
            this.order = order;
        }

        /** Brings a range into such an order that no side before the middle is greater than one after (Hoare 1961). */
        void part(double[] side, int start, int end, int middle) {
            int low = start;
            int high = end - 1;
            while (low < high) {
                double pivot = median(side[low], side[(low + high) >>> 1], side[high]);
                int i = low;
                int j = high;
                while (i <= j) {
                    while (side[i] < pivot) {
                        i++;
                    }
                    while (side[j] > pivot) {
                        j--;
                    }
                    if (i <= j) {
                        swap(i++, j--);
                    }
                }
                low = middle >= i ? i : low;
                high = middle <= j ? j : high;
                if (middle > j && middle < i) {
                    return;
                }
            }
        }

        private static double median(double a, double b, double c) {
            return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
        }

        private void swap(int a, int b) {
            double side = x[a];
            x[a] = x[b];
            x[b] = side;
            side = y[a];
            y[a] = y[b];
            y[b] = side;
            int spot = order[a];
            order[a] = order[b];
            order[b] = spot;
        }
    }
}
