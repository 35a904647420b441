package se.lykta.walk.orienteering;

import org.jspecify.annotations.Nullable;

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
    private final @Nullable Routes backup;
    /** The stops that are to be moved: so many from a place on, the first or the last of them foremost. */
    private int route;

    private int place;
    private int count;
    private boolean fromLast;
    private long saved;

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
        int at = routes.placeOf[node];
        int on = routes.routeOf[node];
        int[] path = routes.paths[on];
        int after = field.length(node, path[at + 1]);
        int before = field.length(node, path[at - 1]);
        for (int near : field.nearest[node]) {
            int direct = field.length(node, near);
            if (direct >= after && direct >= before) {
                return false;
            }
            if (routes.routeOf[near] != on) {
                continue;
            }
            int other = routes.placeOf[near];
            long gain = (long) after
                    + field.length(near, path[other + 1])
                    - direct
                    - field.length(path[at + 1], path[other + 1]);
            if (gain > 0 && reversed(routes, on, Math.min(at, other) + 1, Math.max(at, other), gain)) {
                return true;
            }
            gain = (long) before
                    + field.length(near, path[other - 1])
                    - direct
                    - field.length(path[at - 1], path[other - 1]);
            if (gain > 0 && reversed(routes, on, Math.min(at, other), Math.max(at, other) - 1, gain)) {
                return true;
            }
        }
        return false;
    }

    private boolean reversed(Routes routes, int on, int first, int last, long gain) {
        save(routes);
        routes.reverse(on, first, last, gain);
        return isKept(routes);
    }

    private boolean move(Routes routes, int node) {
        route = routes.routeOf[node];
        int at = routes.placeOf[node];
        int stops = routes.sizes[route] - 2;
        for (count = 1; count <= LONGEST_MOVE && count <= stops; count++) {
            place = at;
            fromLast = false;
            if (at + count - 1 <= stops && moveChosen(routes)) {
                return true;
            }
            place = at - count + 1;
            fromLast = true;
            if (count > 1 && place >= 1 && moveChosen(routes)) {
                return true;
            }
        }
        return false;
    }

    /** Moves the chosen stops so that the first of them, or the last, comes to lie beside one of its near neighbours. */
    private boolean moveChosen(Routes routes) {
        int[] path = routes.paths[route];
        int head = path[fromLast ? place + count - 1 : place];
        int before = path[place - 1];
        int after = path[place + count];
        saved = (long) field.length(before, path[place])
                + field.length(path[place + count - 1], after)
                - field.length(before, after);
        for (int near : field.nearest[head]) {
            if (field.length(head, near) >= saved) {
                return false;
            }
            if (isOutside(routes, near) && moveBeside(routes, near)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOutside(Routes routes, int node) {
        int at = routes.placeOf[node];
        return routes.routeOf[node] != Routes.NONE
                && (routes.routeOf[node] != route || at < place || at >= place + count);
    }

    /** Behind a stop or before it, whichever saves something; the place where the chosen stops are does not. */
    private boolean moveBeside(Routes routes, int near) {
        int toRoute = routes.routeOf[near];
        int at = routes.placeOf[near];
        int[] to = routes.paths[toRoute];
        boolean isSame = toRoute == route;
        if (!(isSame && at == place - 1)) {
            long gain = gain(routes, near, to[at + 1]);
            if (gain > 0 && moved(routes, toRoute, near, fromLast, gain)) {
                return true;
            }
        }
        if (!(isSame && at == place + count)) {
            long gain = gain(routes, near, to[at - 1]);
            return gain > 0 && moved(routes, toRoute, to[at - 1], !fromLast, gain);
        }
        return false;
    }

    /** What is saved if the chosen stops lie between two neighbours, their head beside the first of these. */
    private long gain(Routes routes, int near, int neighbour) {
        int[] path = routes.paths[route];
        int head = path[fromLast ? place + count - 1 : place];
        int tail = path[fromLast ? place : place + count - 1];
        return saved - field.length(head, near) - field.length(tail, neighbour) + field.length(near, neighbour);
    }

    private boolean moved(Routes routes, int toRoute, int target, boolean reversed, long gain) {
        if (toRoute != route && !hasRoom(routes, toRoute, saved - gain)) {
            return false;
        }
        save(routes);
        routes.move(route, place, count, toRoute, target, reversed);
        return isKept(routes);
    }

    private boolean hasRoom(Routes routes, int toRoute, long added) {
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
