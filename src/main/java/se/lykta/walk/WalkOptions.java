package se.lykta.walk;

import static se.lykta.walk.WalkPlanner.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import se.lykta.walk.orienteering.OrienteeringProblem;
import se.lykta.walk.orienteering.Tour;

/**
 * The candidates of one request with their ways: as a problem for the solver, and in words for what is left out.
 *
 * <p>Node 0 is the start, node i the candidate i - 1. The time at a stop is folded half into each side.
 */
final class WalkOptions {

    private final WalkRequest request;
    private final List<Candidate> candidates;
    private final FootTrips trips;
    private final OrienteeringProblem problem;

    WalkOptions(WalkRequest request, List<Candidate> candidates, FootTrips trips) {
        this.request = request;
        this.candidates = candidates;
        this.trips = trips;
        int size = candidates.size() + 1;
        int[] scores = new int[size];
        int[][] seconds = new int[size][size];
        int[][] metres = new int[size][size];
        for (int node = 0; node < size; node++) {
            scores[node] = node == 0 ? 0 : candidates.get(node - 1).score();
            for (int other = 0; other < size; other++) {
                seconds[node][other] = foldedSeconds(node, other);
                metres[node][other] = metres(node, other);
            }
        }
        var limits = new OrienteeringProblem.Limits(request.plannedSeconds(), request.maxMetres(), request.limits().maxStops());
        this.problem = new OrienteeringProblem(new OrienteeringProblem.Ends(0, 0), scores, seconds, metres, limits);
    }

    OrienteeringProblem problem() {
        return problem;
    }

    /** Every candidate that is not on the tour, in their order. */
    List<LeftOut> leftOut(Tour tour) {
        List<LeftOut> leftOut = new ArrayList<>();
        for (int node = 1; node <= candidates.size(); node++) {
            if (!tour.stops().contains(node)) {
                leftOut.add(leftOut(node, tour));
            }
        }
        return leftOut;
    }

    /** For an answer without a walk: what the least costly candidate would need. */
    String whyNothingFits() {
        return IntStream.rangeClosed(1, candidates.size())
                .filter(this::isReachable)
                .boxed()
                .min(Comparator.comparingInt(node -> problem.seconds(0, node)))
                .map(this::needOf)
                .orElse("no hotspot can be reached on foot from the start"
                        + (request.stepFree() ? " without steps" : ""));
    }

    private String needOf(int node) {
        return String.format(
                Locale.ROOT,
                "no hotspot fits into %d minutes and %d m: the nearest, %s, takes %d minutes and %d m there and back; "
                        + "%d minutes may be planned, a tenth is kept in reserve",
                request.minutes(),
                request.maxMetres(),
                candidates.get(node - 1).name().en(),
                minutes(2L * problem.seconds(0, node)),
                2 * problem.metres(0, node),
                request.plannedSeconds() / 60);
    }

    private LeftOut leftOut(int node, Tour tour) {
        Candidate candidate = candidates.get(node - 1);
        double off = trips.offMetres(node).orElse(Double.POSITIVE_INFINITY);
        if (off > WalkPlanner.MOST_OFF_METRES) {
            String distance = off > 9999 ? "> 10 km" : "%d m".formatted(Math.round(off));
            return of(candidate, distance, "%s från närmaste gångväg", "%s from any path");
        }
        if (!isReachable(node)) {
            return of(
                    candidate,
                    request.stepFree() ? "∞ (step-free)" : "∞",
                    request.stepFree() ? "går inte att nå utan trappor" : "går inte att nå till fots från starten",
                    request.stepFree()
                            ? "cannot be reached without steps"
                            : "cannot be reached on foot from the start");
        }
        return tooMuch(candidate, node, tour);
    }

    /** What the cheapest detour would cost, and which limit stands against it. */
    private LeftOut tooMuch(Candidate candidate, int node, Tour tour) {
        int place = cheapestPlace(node, tour);
        int before = place == 0 ? 0 : tour.stops().get(place - 1);
        int after = place == tour.stops().size() ? 0 : tour.stops().get(place);
        long seconds =
                (long) problem.seconds(before, node) + problem.seconds(node, after) - problem.seconds(before, after);
        long metres = (long) problem.metres(before, node) + problem.metres(node, after) - problem.metres(before, after);
        if (tour.seconds() + seconds > request.plannedSeconds()) {
            return of(candidate, "+%d min".formatted(minutes(seconds)), "%s, det ryms inte", "%s, more than there is");
        }
        if (tour.metres() + metres > request.maxMetres()) {
            return of(candidate, "+%d m".formatted(metres), "%s, vägen blir för lång", "%s, the way gets too long");
        }
        String most = "max " + request.limits().maxStops();
        return of(candidate, most, "fler stopp än tillåtet (%s)", "more stops than allowed (%s)");
    }

    private int cheapestPlace(int node, Tour tour) {
        List<Integer> path = new ArrayList<>(tour.stops());
        path.add(0, 0);
        path.add(0);
        return IntStream.range(0, path.size() - 1)
                .boxed()
                .min(Comparator.comparingLong(i -> (long) problem.seconds(path.get(i), node)
                        + problem.seconds(node, path.get(i + 1))
                        - problem.seconds(path.get(i), path.get(i + 1))))
                .orElseThrow();
    }

    private static LeftOut of(Candidate candidate, String reason, String sv, String en) {
        return new LeftOut(candidate.id(), candidate.name(), reason, phrase(sv, en, reason));
    }

    private boolean isReachable(int node) {
        return problem.seconds(0, node) < OrienteeringProblem.UNREACHABLE;
    }

    /** Of the two directions the slower, so that the walk is never slower than planned. */
    private int foldedSeconds(int node, int other) {
        if (node == other) {
            return 0;
        }
        int seconds = Math.max(trips.seconds(node, other), trips.seconds(other, node));
        int stops = (node == 0 ? 0 : 1) + (other == 0 ? 0 : 1);
        return isJoined(node, other) && seconds < OrienteeringProblem.UNREACHABLE
                ? seconds + stops * request.secondsPerStop() / 2
                : OrienteeringProblem.UNREACHABLE;
    }

    private int metres(int node, int other) {
        int metres = Math.max(trips.metres(node, other), trips.metres(other, node));
        return isJoined(node, other) && metres < OrienteeringProblem.UNREACHABLE
                ? metres
                : OrienteeringProblem.UNREACHABLE;
    }

    private boolean isJoined(int node, int other) {
        return trips.offMetres(node).orElse(Double.POSITIVE_INFINITY) <= WalkPlanner.MOST_OFF_METRES
                && trips.offMetres(other).orElse(Double.POSITIVE_INFINITY) <= WalkPlanner.MOST_OFF_METRES;
    }

    private static long minutes(long seconds) {
        return Math.max(1, (seconds + 59) / 60);
    }
}
