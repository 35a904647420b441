package se.lykta.hotspot.density;

import java.util.Arrays;

/**
 * How far each spot has to reach for minPts points, its own included: the search of nearest neighbours in a tree, nearer
 * child first.
 *
 * <p>About O(log n + minPts) a spot. Used by one thread.
 */
final class CoreDistances {

    private final SpotTree tree;
    private final int minPts;
    /** The nearest spots found so far by distance, squared, as many as are needed for minPts points. */
    private final double[] nearest;

    private final int[] weights;
    private int found;
    private long points;
    private double x;
    private double y;

    private CoreDistances(SpotTree tree, int minPts) {
        this.tree = tree;
        this.minPts = minPts;
        int most = Math.min(minPts, tree.spots.size()) + 1;
        this.nearest = new double[most];
        this.weights = new int[most];
    }

    /** The core distances of all spots, metres; infinite if there are less than minPts points. */
    static double[] of(SpotTree tree, int minPts) {
        var search = new CoreDistances(tree, minPts);
        double[] distances = new double[tree.spots.size()];
        Arrays.setAll(distances, search::distance);
        return distances;
    }

    private double distance(int spot) {
        found = 0;
        points = 0;
        x = tree.spots.x[spot];
        y = tree.spots.y[spot];
        search(0);
        return Math.sqrt(reach());
    }

    /** What is farther, squared, is not needed. */
    private double reach() {
        return points >= minPts ? nearest[found - 1] : Double.POSITIVE_INFINITY;
    }

    private void search(int node) {
        if (tree.isLeaf(node)) {
            for (int spot = tree.from(node); spot < tree.to(node); spot++) {
                double dx = tree.spots.x[spot] - x;
                double dy = tree.spots.y[spot] - y;
                add(dx * dx + dy * dy, tree.spots.weight[spot]);
            }
            return;
        }
        int left = 2 * node + 1;
        double toLeft = tree.boxes.squaredDistance(left, x, y);
        double toRight = tree.boxes.squaredDistance(left + 1, x, y);
        boolean leftFirst = toLeft <= toRight;
        if (Math.min(toLeft, toRight) < reach()) {
            search(leftFirst ? left : left + 1);
        }
        if (Math.max(toLeft, toRight) < reach()) {
            search(leftFirst ? left + 1 : left);
        }
    }

    private void add(double distance, int weight) {
        if (distance >= reach()) {
            return;
        }
        int at = found++;
        while (at > 0 && nearest[at - 1] > distance) {
            nearest[at] = nearest[at - 1];
            weights[at] = weights[at - 1];
            at--;
        }
        nearest[at] = distance;
        weights[at] = weight;
        points += weight;
        while (points - weights[found - 1] >= minPts) {
            points -= weights[--found];
        }
    }
}
