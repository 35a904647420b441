package se.lykta.walk.orienteering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Finds the tour with the highest score within the limits of a problem.
 *
 * <p>Few candidates: exactly ({@link ExactTours}). More: adaptive large neighbourhood search (Ropke and Pisinger 2006,
 * Transp. Sci. 40; for this problem Santini 2019, ESWA 123). A round breaks the tour in one of the ways of
 * {@link Disturbance}, repairs it by cheapest insertion and local search, and keeps the result if it is at most a little
 * worse than the best so far; that allowance falls from 2 % to nothing (record-to-record travel, Dueck 1993). Ways that
 * succeed are chosen more often.
 *
 * <p>The budget is a number of rounds, never the clock, and all chance comes from the seed: equal input gives equal
 * output. Immutable and safe for use by many threads.
 */
public final class OrienteeringSolver {

    private static final int MOST_EXACT = 12;
    private static final double[] ALPHAS = {0.5, 1, 1.5, 2};
    private static final double ALLOWANCE = 0.02;
    private static final int ROUNDS_TO_RETURN = 500;
    private static final double LEARNING_RATE = 0.05;

    private final Budget budget;
    private final long seed;

    /**
     * How long to search.
     *
     * @param restarts independent searches, at least 1
     * @param rounds breaks and repairs of each, 0 or more
     */
    public record Budget(int restarts, int rounds) {

        /** Enough for 40 candidates; a few hundred milliseconds. */
        public static final Budget STANDARD = new Budget(2, 1_500);

        /** Refuses a search that never begins. */
        public Budget {
            if (restarts < 1 || rounds < 0) {
                throw new IllegalArgumentException("expected at least 1 restart and 0 rounds");
            }
        }
    }

    /** A solver of the standard budget. */
    public OrienteeringSolver(long seed) {
        this(Budget.STANDARD, seed);
    }

    /** A solver. */
    public OrienteeringSolver(Budget budget, long seed) {
        this.budget = budget;
        this.seed = seed;
    }

    /**
     * The best routes found, one after another; mandatory nodes are worth more than all others together.
     *
     * @throws InfeasibleException if not all mandatory nodes are on them
     */
    public Solution solve(OrienteeringProblem problem) throws InfeasibleException {
        if (!new TourState(problem).isWithinLimits()) {
            throw new InfeasibleException(List.of(), true);
        }
        int[] scores = new int[problem.size()];
        int all = 1;
        for (int node = 0; node < scores.length; node++) {
            all += problem.score(node);
        }
        for (int node = 0; node < scores.length; node++) {
            scores[node] = problem.score(node) + (problem.isMandatory(node) ? all : 0);
        }
        List<Tour> tours = new ArrayList<>();
        for (int route = 0; route < problem.routes(); route++) {
            Tour tour = Tour.over(problem, solveOne(problem.withScores(scores)).stops());
            tour.stops().forEach(stop -> scores[stop] = 0);
            tours.add(tour);
        }
        List<Integer> left = new ArrayList<>();
        for (int node = 0; node < scores.length; node++) {
            if (scores[node] > 0 && problem.isMandatory(node)) {
                left.add(node);
            }
        }
        if (!left.isEmpty()) {
            throw new InfeasibleException(left, false);
        }
        return new Solution(tours, tours.stream().mapToLong(Tour::score).sum());
    }

    /**
     * The best tour found; of a loop the direction that begins with the lower of its outer nodes.
     *
     * @throws IllegalArgumentException if even the direct way from start to end is over a limit
     */
    Tour solveOne(OrienteeringProblem problem) {
        var empty = new TourState(problem);
        if (!empty.isWithinLimits()) {
            throw new IllegalArgumentException("the end is out of reach of the start");
        }
        int[] candidates = problem.candidates();
        if (candidates.length <= MOST_EXACT) {
            return canonical(problem, ExactTours.best(problem, candidates));
        }
        return search(problem, candidates);
    }

    /** The heuristic alone, for tests against the exact solution. */
    Tour search(OrienteeringProblem problem, int[] candidates) {
        var random = new SplittableRandom(seed);
        Tour best = new TourState(problem).toTour();
        for (int restart = 0; restart < budget.restarts() && candidates.length > 0; restart++) {
            Tour found = new Search(problem, candidates, random.split()).run(restart);
            best = TourOrder.better(best, found);
        }
        return best;
    }

    private static Tour canonical(OrienteeringProblem problem, Tour tour) {
        var state = new TourState(problem);
        List<Integer> stops = tour.stops();
        for (int i = 0; i < stops.size(); i++) {
            state.insertAfter(i, stops.get(i));
        }
        return state.toTour();
    }

    /** One search from one construction. */
    private final class Search {

        private final OrienteeringProblem problem;
        private final int[] candidates;
        private final SplittableRandom random;
        private final LocalSearch moves;
        private final TourState current;
        private final TourState trial;
        private final TourState best;
        private final List<Disturbance> ways = List.of(Disturbance.values());
        private final double[] weights = new double[ways.size()];

        Search(OrienteeringProblem problem, int[] candidates, SplittableRandom random) {
            this.problem = problem;
            this.candidates = candidates;
            this.random = random;
            this.moves = new LocalSearch(problem, candidates);
            this.current = new TourState(problem);
            this.trial = new TourState(problem);
            this.best = new TourState(problem);
            Arrays.fill(weights, 1);
        }

        Tour run(int restart) {
            moves.fill(current, ALPHAS[(restart + 1) % ALPHAS.length]);
            moves.improve(current);
            best.copyFrom(current);
            for (int round = 0; round < budget.rounds() && best.stopCount() > 0; round++) {
                play(1 - round / (double) budget.rounds());
                if (round % ROUNDS_TO_RETURN == ROUNDS_TO_RETURN - 1) {
                    current.copyFrom(best);
                }
            }
            return best.toTour();
        }

        private void play(double heat) {
            int way = choose();
            trial.copyFrom(current);
            ways.get(way).apply(trial, problem, candidates, random);
            moves.fill(trial, ALPHAS[random.nextInt(ALPHAS.length)]);
            moves.improve(trial);
            double reward = 0;
            if (isBetter(trial, best)) {
                best.copyFrom(trial);
                reward = 8;
            } else if (isBetter(trial, current)) {
                reward = 2;
            }
            if (trial.score() >= best.score() * (1 - ALLOWANCE * heat)) {
                current.copyFrom(trial);
            }
            weights[way] = Math.max(0.2, (1 - LEARNING_RATE) * weights[way] + LEARNING_RATE * reward);
        }

        private int choose() {
            double point = random.nextDouble() * Arrays.stream(weights).sum();
            int way = 0;
            while (way < weights.length - 1 && point >= weights[way]) {
                point -= weights[way];
                way++;
            }
            return way;
        }

        private boolean isBetter(TourState one, TourState other) {
            return one.score() > other.score()
                    || (one.score() == other.score() && one.effort() < other.effort() - 1e-9);
        }
    }
}
