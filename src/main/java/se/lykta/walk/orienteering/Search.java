package se.lykta.walk.orienteering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Adaptive large neighbourhood search from one start (Ropke and Pisinger 2006, Transp. Sci. 40; for this problem Santini
 * 2019, ESWA 123).
 *
 * <p>A round breaks the routes in one of the ways of {@link Breaker}, repairs them by {@link Insertion} and
 * {@link Shortening}, and goes on from there if the result is at most a little worse than the best so far; that allowance
 * falls to nothing (record-to-record travel, Dueck 1993, J. Comput. Phys. 104). What room a route has left counts a
 * little, too, since it may hold another stop later. Ways that succeed are chosen more often. For one thread.
 */
final class Search {

    /** More score first, then less way. */
    static final Comparator<Routes> BEST_FIRST =
            Comparator.comparingLong(Routes::score).reversed().thenComparingLong(Routes::length);

    private static final double ALLOWANCE = 0.02;
    private static final double STOP_ALLOWANCE = 0.5;
    private static final double ROOM_WORTH = 0.5;
    private static final int ROUNDS_TO_RETURN = 500;
    private static final int PATIENCE = 3_000;
    private static final int STARTS = 10;
    private static final double START_BLUR = 1;
    private static final double LEARNING_RATE = 0.02;
    private static final double LEAST_WEIGHT = 0.3;

    private final Field field;
    private final SplittableRandom random;
    private final Insertion insertion;
    private final Shortening shortening;
    private final Breaker breaker;
    private final Routes current;
    private final Routes trial;
    private final Routes best;
    private final Breaker.Way[] ways = Breaker.Way.values();
    private final double[] weights = new double[ways.length];
    private int sinceBest;

    Search(Field field, SplittableRandom random) {
        this.field = field;
        this.random = random;
        this.insertion = new Insertion(field, random);
        this.shortening = new Shortening(field);
        this.breaker = new Breaker(field, random, insertion, shortening);
        this.current = new Routes(field);
        this.trial = new Routes(field);
        this.best = new Routes(field);
    }

    /** A first solution: what is inserted one by one with the highest appeal. */
    Routes construct() {
        var routes = new Routes(field);
        repair(routes, 0);
        return routes;
    }

    /**
     * Another first solution, the best of {@link #STARTS}: some grown from nothing, some cut down from a share of all
     * candidates, which are blind to different traps.
     */
    Routes constructOther() {
        Routes chosen = new Routes(field);
        for (int start = 0; start < STARTS; start++) {
            var routes = new Routes(field);
            if (random.nextBoolean()) {
                breaker.begin(routes, random.nextDouble());
            }
            repair(routes, START_BLUR);
            chosen = isBetter(routes, chosen) ? routes : chosen;
        }
        return chosen;
    }

    /**
     * Searches on from a solution until the effort has been spent to {@code until}, or nothing better has been found for
     * {@link #PATIENCE} rounds.
     *
     * @param guides good solutions
     * @return the best; valid until the next call
     */
    Routes run(Routes from, List<Routes> guides, Effort effort, double until) {
        current.copyFrom(from);
        best.copyFrom(from);
        Arrays.fill(weights, 1);
        double first = effort.spent();
        double spent = first;
        for (sinceBest = 0; sinceBest < PATIENCE && spent < until && best.stopCount() > 0; sinceBest++) {
            double byEffort = 1 - (spent - first) / (until - first);
            play(Math.min(byEffort, 1 - sinceBest / (double) PATIENCE), guides);
            if (sinceBest % ROUNDS_TO_RETURN == ROUNDS_TO_RETURN - 1) {
                current.copyFrom(best);
            }
            spent = effort.spent();
        }
        return best;
    }

    private void play(double heat, List<Routes> guides) {
        int way = choose();
        trial.copyFrom(current);
        breaker.apply(ways[way], trial, guides);
        repair(trial, random.nextBoolean() ? 0 : 0.5);
        double reward = 0;
        if (isBetter(trial, best)) {
            reward = trial.score() > best.score() ? 10 : 3;
            best.copyFrom(trial);
            sinceBest = 0;
        }
        if (worth(trial) >= worth(best) - heat * allowance()) {
            reward = Math.max(reward, worth(trial) > worth(current) ? 1 : 0);
            current.copyFrom(trial);
        }
        weights[way] = Math.max(LEAST_WEIGHT, (1 - LEARNING_RATE) * weights[way] + LEARNING_RATE * reward);
    }

    private void repair(Routes routes, double blur) {
        do {
            shortening.shorten(routes);
        } while (insertion.fill(routes, blur));
    }

    private int choose() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double point = random.nextDouble() * sum;
        int way = 0;
        while (way < weights.length - 1 && point >= weights[way]) {
            point -= weights[way++];
        }
        return way;
    }

    /** How much worse than the best a solution may be to go on from: a share of its score, and of one stop. */
    private double allowance() {
        return trueScore(best) * (ALLOWANCE + STOP_ALLOWANCE / best.stopCount());
    }

    /** The score, and for the room that is left a share of what as much way, or as many stops, give on average. */
    private double worth(Routes routes) {
        double room =
                (field.mostLength * (double) field.routes - routes.length()) / Math.max(1.0, (double) routes.length());
        int stops = routes.stopCount();
        double more = (field.mostStops * (double) field.routes - stops) / Math.max(1, stops);
        return routes.score() + ROOM_WORTH * trueScore(routes) * Math.min(room, more);
    }

    private double trueScore(Routes routes) {
        return routes.score() % field.mandatoryBonus;
    }

    /** Whether one solution gives more than another, or as much for less way. */
    static boolean isBetter(Routes one, Routes other) {
        return BEST_FIRST.compare(one, other) < 0;
    }
}
