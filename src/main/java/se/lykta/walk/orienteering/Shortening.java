package se.lykta.walk.orienteering;

/**
 * Makes routes shorter without changing what they visit.
 *
 * <p>2-opt (Croes 1958), and Or-opt of up to three stops, turned round or not, within a route or to another one (Or
 * 1976), over lists of near neighbours and only at nodes whose surroundings have changed (Bentley 1992, ORSA J. Comput.
 * 4). For one thread.
 */
final class Shortening {

    private static final int LONGEST_MOVE = 3;

    private final Field field;
    private final Routes backup;

    Shortening(Field field) {
        this.field = field;
        this.backup = field.isSimple() ? null : new Routes(field);
    }

    /** Repeats all moves around touched nodes until none helps; routes within their limits stay so. */
    void shorten(Routes routes) {
        for (int node = routes.takeTouched(); node != Routes.NONE; node = routes.takeTouched()) {
            boolean better = true;
            while (better) {
                better = reverse(routes, node) || move(routes, node);
            }
        }
    }

    private boolean reverse(Routes routes, int node) {
        int route = routes.routeOf[node];
        int[] path = routes.paths[route];
        int place = routes.placeOf[node];
        int after = field.length(node, path[place + 1]);
        int before = field.length(node, path[place - 1]);
        for (int near : field.nearest[node]) {
            int direct = field.length(node, near);
            if (direct >= after && direct >= before) {
                return false;
            }
            if (routes.routeOf[near] != route) {
                continue;
            }
            int other = routes.placeOf[near];
            long gain = (long) after
                    + field.length(near, path[other + 1])
                    - direct
                    - field.length(path[place + 1], path[other + 1]);
            if (gain > 0 && reversed(routes, route, Math.min(place, other) + 1, Math.max(place, other), gain)) {
                return true;
            }
            gain = (long) before
                    + field.length(near, path[other - 1])
                    - direct
                    - field.length(path[place - 1], path[other - 1]);
            if (gain > 0 && reversed(routes, route, Math.min(place, other), Math.max(place, other) - 1, gain)) {
                return true;
            }
        }
        return false;
    }

    private boolean reversed(Routes routes, int route, int first, int last, long gain) {
        save(routes);
        routes.reverse(route, first, last, gain);
        return isKept(routes);
    }

    private boolean move(Routes routes, int node) {
        int route = routes.routeOf[node];
        int place = routes.placeOf[node];
        int stops = routes.sizes[route] - 2;
        for (int count = 1; count <= LONGEST_MOVE && count <= stops; count++) {
            if (place + count - 1 <= stops && move(routes, route, place, count, false)) {
                return true;
            }
            if (count > 1 && place - count + 1 >= 1 && move(routes, route, place - count + 1, count, true)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Moves stops so that the first of them, or the last, comes to lie beside one of its near neighbours.
     *
     * @param fromLast whether the last one does
     */
    private boolean move(Routes routes, int route, int place, int count, boolean fromLast) {
        int[] path = routes.paths[route];
        int head = path[fromLast ? place + count - 1 : place];
        int tail = path[fromLast ? place : place + count - 1];
        int before = path[place - 1];
        int after = path[place + count];
        long saved = (long) field.length(before, path[place]) + field.length(path[place + count - 1], after)
                - field.length(before, after);
        for (int near : field.nearest[head]) {
            int direct = field.length(head, near);
            if (direct >= saved) {
                return false;
            }
            int toRoute = routes.routeOf[near];
            if (toRoute == Routes.NONE) {
                continue;
            }
            int at = routes.placeOf[near];
            boolean inside = toRoute == route && at >= place && at < place + count;
            if (inside) {
                continue;
            }
            int[] to = routes.paths[toRoute];
            if (near != before || toRoute != route) {
                long gain = saved - direct - field.length(tail, to[at + 1]) + field.length(near, to[at + 1]);
                if (gain > 0 && moved(routes, route, place, count, toRoute, near, fromLast, saved - gain)) {
                    return true;
                }
            }
            if (near != after || toRoute != route) {
                long gain = saved - direct - field.length(tail, to[at - 1]) + field.length(near, to[at - 1]);
                if (gain > 0 && moved(routes, route, place, count, toRoute, to[at - 1], !fromLast, saved - gain)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean moved(
            Routes routes, int route, int place, int count, int toRoute, int target, boolean reversed, long added) {
        if (toRoute != route && !hasRoom(routes, route, place, count, toRoute, added)) {
            return false;
        }
        save(routes);
        routes.move(route, place, count, toRoute, target, reversed);
        return isKept(routes);
    }

    private boolean hasRoom(Routes routes, int route, int place, int count, int toRoute, long added) {
        long inner = 0;
        for (int i = 1; i < count; i++) {
            inner += field.length(routes.paths[route][place + i - 1], routes.paths[route][place + i]);
        }
        return routes.lengths[toRoute] + added + inner <= field.mostLength
                && routes.sizes[toRoute] - 2 + count <= field.mostStops;
    }

    private void save(Routes routes) {
        if (backup != null) {
            backup.copyFrom(routes);
        }
    }

    /** Undoes the move if a shorter route breaks another limit. */
    private boolean isKept(Routes routes) {
        if (backup == null || routes.areAllAllowed()) {
            return true;
        }
        routes.copyFrom(backup);
        return false;
    }
}
