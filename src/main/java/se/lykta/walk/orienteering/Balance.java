package se.lykta.walk.orienteering;

/**
 * Makes routes of a solution more alike in length, so that groups that start together come back together.
 *
 * <p>Moves single stops from the longest route to another one as long as the longer of the two gets shorter; what is
 * visited stays the same.
 */
final class Balance {

    private Balance() {}

    /** Evens out routes that are within their limits; they stay so. */
    static void even(Routes routes) {
        boolean better = routes.sizes.length > 1;
        while (better) {
            better = shortenLongest(routes);
        }
    }

    private static boolean shortenLongest(Routes routes) {
        int longest = 0;
        for (int route = 1; route < routes.sizes.length; route++) {
            longest = routes.lengths[route] > routes.lengths[longest] ? route : longest;
        }
        long least = routes.lengths[longest];
        int bestStop = Routes.NONE;
        int bestRoute = Routes.NONE;
        int bestPlace = Routes.NONE;
        for (int place = 1; place < routes.sizes[longest] - 1; place++) {
            int stop = routes.paths[longest][place];
            long rest = routes.lengths[longest] - routes.savedBy(longest, place);
            for (int route = 0; route < routes.sizes.length; route++) {
                for (int behind = 0; route != longest && behind < routes.sizes[route] - 1; behind++) {
                    int added = routes.addedAfter(route, behind, stop);
                    long longer = Math.max(rest, routes.lengths[route] + added);
                    if (longer < least && routes.fitsAfter(route, behind, stop, added)) {
                        least = longer;
                        bestStop = stop;
                        bestRoute = route;
                        bestPlace = behind;
                    }
                }
            }
        }
        if (bestStop == Routes.NONE) {
            return false;
        }
        routes.remove(bestStop);
        routes.insertAfter(bestRoute, bestPlace, bestStop);
        return true;
    }
}
