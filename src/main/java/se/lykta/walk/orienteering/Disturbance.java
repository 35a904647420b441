package se.lykta.walk.orienteering;

import java.util.SplittableRandom;

/** The ways to break a tour, from which the search repairs it. */
enum Disturbance {
    /** Leaves out neighbours on the path. */
    SEGMENT {
        @Override
        void apply(TourState tour, OrienteeringProblem problem, int[] candidates, SplittableRandom random) {
            int count = amount(tour, random);
            int first = 1 + random.nextInt(tour.stopCount() - count + 1);
            for (int i = 0; i < count; i++) {
                tour.removeAt(first);
            }
        }
    },
    /** Leaves out any stops. */
    SCATTERED {
        @Override
        void apply(TourState tour, OrienteeringProblem problem, int[] candidates, SplittableRandom random) {
            for (int count = amount(tour, random); count > 0; count--) {
                tour.removeAt(1 + random.nextInt(tour.stopCount()));
            }
        }
    },
    /** Leaves out a stop and those nearest to it. */
    CLUSTER {
        @Override
        void apply(TourState tour, OrienteeringProblem problem, int[] candidates, SplittableRandom random) {
            int count = amount(tour, random);
            int centre = tour.at(1 + random.nextInt(tour.stopCount()));
            for (; count > 0; count--) {
                tour.removeAt(nearest(tour, problem, centre));
            }
        }
    },
    /** Puts in a candidate that was left out, then leaves out whatever gives least for its way until all fits again. */
    FORCE {
        @Override
        void apply(TourState tour, OrienteeringProblem problem, int[] candidates, SplittableRandom random) {
            int forced = candidates[random.nextInt(candidates.length)];
            if (tour.isVisited(forced)) {
                return;
            }
            tour.insertAfter(tour.cheapestIndex(forced), forced);
            while (!tour.isWithinLimits()) {
                tour.removeAt(worst(tour, problem, forced));
            }
        }
    };

    private static final double LARGEST_SHARE = 0.4;

    /** Changes a tour that has stops; it keeps its limits afterwards. */
    abstract void apply(TourState tour, OrienteeringProblem problem, int[] candidates, SplittableRandom random);

    private static int amount(TourState tour, SplittableRandom random) {
        return 1 + random.nextInt(Math.max(1, (int) (tour.stopCount() * LARGEST_SHARE)));
    }

    private static int nearest(TourState tour, OrienteeringProblem problem, int centre) {
        int nearest = 1;
        for (int index = 2; index < tour.length() - 1; index++) {
            if (problem.effort(centre, tour.at(index)) < problem.effort(centre, tour.at(nearest))) {
                nearest = index;
            }
        }
        return nearest;
    }

    private static int worst(TourState tour, OrienteeringProblem problem, int forced) {
        int worst = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int index = 1; index < tour.length() - 1; index++) {
            int node = tour.at(index);
            double worth = problem.score(node) / Math.max(1e-9, tour.effortOf(index));
            if (node != forced && worth < least) {
                least = worth;
                worst = index;
            }
        }
        if (worst < 0) {
            throw new IllegalStateException("candidate %d is out of reach".formatted(forced));
        }
        return worst;
    }
}
