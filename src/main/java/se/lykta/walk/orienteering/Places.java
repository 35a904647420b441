package se.lykta.walk.orienteering;

import java.util.Arrays;

/**
 * Where each node that is left out adds least to each route: kept while routes change a little, so that a round of the
 * search looks at what has changed only.
 *
 * <p>When the best place of a node goes, what it added there stays as a bound, below which no other place is; a new one is
 * looked for only if somebody asks who is not content with the bound (lazy evaluation, Minoux 1978).
 *
 * <p>A place is the arc between two neighbours on a path, whichever comes first. Only arcs beside the nearest candidates
 * of a node and at both ends of a route are looked at. For one thread.
 */
final class Places {

    /** What a node adds that has no place. */
    static final int NOWHERE = Integer.MAX_VALUE;

    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final Field field;
    /** By route × size + node: a stop beside the arc, or {@link Routes#NONE} if not known. */
    private final int[] beside;

    private final int[] opposite;
    private final int[] added;

    Places(Field field) {
        this.field = field;
        this.beside = new int[field.routes * field.size];
        this.opposite = new int[beside.length];
        this.added = new int[beside.length];
        Arrays.fill(beside, Routes.NONE);
        Arrays.fill(added, UNKNOWN);
    }

    void copyFrom(Places other) {
        System.arraycopy(other.beside, 0, beside, 0, beside.length);
        System.arraycopy(other.opposite, 0, opposite, 0, opposite.length);
        System.arraycopy(other.added, 0, added, 0, added.length);
    }

    /** A node that was on a route, of which nothing is known. */
    void forget(int node) {
        for (int entry = node; entry < beside.length; entry += field.size) {
            beside[entry] = Routes.NONE;
            added[entry] = UNKNOWN;
        }
    }

    /** A number that a node does not add less than to a route; O(1). */
    int bound(int route, int node) {
        return added[route * field.size + node];
    }

    /** What a node adds to a route where it adds least. */
    int added(Routes routes, int route, int node) {
        int entry = route * field.size + node;
        if (!isKnown(routes, route, entry)) {
            find(routes, route, node);
        }
        return added[entry];
    }

    /** Behind which place on the path that is; only after {@link #added}. */
    int place(Routes routes, int route, int node) {
        int entry = route * field.size + node;
        if (beside[entry] == field.start) {
            return 0;
        }
        int place = routes.placeOf[beside[entry]];
        return routes.paths[route][place + 1] == opposite[entry] ? place : place - 1;
    }

    /** Whether the arc that was the best place is still there. */
    private boolean isKnown(Routes routes, int route, int entry) {
        int stop = beside[entry];
        if (stop == Routes.NONE) {
            return false;
        }
        int[] path = routes.paths[route];
        boolean isThere;
        if (stop == field.start) {
            isThere = path[1] == opposite[entry];
        } else {
            int place = routes.placeOf[stop];
            isThere = routes.routeOf[stop] == route
                    && (path[place + 1] == opposite[entry] || path[place - 1] == opposite[entry]);
        }
        return isThere;
    }

    /** The same as {@link #added}, looked for anew. */
    int find(Routes routes, int route, int node) {
        int entry = route * field.size + node;
        added[entry] = NOWHERE;
        considerEnds(routes, route, node);
        for (int near : field.nearest[node]) {
            if (routes.routeOf[near] == route) {
                considerBeside(routes, near, node);
            }
        }
        return added[entry];
    }

    /** Looks at the first and the last arc for all that are left out. */
    void considerEnds(Routes routes) {
        for (int node : field.candidates) {
            for (int route = 0; route < field.routes && routes.routeOf[node] == Routes.NONE; route++) {
                considerEnds(routes, route, node);
            }
        }
    }

    private void considerEnds(Routes routes, int route, int node) {
        int entry = route * field.size + node;
        int[] path = routes.paths[route];
        int last = routes.sizes[route] - 2;
        consider(entry, routes.addedAfter(route, 0, node), field.start, path[1]);
        if (last > 0) {
            consider(entry, routes.addedAfter(route, last, node), path[last], path[last + 1]);
        }
    }

    /** Looks at the two arcs beside a stop. */
    void considerBeside(Routes routes, int stop, int node) {
        int route = routes.routeOf[stop];
        int entry = route * field.size + node;
        int place = routes.placeOf[stop];
        int[] path = routes.paths[route];
        consider(entry, routes.addedAfter(route, place - 1, node), stop, path[place - 1]);
        consider(entry, routes.addedAfter(route, place, node), stop, path[place + 1]);
    }

    private void consider(int entry, int more, int stop, int neighbour) {
        if (more < added[entry]) {
            added[entry] = more;
            beside[entry] = stop;
            opposite[entry] = neighbour;
        }
    }

    /** Looks at the arcs beside a stop for all that are left out and to which it is near. */
    void consider(Routes routes, int stop) {
        for (int node : field.nearTo[stop]) {
            if (routes.routeOf[node] == Routes.NONE) {
                considerBeside(routes, stop, node);
            }
        }
    }
}
