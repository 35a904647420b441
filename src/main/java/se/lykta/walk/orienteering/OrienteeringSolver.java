package se.lykta.walk.orienteering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the routes with the highest score within the limits of a problem.
 *
 * <p>Few candidates: exactly ({@link ExactTours}). More: several searches ({@link Search}) from starts of their own, each
 * guided by what the earlier ones found, and a last one from the best of all.
 *
 * <p>All chance comes from the seed, and the effort is counted in rounds, never by the clock: equal input gives equal
 * output. Immutable and safe for use by many threads.
 */
public final class OrienteeringSolver {

    /** Rounds that are enough for 40 candidates; some hundred milliseconds. */
    public static final int STANDARD_ROUNDS = 3_000;

    private static final int RESTARTS = 12;
    private static final double SHARE_OF_RESTARTS = 0.7;
    private static final int MOST_ELITE = 6;

    private final Supplier<Effort> effort;
    private final long seed;

    /** A solver of {@link #STANDARD_ROUNDS}. */
    public OrienteeringSolver(long seed) {
        this(() -> Effort.ofRounds(STANDARD_ROUNDS), seed);
    }

    /**
     * A solver.
     *
     * @param effort what each solution may use
     */
    public OrienteeringSolver(Supplier<Effort> effort, long seed) {
        this.effort = effort;
        this.seed = seed;
    }

    /**
     * The best routes found.
     *
     * @throws InfeasibleException if the direct way from start to end is over a limit, or mandatory nodes do not fit
     */
    public Solution solve(OrienteeringProblem problem) throws InfeasibleException {
        if (!Tour.over(problem, List.of()).isAllowed(problem)) {
            throw new InfeasibleException(List.of(), !new Reach(problem).includes(problem.end()));
        }
        Set<Integer> candidates = IntStream.of(problem.candidates()).boxed().collect(Collectors.toSet());
        List<Integer> outOfReach = IntStream.of(problem.mandatoryNodes())
                .filter(node -> !candidates.contains(node))
                .boxed()
                .toList();
        if (!outOfReach.isEmpty()) {
            throw new InfeasibleException(outOfReach, true);
        }
        boolean exact = candidates.size() <= ExactTours.MOST_CANDIDATES;
        Solution solution = exact ? ExactTours.best(problem) : search(problem);
        List<Integer> missing = IntStream.of(problem.mandatoryNodes())
                .filter(node ->
                        solution.tours().stream().noneMatch(tour -> tour.stops().contains(node)))
                .boxed()
                .toList();
        if (!missing.isEmpty()) {
            throw new InfeasibleException(missing, exact);
        }
        return solution;
    }

    /** The heuristic alone, for tests against the exact solution. */
    Solution search(OrienteeringProblem problem) {
        var field = new Field(problem);
        var search = new Search(field, new SplittableRandom(seed));
        Routes best = copy(field, search.construct());
        if (best.stopCount() > 0) {
            best = improved(field, search, best);
        }
        Balance.even(best);
        return Solution.over(problem, best.toLists(), false);
    }

    /** Searches from several starts, then from the best of what they gave. */
    private Routes improved(Field field, Search search, Routes first) {
        List<Routes> elite = new ArrayList<>();
        Effort used = effort.get();
        Routes best = first;
        Routes from = first;
        double spent = used.spent();
        while (spent < 1) {
            boolean isRestart = spent < SHARE_OF_RESTARTS;
            double until = isRestart ? Math.min(SHARE_OF_RESTARTS, spent + SHARE_OF_RESTARTS / RESTARTS) : 1;
            Routes found = copy(field, search.run(from, elite, used, until));
            best = Search.isBetter(found, best) ? found : best;
            elite.add(found);
            elite.sort(Search.BEST_FIRST);
            if (elite.size() > MOST_ELITE) {
                elite.remove(elite.size() - 1);
            }
            spent = used.spent();
            from = spent < SHARE_OF_RESTARTS ? search.constructOther() : best;
        }
        return best;
    }

    private static Routes copy(Field field, Routes routes) {
        var copy = new Routes(field);
        copy.copyFrom(routes);
        return copy;
    }
}
