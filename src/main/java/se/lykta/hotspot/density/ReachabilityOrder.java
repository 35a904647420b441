package se.lykta.hotspot.density;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

/**
 * All points in the order in which the minimum spanning tree of mutual reachability grows from the first row, and how far
 * each had to be reached for.
 *
 * <p>Mutual reachability is the greatest of the distance and both core distances (Campello, Moulavi, Sander 2013,
 * definition 3); the tree grows by Prim 1957. The clusters at a distance are the runs of this order between greater steps,
 * so the order tells the whole hierarchy. Of points equally easy to reach the lower row comes first, as in R dbscan.
 * Immutable.
 */
final class ReachabilityOrder {

    private static final int PROGRESS_STEP = 1 << 12;

    /** The row of each point in this order. */
    final int[] rows;
    /** How hard each was to reach; infinite for the first. */
    final double[] steps;

    private ReachabilityOrder(int[] rows, double[] steps) {
        this.rows = rows;
        this.steps = steps;
    }

    /**
     * The order of all points; there is at least one.
     *
     * @param core core distance of each spot, finite
     * @param progress hears the share that is done
     * @throws CancellationException if the thread is interrupted
     */
    static ReachabilityOrder of(SpotTree tree, double[] core, DoubleConsumer progress) {
        return new Growth(tree, core).run(progress);
    }

    /** The sum of all steps, from small to great: the weight of the spanning tree. */
    double weight() {
        return Arrays.stream(steps, 1, steps.length).sorted().sum();
    }

    /** A tree that grows point by point. */
    private static final class Growth {

        private final int[] spotOf;
        private final double[] core;
        private final int[] firstRow;
        /** The next higher row on the same spot, -1 for the last. */
        private final int[] nextRow;

        private final Fringe fringe;
        /** Rows not yet reached, the lowest of each reached spot: from its twins they are as far as its core distance. */
        private final PriorityQueue<Twin> twins =
                new PriorityQueue<>(Comparator.comparingDouble(Twin::distance).thenComparingInt(Twin::row));

        private record Twin(double distance, int row) {}

        Growth(SpotTree tree, double[] core) {
            this.spotOf = tree.spots.spotOf;
            this.core = core;
            this.firstRow = new int[core.length];
            this.nextRow = new int[spotOf.length];
            Arrays.fill(firstRow, -1);
            for (int row = spotOf.length - 1; row >= 0; row--) {
                nextRow[row] = firstRow[spotOf[row]];
                firstRow[spotOf[row]] = row;
            }
            this.fringe = new Fringe(tree, core, firstRow);
        }

        ReachabilityOrder run(DoubleConsumer progress) {
            int[] rows = new int[spotOf.length];
            double[] steps = new double[rows.length];
            steps[0] = Double.POSITIVE_INFINITY;
            reach(0);
            for (int i = 1; i < rows.length; i++) {
                if (i % PROGRESS_STEP == 0) {
                    report(progress, i / (double) rows.length);
                }
                Twin next = next();
                rows[i] = next.row;
                steps[i] = next.distance;
                reach(next.row);
            }
            return new ReachabilityOrder(rows, steps);
        }

        private void reach(int row) {
            int spot = spotOf[row];
            if (firstRow[spot] == row) {
                fringe.reach(spot);
            }
            if (nextRow[row] >= 0) {
                twins.add(new Twin(core[spot], nextRow[row]));
            }
        }

        private Twin next() {
            Twin twin = twins.peek();
            fringe.settle(twin == null ? Double.POSITIVE_INFINITY : twin.distance);
            int spot = fringe.nearest();
            boolean spotFirst = twin == null
                    || (spot >= 0
                            && (fringe.distance() < twin.distance
                                    || (fringe.distance() == twin.distance && firstRow[spot] < twin.row)));
            return spotFirst ? new Twin(fringe.distance(), firstRow[spot]) : twins.remove();
        }

        private static void report(DoubleConsumer progress, double share) {
            progress.accept(share);
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the clusters are left unfinished");
            }
        }
    }
}
