package se.lykta.walk.orienteering;

import java.util.SplittableRandom;

/**
 * Fills routes up by cheapest insertion.
 *
 * <p>Takes the candidate with the highest score^α / added length (Tsiligirides 1984, J. Oper. Res. Soc. 35), blurred by
 * chance; one insertion costs O(candidates). For one thread.
 */
final class Insertion {

    private static final double[] ALPHAS = {0.5, 0.75, 1, 1.25, 1.5, 2, 4};

    /** What a node counts as adding that adds nothing. */
    private static final double LEAST_ADDED = 1e-3;

    private final Field field;
    private final SplittableRandom random;
    /** By alpha and node. */
    private final double[][] worths = new double[ALPHAS.length][];

    private final double[] appeal;
    private final int[] open;
    private int openCount;
    /** Where the last look at all open nodes found the best one. */
    private int bestRoute;

    private int bestPlace;

    Insertion(Field field, SplittableRandom random) {
        this.field = field;
        this.random = random;
        this.appeal = new double[field.size];
        this.open = new int[field.candidates.length];
        for (int i = 0; i < ALPHAS.length; i++) {
            worths[i] = new double[field.size];
            for (int node = 0; node < field.size; node++) {
                worths[i][node] = Math.pow((double) field.scores[node], ALPHAS[i]);
            }
        }
    }

    /**
     * Inserts candidates as long as one fits.
     *
     * @param blur 0 for none; the appeal of each node is changed by a factor of 1 to 1 + blur
     * @return whether anything was inserted
     */
    boolean fill(Routes routes, double blur) {
        double[] worth = worths[random.nextInt(ALPHAS.length)];
        openCount = 0;
        for (int node : field.candidates) {
            if (!routes.isVisited(node)) {
                open[openCount++] = node;
                appeal[node] = blur == 0 ? worth[node] : worth[node] * (1 + blur * random.nextDouble());
            }
        }
        boolean inserted = false;
        for (int best = mostAppealing(routes); best >= 0; best = mostAppealing(routes)) {
            int node = open[best];
            open[best] = open[--openCount];
            if (field.isSimple() || findAllowedPlace(routes, node)) {
                routes.insertAfter(bestRoute, bestPlace, node);
                inserted = true;
            }
        }
        return inserted;
    }

    /**
     * Puts a node where it adds least, whatever the limits say; of several routes one that has room, if any, but now and
     * then any one, since the best exchange need not be the shortest.
     */
    void force(Routes routes, int node) {
        long least = Long.MAX_VALUE;
        int only = field.routes > 1 && random.nextInt(4) == 0 ? random.nextInt(field.routes) : Routes.NONE;
        for (int route = Math.max(0, only); route < (only < 0 ? field.routes : only + 1); route++) {
            int added = routes.places.find(routes, route, node);
            boolean hasRoom = routes.lengths[route] + added <= field.mostLength;
            long cost = hasRoom ? added : added + field.mostLength;
            if (cost < least) {
                least = cost;
                bestRoute = route;
            }
        }
        routes.insertAfter(bestRoute, routes.places.place(routes, bestRoute, node), node);
    }

    /** The place in the list of the open node with the highest appeal for its length; -1 if none fits. */
    private int mostAppealing(Routes routes) {
        routes.updatePlaces();
        int best = -1;
        double highest = 0;
        for (int route = 0; route < field.routes; route++) {
            long room = routes.sizes[route] - 2 < field.mostStops
                    ? field.mostLength - routes.lengths[route]
                    : Long.MIN_VALUE;
            for (int i = 0; i < openCount; i++) {
                int node = open[i];
                int added = routes.places.bound(route, node);
                if (added > room || isLess(appeal[node], highest, added)) {
                    continue;
                }
                added = routes.places.added(routes, route, node);
                if (added <= room && !isLess(appeal[node], highest, added)) {
                    highest = appeal[node] / Math.max(added, LEAST_ADDED);
                    best = i;
                    bestRoute = route;
                }
            }
        }
        bestPlace = best < 0 ? -1 : routes.places.place(routes, bestRoute, open[best]);
        return best;
    }

    private static boolean isLess(double appeal, double ratio, int added) {
        return appeal <= ratio * Math.max(added, LEAST_ADDED);
    }

    /** The place where a node adds least of those that all limits allow. */
    private boolean findAllowedPlace(Routes routes, int node) {
        int least = Integer.MAX_VALUE;
        for (int route = 0; route < field.routes; route++) {
            for (int place = 0; place < routes.sizes[route] - 1; place++) {
                int added = routes.addedAfter(route, place, node);
                if (added < least && routes.fitsAfter(route, place, node, added)) {
                    least = added;
                    bestRoute = route;
                    bestPlace = place;
                }
            }
        }
        return least < Integer.MAX_VALUE;
    }
}
