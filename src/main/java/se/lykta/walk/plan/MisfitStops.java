package se.lykta.walk.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.walk.orienteering.Effort;
import se.lykta.walk.orienteering.InfeasibleException;
import se.lykta.walk.orienteering.OrienteeringProblem;
import se.lykta.walk.orienteering.OrienteeringSolver;

/** Says why stops that are wanted by name are not possible, and what would make them so. */
final class MisfitStops {

    private static final int ROUNDS = 500;
    private static final int MOST_MINUTES = 480;
    private static final int MOST_METRES = 30_000;

    private final WalkOptions options;

    MisfitStops(WalkOptions options) {
        this.options = options;
    }

    /** Those that are too far from any way, or on a way of their own. */
    Optional<ApiException> unreachable() {
        List<Fault> faults = new ArrayList<>();
        for (String id : options.request().wishes().wanted()) {
            int node = options.node(id);
            if (options.isOffNetwork(node) || !options.isReachable(node)) {
                faults.add(fault(
                        node,
                        new LeftOutReasons(options)
                                .unreachable(node)
                                .explanation()
                                .en()));
            }
        }
        String detail = "%d of the wanted stops cannot be reached; want others, see errors".formatted(faults.size());
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new ApiException(ApiException.Kind.UNPROCESSABLE, "hotspot-unreachable", detail, faults));
    }

    /** An order that takes too long. */
    ApiException inThisOrder(GroupRoute route) {
        List<Fault> faults = route.nodes().stream()
                .map(node -> fault(node, "wanted in this order"))
                .toList();
        return misfit("in this order the %d wanted stops".formatted(faults.size()), Optional.of(route), faults);
    }

    /** Stops that do not fit together with the other wanted ones. */
    ApiException of(Collection<Integer> misfits, Set<Integer> wanted, int groups) {
        List<Fault> faults = misfits.stream()
                .map(node ->
                        fault(node, "there and back takes " + need(new GroupRoute(options.problem(), List.of(node)))))
                .toList();
        return misfit("the %d wanted stops".formatted(wanted.size()), longest(wanted, groups), faults);
    }

    /** The group that needs most if limits are as wide as they may be. */
    private Optional<GroupRoute> longest(Set<Integer> wanted, int groups) {
        var widest = new OrienteeringProblem.Limits(
                MOST_MINUTES * 54, MOST_METRES, options.request().limits().maxStops());
        OrienteeringProblem wide = options.problem(widest, wanted)
                .withRoutes(groups)
                .withMandatory(wanted.stream().mapToInt(i -> i).toArray());
        try {
            return new OrienteeringSolver(() -> Effort.ofRounds(ROUNDS), 1)
                    .solve(wide).tours().stream()
                            .map(tour -> new GroupRoute(options.problem(), tour.stops()))
                            .max((one, other) -> Long.compare(one.seconds(), other.seconds()));
        } catch (InfeasibleException e) {
            return Optional.empty();
        }
    }

    private ApiException misfit(String what, Optional<GroupRoute> route, List<Fault> faults) {
        WalkRequest request = options.request();
        String needed = route.map(MisfitStops::need).orElse("more than any walk may have");
        String detail = String.format(
                Locale.ROOT,
                "%s need %s, %d minutes and %d m are allowed: allow more minutes, kilometres or groups, or want fewer",
                what,
                needed,
                request.minutes(),
                request.maxMetres());
        return new ApiException(ApiException.Kind.UNPROCESSABLE, "stops-do-not-fit", detail, faults);
    }

    /** The minutes that have to be asked for, the reserve included. */
    private static String need(GroupRoute route) {
        return "%d minutes and %d m".formatted((route.seconds() + 53) / 54, route.metres());
    }

    private Fault fault(int node, String message) {
        Candidate candidate = options.candidate(node);
        String member = options.request().wishes().pinned().contains(candidate.id()) ? "pinned" : "order";
        return Fault.at(
                candidate.position(),
                member,
                candidate.id() + " " + candidate.name().en() + ": " + message);
    }
}
