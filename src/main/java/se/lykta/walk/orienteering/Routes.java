package se.lykta.walk.orienteering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The routes that a search works on, with what they give and cost; knows how to change them, not what for.
 *
 * <p>Each route is an array of nodes from the start to the end; every node knows its route and its place there. A change
 * costs O(length of the route). Routes may be over their limits between two moves. For one thread.
 */
final class Routes {

    /** The route of a node that is on none. */
    static final int NONE = -1;

    final Field field;
    final int[][] paths;
    /** By route: how many nodes there are on the path, both ends included. */
    final int[] sizes;

    final long[] lengths;
    final int[] routeOf;
    final int[] placeOf;
    private final int[] buffer;
    private final int[] touched;
    private final boolean[] isTouched;
    private int touchedCount;
    final Places places;
    private final int[] changed;
    private final boolean[] isChanged;
    private int changedCount;
    private long score;

    Routes(Field field) {
        this.field = field;
        this.paths = new int[field.routes][field.candidates.length + 2];
        this.sizes = new int[field.routes];
        this.lengths = new long[field.routes];
        this.routeOf = new int[field.size];
        this.placeOf = new int[field.size];
        this.buffer = new int[field.candidates.length];
        this.touched = new int[field.size];
        this.isTouched = new boolean[field.size];
        this.places = new Places(field);
        this.changed = new int[field.size];
        this.isChanged = new boolean[field.size];
        Arrays.fill(routeOf, NONE);
        for (int route = 0; route < field.routes; route++) {
            paths[route][0] = field.start;
            paths[route][1] = field.end;
            sizes[route] = 2;
            lengths[route] = field.length(field.start, field.end);
        }
    }

    void copyFrom(Routes other) {
        for (int route = 0; route < sizes.length; route++) {
            System.arraycopy(other.paths[route], 0, paths[route], 0, other.sizes[route]);
        }
        System.arraycopy(other.sizes, 0, sizes, 0, sizes.length);
        System.arraycopy(other.lengths, 0, lengths, 0, lengths.length);
        System.arraycopy(other.routeOf, 0, routeOf, 0, routeOf.length);
        System.arraycopy(other.placeOf, 0, placeOf, 0, placeOf.length);
        score = other.score;
        forgetTouched();
        while (changedCount > 0) {
            isChanged[changed[--changedCount]] = false;
        }
        for (int i = 0; i < other.changedCount; i++) {
            change(other.changed[i]);
        }
        places.copyFrom(other.places);
    }

    long score() {
        return score;
    }

    long length() {
        long sum = 0;
        for (long length : lengths) {
            sum += length;
        }
        return sum;
    }

    /** On all routes together. */
    int stopCount() {
        int sum = 0;
        for (int size : sizes) {
            sum += size - 2;
        }
        return sum;
    }

    boolean isVisited(int node) {
        return routeOf[node] != NONE;
    }

    /** The stop with this number, counted over all routes from 0. */
    int stop(int number) {
        int rest = number;
        for (int route = 0; route < sizes.length; route++) {
            if (rest < sizes[route] - 2) {
                return paths[route][rest + 1];
            }
            rest -= sizes[route] - 2;
        }
        throw new IllegalArgumentException("there is no stop " + number);
    }

    /** What a node adds between the one at a place and the one after it. */
    int addedAfter(int route, int place, int node) {
        int[] path = paths[route];
        int row = node * field.size;
        int before = path[place];
        int after = path[place + 1];
        return field.lengths[row + before] + field.lengths[row + after] - field.lengths[before * field.size + after];
    }

    /** What leaving out the stop at a place saves. */
    int savedBy(int route, int place) {
        int[] path = paths[route];
        int before = path[place - 1];
        int row = path[place] * field.size;
        int after = path[place + 1];
        return field.lengths[row + before] + field.lengths[row + after] - field.lengths[before * field.size + after];
    }

    void insertAfter(int route, int place, int node) {
        lengths[route] += addedAfter(route, place, node);
        int[] path = paths[route];
        System.arraycopy(path, place + 1, path, place + 2, sizes[route] - place - 1);
        path[place + 1] = node;
        sizes[route]++;
        routeOf[node] = route;
        score += field.scores[node];
        touch(path[place]);
        touch(node);
        touch(path[place + 2]);
        number(route, place + 1, sizes[route] - 1);
    }

    void remove(int node) {
        removeAt(routeOf[node], placeOf[node]);
    }

    void removeAt(int route, int place) {
        lengths[route] -= savedBy(route, place);
        int[] path = paths[route];
        int node = path[place];
        System.arraycopy(path, place + 1, path, place, sizes[route] - place - 1);
        sizes[route]--;
        routeOf[node] = NONE;
        places.forget(node);
        score -= field.scores[node];
        touch(path[place - 1]);
        touch(path[place]);
        number(route, place, sizes[route] - 1);
    }

