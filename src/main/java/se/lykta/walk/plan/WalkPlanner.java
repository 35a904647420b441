package se.lykta.walk.plan;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import se.lykta.geo.LonLat;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.walk.network.FootNetwork;
import se.lykta.walk.network.FootTrips;
import se.lykta.walk.orienteering.OrienteeringProblem;
import se.lykta.walk.orienteering.OrienteeringSolver;

/**
 * Chooses the stops of a walk, orders them and says why.
 *
 * <p>Times are those of the real route; a tenth of the time is kept in reserve. Equal input gives an equal walk. Safe for
 * use by many threads.
 */
public final class WalkPlanner {

    /** More candidates than this are not considered. */
    public static final int MOST_CANDIDATES = 40;

    /** A place farther from every way than this is no stop. */
    static final int MOST_OFF_METRES = 100;

    static final long SEED = 1;

    private final FootNetwork network;
    private final ZoneId zone;
    private final OrienteeringSolver solver = new OrienteeringSolver(SEED);

    /**
     * A planner for one network.
     *
     * @param zone of the clocks there
     */
    public WalkPlanner(FootNetwork network, ZoneId zone) {
        this.network = network;
        this.zone = zone;
    }

    /**
     * The walk with the highest score.
     *
     * @param candidates the best one first; beside those wanted by name only the best {@link #MOST_CANDIDATES} are considered
     * @throws ApiException {@code no-hotspots}, {@code unknown-hotspot}, {@code start-off-network}, {@code end-unreachable}, {@code end-too-far},
     *     {@code hotspot-unreachable}, {@code stops-do-not-fit}, {@code no-walk-possible}, {@code too-many-groups}, or one of
     *     {@link DepartureChoice#choose}
     */
    public WalkPlan plan(WalkRequest request, List<Candidate> candidates) {
        var selection = WalkSelection.of(request, candidates);
        Departure departure = new DepartureChoice(
                        new SunClock(request.start(), zone), Duration.ofMinutes(request.minutes()))
                .choose(request.when(), selection.need());
        var options = new WalkOptions(request, selection.considered(), trips(request, selection));
        check(options);
        List<GroupRoute> routes = new RouteChoice(solver, options).choose();
        var builder = new LoopBuilder(options);
        List<Loop> loops = new ArrayList<>();
        for (GroupRoute route : routes) {
            loops.add(builder.build(loops.size() + 1, route));
        }
        checkGroups(options, routes);
        return new WalkPlan(request, departure, loops, new LeftOutReasons(options).list(selection, routes));
    }

    private FootTrips trips(WalkRequest request, WalkSelection selection) {
        List<LonLat> places = new ArrayList<>();
        places.add(request.start());
        if (!request.isLoop()) {
            places.add(request.finish());
        }
        selection.considered().forEach(candidate -> places.add(candidate.position()));
        return network.trips(places, request.profile(), request.pace().speedKmh());
    }

    private static void check(WalkOptions options) {
        checkEnds(options);
        new MisfitStops(options).unreachable().ifPresent(problem -> {
            throw problem;
        });
        if (options.stops().stream().noneMatch(options::isReachable)) {
            throw fault(
                    "no-walk-possible",
                    "no hotspot can be reached on foot from the start"
                            + (options.request().stepFree() ? " without steps" : ""));
        }
    }

    private static void checkEnds(WalkOptions options) {
        OrienteeringProblem problem = options.problem();
        List<Fault> faults = new ArrayList<>();
        if (options.isOffNetwork(problem.start())) {
            faults.add(Fault.at(options.request().start(), "start", "the start is " + off(options, problem.start())));
        }
        if (options.isOffNetwork(problem.end()) && problem.end() != problem.start()) {
            faults.add(Fault.at(options.request().finish(), "end", "the end is " + off(options, problem.end())));
        }
        if (!faults.isEmpty()) {
            String code = faults.get(0).field() + "-off-network";
            throw new ApiException(
                    ApiException.Kind.UNPROCESSABLE, code, faults.get(0).message(), faults);
        }
        if (problem.seconds(problem.start(), problem.end()) >= OrienteeringProblem.UNREACHABLE) {
            throw fault("end-unreachable", "there is no way on foot from the start to the end");
        }
        var direct = new GroupRoute(problem, List.of());
        if (!direct.isWithinLimits()) {
            throw fault(
                    "end-too-far",
                    "the way from the start to the end takes %s and is %d m long; %d minutes and %d m are allowed"
                            .formatted(
                                    LeftOutReasons.minutes(direct.seconds()) + " minutes",
                                    direct.metres(),
                                    options.request().plannedSeconds() / 60,
                                    options.request().maxMetres()));
        }
    }

    private static String off(WalkOptions options, int node) {
        double off = options.offMetres(node);
        String distance = off > 9999 ? "many kilometres" : String.format(Locale.ROOT, "%.0f m", off);
        return "%s from the nearest way that can be walked, at most %d m are allowed"
                .formatted(distance, MOST_OFF_METRES);
    }

    private static void checkGroups(WalkOptions options, List<GroupRoute> routes) {
        long busy = routes.stream().filter(route -> !route.nodes().isEmpty()).count();
        if (busy == 0) {
            throw fault("no-walk-possible", whyNothingFits(options));
        }
        if (busy < routes.size()) {
            throw fault(
                    "too-many-groups",
                    "only %d hotspots fit into %d minutes and %d m, too few for %d groups; at most %d groups are allowed"
                            .formatted(
                                    busy,
                                    options.request().minutes(),
                                    options.request().maxMetres(),
                                    routes.size(),
                                    busy));
        }
    }

    /** What the least costly candidate would need. */
    private static String whyNothingFits(WalkOptions options) {
        WalkRequest request = options.request();
        GroupRoute least = options.stops().stream()
                .filter(options::isReachable)
                .map(node -> new GroupRoute(options.problem(), List.of(node)))
                .min(Comparator.comparingLong(GroupRoute::seconds))
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "no hotspot fits into %d minutes and %d m: the nearest, %s, takes %d minutes and %d m there and back; "
                        + "%d minutes may be planned, a tenth is kept in reserve",
                request.minutes(),
                request.maxMetres(),
                options.candidate(least.nodes().get(0)).name().en(),
                LeftOutReasons.minutes(least.seconds()),
                least.metres(),
                request.plannedSeconds() / 60);
    }

    private static ApiException fault(String code, String detail) {
        return new ApiException(ApiException.Kind.UNPROCESSABLE, code, detail, List.of());
    }
}
