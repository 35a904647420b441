package se.lykta.walk.orienteering;

/**
 * Moves that never make a tour worse: shorten it, fill it up, exchange a stop for a better one.
 *
 * <p>Cheapest insertion takes the candidate with the highest score^α / added effort (Tsiligirides 1984, J. Oper. Res.
 * Soc. 35); between insertions only the places next to the last one change, so one insertion costs O(n), not O(n²).
 */
final class LocalSearch {

    private static final double LEAST_EFFORT = 1e-9;

    private final OrienteeringProblem problem;
    private final int[] candidates;
    /** By node: the node of the path behind which it fits best, and what that adds; valid while inserting. */
    private final int[] bestBefore;

    private final double[] bestEffort;

    LocalSearch(OrienteeringProblem problem, int[] candidates) {
        this.problem = problem;
        this.candidates = candidates;
        this.bestBefore = new int[problem.size()];
        this.bestEffort = new double[problem.size()];
    }

    /** Inserts candidates as long as one fits. */
    void fill(TourState tour, double alpha) {
        for (int node : candidates) {
            findPlace(tour, node);
        }
        boolean inserted;
        do {
            inserted = insertBest(tour, alpha);
        } while (inserted);
    }

    /** Repeats all moves until none helps. */
    void improve(TourState tour) {
        do {
            shorten(tour);
            fill(tour, 1);
        } while (exchange(tour));
    }

    /** 2-opt and Or-opt until neither helps. */
    void shorten(TourState tour) {
        boolean better = true;
        while (better) {
            better = false;
            for (int first = 1; first < tour.length() - 1; first++) {
                better |= tour.moveIfBetter(first);
                for (int last = first + 1; last < tour.length() - 1; last++) {
                    better |= tour.reverseIfBetter(first, last);
                }
            }
        }
    }

    private boolean insertBest(TourState tour, double alpha) {
        int best = -1;
        double highest = 0;
        for (int node : candidates) {
            if (tour.isVisited(node)) {
                continue;
            }
            double worth = Math.pow(problem.score(node), alpha) / Math.max(LEAST_EFFORT, bestEffort[node]);
            if (worth > highest && tour.fitsAfter(indexOf(tour, bestBefore[node]), node)) {
                highest = worth;
                best = node;
            }
        }
        if (best < 0) {
            return false;
        }
        int index = indexOf(tour, bestBefore[best]);
        tour.insertAfter(index, best);
        updatePlaces(tour, index);
        return true;
    }

    /** After an insertion at index + 1: two new places, and one that is gone. */
    private void updatePlaces(TourState tour, int index) {
        for (int node : candidates) {
            if (tour.isVisited(node)) {
                continue;
            }
            if (bestBefore[node] == tour.at(index)) {
                findPlace(tour, node);
                continue;
            }
            for (int place = index; place <= index + 1; place++) {
                double effort = tour.effortAfter(place, node);
                if (effort < bestEffort[node]) {
                    bestEffort[node] = effort;
                    bestBefore[node] = tour.at(place);
                }
            }
        }
    }

    private void findPlace(TourState tour, int node) {
        if (!tour.isVisited(node)) {
            int index = tour.cheapestIndex(node);
            bestBefore[node] = tour.at(index);
            bestEffort[node] = tour.effortAfter(index, node);
        }
    }

    private static int indexOf(TourState tour, int node) {
        int index = 0;
        while (tour.at(index) != node) {
            index++;
        }
        return index;
    }

    /** Puts one candidate in the place of a stop that is worth less, or as much but a longer way off. */
    private boolean exchange(TourState tour) {
        for (int index = 1; index < tour.length() - 1; index++) {
            int stop = tour.at(index);
            double saved = tour.effortOf(index);
            tour.removeAt(index);
            for (int node : candidates) {
                if (node != stop && !tour.isVisited(node) && isBetter(tour, node, problem.score(stop), saved)) {
                    tour.insertAfter(tour.cheapestIndex(node), node);
                    return true;
                }
            }
            tour.insertAfter(index - 1, stop);
        }
        return false;
    }

    private boolean isBetter(TourState tour, int node, int score, double saved) {
        if (problem.score(node) < score) {
            return false;
        }
        int place = tour.cheapestIndex(node);
        boolean shorter = tour.effortAfter(place, node) < saved - LEAST_EFFORT;
        return (problem.score(node) > score || shorter) && tour.fitsAfter(place, node);
    }
}