    /** Turns round the stops from one place to another, both included; {@code gain} is what that saves. */
    void reverse(int route, int first, int last, long gain) {
        int[] path = paths[route];
        touch(path[first - 1]);
        touch(path[first]);
        touch(path[last]);
        touch(path[last + 1]);
        for (int i = first, j = last; i < j; i++, j--) {
            int node = path[i];
            path[i] = path[j];
            path[j] = node;
        }
        lengths[route] -= gain;
        number(route, first, last + 1);
    }

    /**
     * Moves stops behind another node, on the same route or a different one.
     *
     * @param count how many stops from {@code place} on
     * @param toRoute where they go
     * @param target node of that route behind which they go, not one of them; the start for the first place
     */
    void move(int route, int place, int count, int toRoute, int target, boolean reversed) {
        int[] from = paths[route];
        long inner = 0;
        for (int i = 0; i < count; i++) {
            buffer[reversed ? count - 1 - i : i] = from[place + i];
            inner += i == 0 ? 0 : field.length(from[place + i - 1], from[place + i]);
        }
        touch(from[place - 1]);
        touch(from[place + count]);
        lengths[route] -= detour(from[place - 1], from[place], from[place + count - 1], from[place + count]) + inner;
        System.arraycopy(from, place + count, from, place, sizes[route] - place - count);
        sizes[route] -= count;
        number(route, place, sizes[route] - 1);
        int[] to = paths[toRoute];
        int goal = target == field.start ? 0 : placeOf[target];
        lengths[toRoute] += detour(target, buffer[0], buffer[count - 1], to[goal + 1]) + inner;
        touch(target);
        touch(to[goal + 1]);
        System.arraycopy(to, goal + 1, to, goal + 1 + count, sizes[toRoute] - goal - 1);
        System.arraycopy(buffer, 0, to, goal + 1, count);
        sizes[toRoute] += count;
        for (int i = 0; i < count; i++) {
            routeOf[buffer[i]] = toRoute;
        }
        touch(buffer[0]);
        touch(buffer[count - 1]);
        number(toRoute, goal + 1, sizes[toRoute] - 1);
    }

    /** What stops that begin and end with these add between two nodes, without the way inside them. */
    private long detour(int before, int first, int last, int after) {
        return (long) field.length(before, first) + field.length(last, after) - field.length(before, after);
    }

    /** Whether a route is within all limits. */
    boolean isAllowed(int route) {
        return field.isSimple()
                ? lengths[route] <= field.mostLength && sizes[route] - 2 <= field.mostStops
                : field.isAllowed(paths[route], sizes[route]);
    }

    boolean areAllAllowed() {
        for (int route = 0; route < sizes.length; route++) {
            if (!isAllowed(route)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a node may be put between the one at a place and the next, if that adds so much. */
    boolean fitsAfter(int route, int place, int node, int added) {
        if (lengths[route] + added > field.mostLength || sizes[route] - 2 >= field.mostStops) {
            return false;
        }
        return field.isSimple() || field.isAllowed(paths[route], sizes[route], place, node);
    }

    /** A node whose neighbours on the path have changed since somebody looked, or {@link #NONE}; taken from the list. */
    int takeTouched() {
        while (touchedCount > 0) {
            int node = touched[--touchedCount];
            isTouched[node] = false;
            if (routeOf[node] != NONE) {
                return node;
            }
        }
        return NONE;
    }

    void touch(int node) {
        if (!isTouched[node]) {
            isTouched[node] = true;
            touched[touchedCount++] = node;
        }
        change(node);
    }

    private void change(int node) {
        if (!isChanged[node]) {
            isChanged[node] = true;
            changed[changedCount++] = node;
        }
    }

    /** Brings the places of nodes that are left out up to date. */
    void updatePlaces() {
        while (changedCount > 0) {
            int node = changed[--changedCount];
            isChanged[node] = false;
            if (routeOf[node] != NONE) {
                places.consider(this, node);
            } else if (node == field.start || node == field.end) {
                places.considerEnds(this);
            }
        }
    }

    private void forgetTouched() {
        while (touchedCount > 0) {
            isTouched[touched[--touchedCount]] = false;
        }
    }

    private void number(int route, int first, int end) {
        int[] path = paths[route];
        for (int place = first; place < end; place++) {
            placeOf[path[place]] = place;
        }
    }

    /** The stops of each route. */
    List<List<Integer>> toLists() {
        List<List<Integer>> lists = new ArrayList<>();
        for (int route = 0; route < sizes.length; route++) {
            lists.add(Arrays.stream(paths[route], 1, sizes[route] - 1).boxed().toList());
        }
        return lists;
    }
}
