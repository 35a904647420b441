package se.lykta.hotspot.density;

import java.util.Arrays;

/**
 * Spots that a growing tree has not reached yet, and how hard each is to reach: the greatest of the distance and both core
 * distances, to the easiest spot of the tree.
 *
 * <p>They wait in blocks, boxes of a level of a kd-tree. What a newly reached spot means for a block is worked out only
 * when the block could hold the next one; until then a lower bound stands for it, and by then nearly all that has gathered
 * is too far away to change anything. So a step costs about the square root of the number of spots. Exact. Used by one
 * thread.
 */
final class Fringe {

    private static final double REACHED = -1;
    private static final int NOBODY = -1;

    private final Spots spots;
    private final Boxes boxes;
    private final double[] core;
    /** The lowest row of each spot: it decides between equals. */
    private final int[] firstRow;
    /** How hard each spot is to reach from what is worked out; -1 if it is reached. */
    private final double[] distance;

    private final int[] reached;
    private int reachedCount;

    /** The first spot of each block, and the end. */
    private final int[] start;
    /** The number of the first block as a node of the tree; the others follow. */
    private final int firstNode;
    /** How many of the reached spots are worked out in each block. */
    private final int[] workedOut;
    /** Nothing that is not worked out reaches into the block for less. */
    private final double[] bound;
    /** The easiest spot of each block, -1 if there is none, and how hard it is. */
    private final int[] easiest;

    private final double[] least;
    private final double[] most;
    private final double[] leastCore;
    private int block;

    Fringe(SpotTree tree, double[] core, int[] firstRow) {
        this.spots = tree.spots;
        this.boxes = tree.boxes;
        this.core = core;
        this.firstRow = firstRow;
        this.distance = new double[spots.size()];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        this.reached = new int[spots.size()];
        this.firstNode = tree.firstOfLevel((int) (Math.sqrt(spots.size()) / 2));
        int blocks = firstNode + 1;
        this.start = new int[blocks + 1];
        this.workedOut = new int[blocks];
        this.bound = new double[blocks];
        this.easiest = new int[blocks];
        this.least = new double[blocks];
        this.most = new double[blocks];
        this.leastCore = new double[blocks];
        Arrays.fill(bound, Double.POSITIVE_INFINITY);
        Arrays.fill(leastCore, Double.POSITIVE_INFINITY);
        for (int b = 0; b < blocks; b++) {
            start[b] = tree.from(firstNode + b);
            start[b + 1] = tree.to(firstNode + b);
            for (int spot = start[b]; spot < start[b + 1]; spot++) {
                leastCore[b] = Math.min(leastCore[b], core[spot]);
            }
            look(b);
        }
    }

    /** The spot that is easiest to reach, of equals that of the lowest row, after {@link #settle}; -1 if none is left. */
    int nearest() {
        return easiest[block];
    }

    /** How hard {@link #nearest} is to reach, infinite if none is left. */
    double distance() {
        return least[block];
    }

    /** Takes a spot out, as the tree has reached it. */
    void reach(int spot) {
        distance[spot] = REACHED;
        reached[reachedCount++] = spot;
        for (int b = 0; b < bound.length; b++) {
            if (start[b] <= spot && spot < start[b + 1]) {
                look(b);
            }
            double hard = hardness(spot, b);
            if (hard < bound[b] && hard < most[b]) {
                bound[b] = hard;
            }
        }
    }

    /** Works out which spot is the nearest, if that is at most as hard to reach as the limit. */
    void settle(double limit) {
        block = 0;
        for (int b = 1; b < least.length; b++) {
            block = isBetter(b, block) ? b : block;
        }
        for (int b = 0; b < bound.length; b++) {
            if (bound[b] <= Math.min(limit, least[block])) {
                workOut(b);
                block = isBetter(b, block) ? b : block;
            }
        }
    }

    private boolean isBetter(int b, int other) {
        if (easiest[b] == NOBODY || easiest[other] == NOBODY) {
            return easiest[b] != NOBODY;
        }
        if (least[b] != least[other]) {
            return least[b] < least[other];
        }
        return firstRow[easiest[b]] < firstRow[easiest[other]];
    }

    /** How hard a block is to reach from a spot, at least. */
    private double hardness(int spot, int b) {
        double gap = Math.sqrt(boxes.squaredDistance(firstNode + b, spots.x[spot], spots.y[spot]));
        return Math.max(gap, Math.max(core[spot], leastCore[b]));
    }

    /** The newest first, as they tend to be near and make the others needless. */
    private void workOut(int b) {
        for (int i = reachedCount - 1; i >= workedOut[b]; i--) {
            if (hardness(reached[i], b) < most[b]) {
                relax(b, reached[i]);
            }
        }
        workedOut[b] = reachedCount;
        bound[b] = Double.POSITIVE_INFINITY;
        look(b);
    }

    private void relax(int b, int from) {
        double px = spots.x[from];
        double py = spots.y[from];
        double greatest = REACHED;
        for (int spot = start[b]; spot < start[b + 1]; spot++) {
            double before = distance[spot];
            double cores = Math.max(core[from], core[spot]);
            if (cores < before) {
                double dx = spots.x[spot] - px;
                double dy = spots.y[spot] - py;
                before = Math.min(before, Math.max(cores, Math.sqrt(dx * dx + dy * dy)));
                distance[spot] = before;
            }
            greatest = Math.max(greatest, before);
        }
        most[b] = greatest;
    }

    /** Finds the easiest and the hardest spot of a block. */
    private void look(int b) {
        easiest[b] = NOBODY;
        least[b] = Double.POSITIVE_INFINITY;
        most[b] = REACHED;
        for (int spot = start[b]; spot < start[b + 1]; spot++) {
            double hard = distance[spot];
            if (hard == REACHED) {
                continue;
            }
            most[b] = Math.max(most[b], hard);
            boolean easier = hard < least[b]
                    || (hard == least[b] && (easiest[b] == NOBODY || firstRow[spot] < firstRow[easiest[b]]));
            if (easier) {
                least[b] = hard;
                easiest[b] = spot;
            }
        }
    }
}
