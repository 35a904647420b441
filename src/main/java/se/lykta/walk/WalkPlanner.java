package se.lykta.walk;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;
import se.lykta.http.ApiException;
import se.lykta.walk.orienteering.InfeasibleException;
import se.lykta.walk.orienteering.OrienteeringProblem;
import se.lykta.walk.orienteering.OrienteeringSolver;
import se.lykta.walk.orienteering.Tour;

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

    private static final LocalTime USUAL_START = LocalTime.of(16, 0);
    private static final long SEED = 1;

    private final FootNetwork network;
    private final OrienteeringSolver solver = new OrienteeringSolver(OrienteeringSolver.Budget.STANDARD, SEED);

    /** A planner for one network. */
    public WalkPlanner(FootNetwork network) {
        this.network = network;
    }

    /**
     * The walk with the highest score.
     *
     * @param candidates the best one first; those after the first {@link #MOST_CANDIDATES} are not considered
     * @throws ApiException {@code start-off-network}, {@code no-hotspots} or {@code no-walk-possible}
     */
    public WalkPlan plan(WalkRequest request, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            throw fault("no-hotspots", "there is no hotspot to visit; widen the filter or the dates");
        }
        List<Candidate> considered = candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size()));
        List<LonLat> places = Stream.concat(
                        Stream.of(request.start()), considered.stream().map(Candidate::position))
                .toList();
        FootTrips trips = network.trips(places, request.profile(), request.pace().speedKmh());
        checkStart(trips);
        var options = new WalkOptions(request, considered, trips);
        Tour tour = solve(options.problem());
        if (tour.stops().isEmpty()) {
            throw fault("no-walk-possible", options.whyNothingFits());
        }
        Loop loop = loop(request, considered, trips, tour);
        return new WalkPlan(request, departure(request), List.of(loop), options.leftOut(tour));
    }

    private Tour solve(OrienteeringProblem problem) {
        try {
            return solver.solve(problem).tours().get(0);
        } catch (InfeasibleException e) {
            throw new IllegalStateException("a loop without mandatory stops always fits", e);
        }
    }

    private static void checkStart(FootTrips trips) {
        double off = trips.offMetres(0).orElse(Double.POSITIVE_INFINITY);
        if (off > MOST_OFF_METRES) {
            String distance = off > 9999 ? "many kilometres" : String.format(Locale.ROOT, "%.0f m", off);
            throw fault(
                    "start-off-network",
                    "the start is %s from the nearest way that can be walked, at most %d m are allowed"
                            .formatted(distance, MOST_OFF_METRES));
        }
    }

    private static Departure departure(WalkRequest request) {
        return new Departure(request.when().date().atTime(USUAL_START), null, false);
    }

    private static Loop loop(WalkRequest request, List<Candidate> candidates, FootTrips trips, Tour tour) {
        List<FootLeg> legs = new ArrayList<>();
        List<WalkStop> stops = new ArrayList<>();
        int seconds = 0;
        int from = 0;
        for (int node : tour.stops()) {
            FootLeg leg = trips.leg(from, node);
            legs.add(leg);
            seconds += leg.seconds();
            stops.add(stop(request, candidates.get(node - 1), trips, node, new int[] {stops.size() + 1, seconds}));
            seconds += request.secondsPerStop();
            from = node;
        }
        legs.add(trips.leg(from, 0));
        return new Loop(1, trips.position(0), trips.position(0), stops, legs, totals(request, legs, stops));
    }

    private static WalkStop stop(
            WalkRequest request, Candidate candidate, FootTrips trips, int node, int[] numberAndSeconds) {
        return new WalkStop(
                numberAndSeconds[0],
                candidate.id(),
                candidate.name(),
                candidate.why(),
                trips.position(node),
                candidate.position(),
                (int) Math.round(trips.offMetres(node).orElse(0)),
                numberAndSeconds[1],
                request.minutesPerStop(),
                candidate.score(),
                request.wishes().pinned().contains(candidate.id()));
    }

    private static WalkTotals totals(WalkRequest request, List<FootLeg> legs, List<WalkStop> stops) {
        return new WalkTotals(
                legs.stream().mapToInt(FootLeg::metres).sum(),
                legs.stream().mapToInt(FootLeg::litMetres).sum(),
                legs.stream().mapToInt(FootLeg::seconds).sum(),
                stops.size() * request.secondsPerStop(),
                request.plannedSeconds(),
                stops.stream().mapToInt(WalkStop::reports).sum());
    }

    private static ApiException fault(String code, String detail) {
        return new ApiException(ApiException.Kind.UNPROCESSABLE, code, detail, List.of());
    }

    /** A phrase in both languages. */
    static Name phrase(String sv, String en, Object... values) {
        return new Name(String.format(Locale.ROOT, sv, values), String.format(Locale.ROOT, en, values));
    }
}
