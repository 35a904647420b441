package se.lykta.walk.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import se.lykta.walk.orienteering.InfeasibleException;
import se.lykta.walk.orienteering.OrienteeringProblem;
import se.lykta.walk.orienteering.OrienteeringSolver;

/**
 * Chooses what each group visits.
 *
 * <p>Groups with an order visit just that; the solver chooses for the others. What then still fits somewhere without
 * changing an order is visited too, so that whatever is left out is left out for a reason. For one request.
 */
final class RouteChoice {

    private final OrienteeringSolver solver;
    private final WalkOptions options;
    private final WalkRequest.Wishes wishes;
    private final OrienteeringProblem problem;
    private final List<GroupRoute> routes = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();

    RouteChoice(OrienteeringSolver solver, WalkOptions options) {
        this.solver = solver;
        this.options = options;
        this.wishes = options.request().wishes();
        this.problem = options.problem();
    }

    /**
     * One route for each group.
     *
     * @throws se.lykta.http.ApiException {@code stops-do-not-fit}
     */
    List<GroupRoute> choose() {
        Set<Integer> wanted = nodes(wishes.pinned());
        for (int group = 1; group <= options.request().limits().groups(); group++) {
            List<Integer> order =
                    wishes.order(group).stream().map(options::node).toList();
            routes.add(new GroupRoute(problem, order));
            if (order.isEmpty()) {
                free.add(group - 1);
            }
            wanted.removeAll(order);
        }
        checkOrders();
        if (!free.isEmpty()) {
            solve(wanted);
        }
        insertWanted(wanted);
        fill();
        occupy();
        return routes;
    }

    private Set<Integer> nodes(List<String> ids) {
        Set<Integer> nodes = new TreeSet<>();
        ids.forEach(id -> nodes.add(options.node(id)));
        return nodes;
    }

    private void checkOrders() {
        for (GroupRoute route : routes) {
            if (!route.nodes().isEmpty() && !route.isWithinLimits()) {
                throw new MisfitStops(options).inThisOrder(route);
            }
        }
    }

    private void solve(Set<Integer> wanted) {
        Set<Integer> open = open();
        try {
            solve(open, wanted);
        } catch (InfeasibleException e) {
            Set<Integer> others = new TreeSet<>(wanted);
            e.nodes().forEach(others::remove);
            if (free.size() == routes.size() || others.size() == wanted.size()) {
                throw new MisfitStops(options).of(e.nodes(), wanted, free.size());
            }
            solveWithout(e.nodes(), open, others);
        }
    }

    /** Groups with an order may still have room for what the others have not. */
    private void solveWithout(List<Integer> misfits, Set<Integer> open, Set<Integer> wanted) {
        misfits.forEach(open::remove);
        try {
            solve(open, wanted);
        } catch (InfeasibleException e) {
            throw new MisfitStops(options).of(e.nodes(), wanted, free.size());
        }
    }

    private void solve(Set<Integer> open, Set<Integer> wanted) throws InfeasibleException {
        var tours = solver.solve(options.problem(problem.limits(), open)
                        .withRoutes(free.size())
                        .withMandatory(wanted.stream().mapToInt(i -> i).toArray()))
                .tours();
        for (int i = 0; i < tours.size(); i++) {
            routes.set(free.get(i), new GroupRoute(problem, tours.get(i).stops()));
        }
    }

    private Set<Integer> open() {
        Set<Integer> open = new HashSet<>(options.stops());
        routes.forEach(route -> route.nodes().forEach(open::remove));
        return open;
    }

    private void insertWanted(Set<Integer> wanted) {
        Set<Integer> missing = new TreeSet<>(wanted);
        missing.retainAll(open());
        while (!missing.isEmpty()) {
            GroupRoute.Detour detour = missing.stream()
                    .flatMap(node -> fitting(node).stream())
                    .min(Comparator.comparingLong(GroupRoute.Detour::seconds))
                    .orElseThrow(() -> new MisfitStops(options).of(List.copyOf(missing), wanted, routes.size()));
            detour.take();
            missing.remove(detour.node());
        }
    }

    /** Score for time, the best bargain first. */
    private void fill() {
        Optional<GroupRoute.Detour> next;
        do {
            next = open().stream()
                    .sorted()
                    .flatMap(node -> fitting(node).stream())
                    .max(Comparator.comparingDouble(this::bargain));
            next.ifPresent(GroupRoute.Detour::take);
        } while (next.isPresent());
    }

    private double bargain(GroupRoute.Detour detour) {
        return problem.score(detour.node()) / (double) Math.max(1, detour.seconds());
    }

    private Optional<GroupRoute.Detour> fitting(int node) {
        return routes.stream()
                .map(route -> route.cheapest(node))
                .filter(GroupRoute.Detour::fits)
                .min(Comparator.comparingLong(GroupRoute.Detour::seconds));
    }

    /** No group stands about while another has two stops or more: it gets the one that saves the other most. */
    private void occupy() {
        for (int idle : IntStream.range(0, routes.size())
                .filter(i -> routes.get(i).nodes().isEmpty())
                .toArray()) {
            routes.stream()
                    .filter(route -> route.nodes().size() >= 2 && free.contains(routes.indexOf(route)))
                    .max(Comparator.comparingLong(GroupRoute::seconds))
                    .ifPresent(busy -> {
                        int last = busy.nodes().get(busy.nodes().size() - 1);
                        GroupRoute.Detour detour = routes.get(idle).cheapest(last);
                        if (detour.fits()) {
                            busy.remove(last);
                            detour.take();
                        }
                    });
        }
    }
}
