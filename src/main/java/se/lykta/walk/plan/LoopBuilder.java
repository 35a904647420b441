package se.lykta.walk.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.lykta.walk.network.FootLeg;

/** Makes the loop of a group from its route: the real ways, when it arrives where, and sums that keep every limit. */
final class LoopBuilder {

    private final WalkOptions options;
    private final WalkRequest request;

    LoopBuilder(WalkOptions options) {
        this.options = options;
        this.request = options.request();
    }

    /**
     * The loop of a group, recomputed from its legs.
     *
     * <p>The limits hold for the ways that were found, not only for the matrix they were chosen by: a route that turns out
     * longer loses the stop with the lowest score until it fits.
     *
     * @param route loses the stops that do not fit after all
     * @throws se.lykta.http.ApiException {@code stops-do-not-fit} if only wanted stops are left
     */
    Loop build(int group, GroupRoute route) {
        Loop loop = loop(group, route.nodes());
        while (!isWithinLimits(loop)) {
            int least = leastWorth(route).orElseThrow(() -> new MisfitStops(options).inThisOrder(route));
            route.remove(least);
            loop = loop(group, route.nodes());
        }
        return loop;
    }

    private boolean isWithinLimits(Loop loop) {
        return loop.totals().seconds() <= request.plannedSeconds()
                && loop.totals().metres() <= request.maxMetres();
    }

    private Optional<Integer> leastWorth(GroupRoute route) {
        Set<String> wanted = request.wishes().wanted();
        return route.nodes().stream()
                .filter(node -> !wanted.contains(options.candidate(node).id()))
                .min(Comparator.comparingInt(node -> options.candidate(node).score()));
    }

    private Loop loop(int group, List<Integer> nodes) {
        int end = options.problem().end();
        List<FootLeg> legs = new ArrayList<>();
        List<WalkStop> stops = new ArrayList<>();
        int seconds = 0;
        int from = options.problem().start();
        for (int node : nodes) {
            FootLeg leg = options.trips().leg(from, node);
            legs.add(leg);
            seconds += leg.seconds();
            stops.add(stop(stops.size() + 1, node, seconds));
            seconds += request.secondsPerStop();
            from = node;
        }
        legs.add(options.trips().leg(from, end));
        return new Loop(
                group,
                options.trips().position(options.problem().start()),
                options.trips().position(end),
                stops,
                legs,
                totals(legs, stops));
    }

    private WalkStop stop(int number, int node, int arrivalSeconds) {
        Candidate candidate = options.candidate(node);
        return new WalkStop(
                number,
                candidate.id(),
                candidate.name(),
                candidate.why(),
                new WalkStop.Spot(options.trips().position(node), candidate.position(), (int)
                        Math.round(options.offMetres(node))),
                arrivalSeconds,
                request.minutesPerStop(),
                candidate.score(),
                request.wishes().pinned().contains(candidate.id()));
    }

    private WalkTotals totals(List<FootLeg> legs, List<WalkStop> stops) {
        return new WalkTotals(
                legs.stream().mapToInt(FootLeg::metres).sum(),
                legs.stream().mapToInt(FootLeg::litMetres).sum(),
                legs.stream().mapToInt(FootLeg::seconds).sum(),
                stops.size() * request.secondsPerStop(),
                request.plannedSeconds(),
                stops.stream().mapToInt(WalkStop::reports).sum());
    }
}
