package se.lykta.walk.orienteering;

import java.util.SplittableRandom;

/**
 * Leaves out stops of a route that is over its limits until it is allowed, those first that give least for their way; what
 * was forced in goes after all else. O(length of the route) for each stop. For one thread.
 */
final class Trimming {

    private static final double BLUR = 0.4;
    private static final double FORCED = 1e9;
    /** What a stop counts as saving that saves nothing. */
    private static final double LEAST_SAVED = 1e-3;

    private final Field field;
    private final SplittableRandom random;
    /** By place on the route. */
    private final double[] worths;

    private final double[] saved;

    Trimming(Field field, SplittableRandom random) {
        this.field = field;
        this.random = random;
        this.worths = new double[field.size + 2];
        this.saved = new double[field.size + 2];
    }

    /**
     * Makes a route allowed.
     *
     * <p>Either what gives least for its way goes first, or what gives least of those that make up for all that is too
     * long; the latter if it is not the length that is over its limit.
     */
    void trim(Routes routes, int route, boolean[] isForced) {
        if (routes.isAllowed(route)) {
            return;
        }
        weigh(routes, route, isForced);
        boolean byScore = random.nextInt(4) == 0 || routes.lengths[route] <= field.mostLength;
        do {
            double excess = byScore ? Math.max(1, routes.lengths[route] - field.mostLength) : Double.MAX_VALUE;
            leaveOut(routes, route, worst(routes.sizes[route] - 2, excess));
        } while (!routes.isAllowed(route));
    }

    private void weigh(Routes routes, int route, boolean[] isForced) {
        for (int place = 1; place < routes.sizes[route] - 1; place++) {
            int node = routes.paths[route][place];
            double worth = field.scores[node] * (1 + BLUR * random.nextDouble());
            worths[place] = isForced[node] ? worth * FORCED : worth;
            saved[place] = Math.max(LEAST_SAVED, routes.savedBy(route, place));
        }
    }

    private int worst(int lastPlace, double excess) {
        int worst = 1;
        double least = worths[1] / Math.min(saved[1], excess);
        for (int place = 2; place <= lastPlace; place++) {
            double enough = Math.min(saved[place], excess);
            if (worths[place] < least * enough) {
                least = worths[place] / enough;
                worst = place;
            }
        }
        return worst;
    }

    private void leaveOut(Routes routes, int route, int place) {
        int last = routes.sizes[route] - 2;
        routes.removeAt(route, place);
        System.arraycopy(worths, place + 1, worths, place, last - place);
        System.arraycopy(saved, place + 1, saved, place, last - place);
        for (int beside = Math.max(1, place - 1); beside <= Math.min(place, last - 1); beside++) {
            saved[beside] = Math.max(LEAST_SAVED, routes.savedBy(route, beside));
        }
    }
}
