package se.lykta.walk.orienteering;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The ways to change routes that local search can't: leave something out, or force something in.
 *
 * <p>Forcing in a node, its neighbourhood, or what a good solution has and this one has not (path relinking, Campos et
 * al. 2014, JORS 65) is followed by leaving out what gives least for its way until all limits are kept again. For one
 * thread.
 */
final class Breaker {

    /** The ways. */
    enum Way {
        SEGMENT,
        SCATTERED,
        CLUSTER,
        FORCE_ONE,
        FORCE_CLUSTER,
        RELINK
    }

    /** At most so many stops are left out one by one, or as a segment. */
    private static final int MOST_LEFT_OUT = 20;

    private final Field field;
    private final SplittableRandom random;
    private final Insertion insertion;
    private final Shortening shortening;
    private final Trimming trimming;
    private final boolean[] isForced;
    private final int[] forced;
    private int forcedCount;

    Breaker(Field field, SplittableRandom random, Insertion insertion, Shortening shortening) {
        this.field = field;
        this.random = random;
        this.insertion = insertion;
        this.shortening = shortening;
        this.trimming = new Trimming(field, random);
        this.isForced = new boolean[field.size];
        this.forced = new int[field.size];
    }

    /**
     * Changes routes that have stops; all limits are kept afterwards.
     *
     * @param guides good solutions, for {@link Way#RELINK}
     */
    void apply(Way way, Routes routes, List<Routes> guides) {
        switch (way) {
            case SEGMENT -> leaveOutSegment(routes);
            case SCATTERED -> leaveOutScattered(routes);
            case CLUSTER -> leaveOutCluster(routes);
            case FORCE_ONE -> forceCluster(routes, 0);
            case FORCE_CLUSTER -> forceCluster(routes, clusterSize());
            case RELINK -> relink(routes, guides);
        }
        if (forcedCount > 0) {
            fit(routes);
        }
    }

    /** Puts a random share of all candidates into empty routes, and leaves out what does not fit. */
    void begin(Routes routes, double share) {
        for (int node : field.candidates) {
            if (random.nextDouble() < share) {
                insertion.force(routes, node);
            }
        }
        fit(routes);
    }

    private void fit(Routes routes) {
        shortening.shorten(routes);
        for (int route = 0; route < field.routes; route++) {
            trimming.trim(routes, route, isForced);
        }
        while (forcedCount > 0) {
            isForced[forced[--forcedCount]] = false;
        }
    }

    /** How many stops to leave out: few mostly, sometimes a third. */
    private int amount(int stops) {
        double share = random.nextDouble();
        double most = Math.min(MOST_LEFT_OUT, Math.max(4, stops * 0.3));
        return 1 + (int) (share * share * Math.min(stops, most));
    }

    /** How many neighbours to change: few mostly, sometimes a quarter of all, for nodes that lie in clusters. */
    private int clusterSize() {
        double share = random.nextDouble() * random.nextDouble() * random.nextDouble();
        return 1 + (int) (share * Math.max(10, field.candidates.length / 4.0));
    }

    private void leaveOutSegment(Routes routes) {
        int stop = routes.stop(random.nextInt(routes.stopCount()));
        int route = routes.routeOf[stop];
        int count = Math.min(amount(routes.stopCount()), routes.sizes[route] - 2);
        int first = Math.min(routes.placeOf[stop], routes.sizes[route] - 1 - count);
        for (int i = 0; i < count; i++) {
            routes.removeAt(route, first);
        }
    }

    private void leaveOutScattered(Routes routes) {
        for (int count = Math.min(amount(routes.stopCount()), routes.stopCount()); count > 0; count--) {
            routes.remove(routes.stop(random.nextInt(routes.stopCount())));
        }
    }

    private void leaveOutCluster(Routes routes) {
        int centre = field.candidates[random.nextInt(field.candidates.length)];
        int neighbours = Math.min(clusterSize(), field.around[centre].length);
        if (routes.isVisited(centre)) {
            routes.remove(centre);
        }
        for (int i = 0; i < neighbours; i++) {
            int node = field.around[centre][i];
            if (routes.isVisited(node)) {
                routes.remove(node);
            }
        }
    }

    /** Forces in a node that is left out, and those near it that are, too. */
    private void forceCluster(Routes routes, int neighbours) {
        int centre = field.candidates[random.nextInt(field.candidates.length)];
        for (int tries = 0; routes.isVisited(centre) && tries < 20; tries++) {
            centre = field.candidates[random.nextInt(field.candidates.length)];
        }
        force(routes, centre);
        for (int i = 0; i < Math.min(neighbours, field.around[centre].length); i++) {
            force(routes, field.around[centre][i]);
        }
    }

    private void relink(Routes routes, List<Routes> guides) {
        if (guides.isEmpty()) {
            forceCluster(routes, 1);
            return;
        }
        Routes guide = guides.get(random.nextInt(guides.size()));
        double share = random.nextDouble();
        for (int route = 0; route < field.routes; route++) {
            for (int place = 1; place < guide.sizes[route] - 1; place++) {
                if (random.nextDouble() < share) {
                    force(routes, guide.paths[route][place]);
                }
            }
        }
    }

    private void force(Routes routes, int node) {
        if (!routes.isVisited(node)) {
            insertion.force(routes, node);
            isForced[node] = true;
            forced[forcedCount++] = node;
        }
    }
}
